import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A way to a port of this machine on which what is said within some milliseconds arrives in one piece, as of a sender
 * that is busy; what is answered comes at once.
 */
export async function inLumps(port: number, ms: number) {
	const sockets = new Set<Socket>();
	const server = createServer((near) => {
		const far = connect(port, '127.0.0.1');
		let waiting: Buffer[] = [];
		const timer = setInterval(() => {
			if (waiting.length > 0) far.write(Buffer.concat(waiting));
			waiting = [];
		}, ms);
		near.on('data', (data) => void waiting.push(data));
		far.pipe(near);
		const close = () => {
			clearInterval(timer);
			for (const socket of [near, far]) {
				sockets.delete(socket);
				socket.destroy();
			}
		};
		for (const socket of [near, far]) {
			sockets.add(socket);
			socket.on('close', close).on('error', close);
		}
	});
	const tear = () => {
		for (const socket of sockets) socket.destroy();
	};
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		/** Tears every connection; others may be made. */
		tear,
		async close() {
			tear();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
