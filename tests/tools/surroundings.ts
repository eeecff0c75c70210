import type { TestProject } from 'vitest/node';
import { coturn } from './coturn';
import { refusingTurn } from './refusing-turn';
import { freePort, turnServer, type Place } from './turn-server';

declare module 'vitest' {
	interface ProvidedContext {
		/** Whether there is time for everything (`npm run test:long`). */
		isLong: boolean;
		/** Where a TURN server listens that lets nobody in; null on a machine without a network. */
		refusingTurn: Place | null;
		/** A TURN server that is asked over TCP as well; null where coturn is not on the machine. */
		coturn: Place | null;
		/** Two servers of STUN and TURN, and a port at which nobody listens; null on such a machine. */
		turn: { servers: [Place, Place]; closed: Place } | null;
	}
}

/** What tests in browsers cannot have of themselves. */
export default async function setup({ provide }: TestProject) {
	provide('isLong', process.env.LONG === '1');
	const refusing = await refusingTurn();
	provide('refusingTurn', refusing && placeOf(refusing));
	const overTcp = await coturn();
	provide('coturn', overTcp && placeOf(overTcp));
	const servers = [await turnServer(), await turnServer()] as const;
	const [one, other] = servers;
	provide(
		'turn',
		one &&
			other && {
				servers: [placeOf(one), placeOf(other)],
				closed: { host: one.host, port: await freePort(one.host) }
			}
	);
	return async () => {
		refusing?.close();
		overTcp?.close();
		for (const server of servers) await server?.close();
	};
}

/** What can be told to a browser. */
const placeOf = ({ host, port }: Place): Place => ({ host, port });
