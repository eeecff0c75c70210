import { createServer } from 'node:net';

/**
 * Leads what comes on one socket on to another, and back, until either is gone.
 * @param {import('node:stream').Duplex} socket
 * @param {import('node:stream').Duplex} on
 */
export function lead(socket, on) {
	socket.pipe(on).pipe(socket);
	for (const end of [socket, on]) end.on('error', () => [socket, on].map((one) => one.destroy()));
}

/**
 * A server that leads all that comes on.
 * @param {() => import('node:net').Socket} to opens the way on
 */
export const leading = (to) => createServer((socket) => lead(socket, to()));
