import type { TestProject } from 'vitest/node';
import { refusingTurn } from './refusing-turn';

declare module 'vitest' {
	interface ProvidedContext {
		/** Whether there is time for everything (`npm run test:long`). */
		isLong: boolean;
		/** Where a TURN server listens that lets nobody in; null on a machine without a network. */
		refusingTurn: { host: string; port: number } | null;
	}
}

/** What tests in browsers cannot have of themselves. */
export default async function setup({ provide }: TestProject) {
	provide('isLong', process.env.LONG === '1');
	const turn = await refusingTurn();
	provide('refusingTurn', turn && { host: turn.host, port: turn.port });
	return () => turn?.close();
}
