import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { embedBroker } from '../../src/lib/signaling/embedded-broker';

/** A server with nothing but a broker, on a port of its own or the one that is named. */
export async function startBroker(port = 0) {
	const server = createServer();
	const sockets: Socket[] = [];
	server.on('connection', (socket) => sockets.push(socket));
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const broker = await embedBroker(server, '/mqtt');
	const { port: own } = server.address() as AddressInfo;
	return {
		port: own,
		url: `ws://127.0.0.1:${own}/mqtt`,
		/** Tears one of the connections, counted from 0 in the order in which they came. */
		tear: (at: number) => void sockets[at]!.destroy(),
		async stop() {
			await broker.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
export type RunningBroker = Awaited<ReturnType<typeof startBroker>>;
