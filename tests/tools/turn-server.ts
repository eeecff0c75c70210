import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { USER } from './login';
import { ownAddress } from './own-address';

/** Where something listens, or nothing does. */
export interface Place {
	host: string;
	port: number;
}

/** A port over UDP at which nobody listens. */
export async function freePort(host: string): Promise<number> {
	const socket = createSocket('udp4');
	await new Promise<void>((resolve) => socket.bind(0, host, resolve));
	const { port } = socket.address();
	await new Promise<void>((resolve) => socket.close(() => resolve()));
	return port;
}

/** A STUN and TURN server over UDP at an address of this machine; null on a machine without a network. */
export async function turnServer(): Promise<(Place & { close(): Promise<number> }) | null> {
	const host = ownAddress();
	if (host === undefined) return null;
	const port = await freePort(host);
	const worker = new Worker(new URL('turn-worker.js', import.meta.url), {
		workerData: { host, port, ...USER }
	});
	await once(worker, 'message');
	return { host, port, close: () => worker.terminate() };
}
