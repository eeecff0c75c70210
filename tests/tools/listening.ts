import { once } from 'node:events';
import { connect } from 'node:net';
import type { Place } from './turn-server';

/** So often, 100 ms apart, is a server asked whether it listens. */
const OFTEN = 50;

/** Whether somebody takes connections there. */
async function isOpen({ host, port }: Place): Promise<boolean> {
	const socket = connect({ host, port });
	const opened = once(socket, 'connect').then(
		() => true,
		() => false
	);
	const is = await opened;
	socket.destroy();
	return is;
}

/**
 * Waits until a server that was just started takes connections.
 * @param look whether it does; by connecting to it, where its place is given
 * @param isGone whether there is nothing to wait for any more
 * @returns false where it is gone, or takes too long
 */
export async function listens(
	look: Place | (() => boolean),
	isGone: () => boolean = () => false
): Promise<boolean> {
	for (let time = 0; time < OFTEN && !isGone(); time += 1) {
		if (typeof look === 'function' ? look() : await isOpen(look)) return true;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return false;
}
