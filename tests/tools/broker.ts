import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Aedes, type AedesOptions } from 'aedes';
import { createWebSocketStream, WebSocketServer } from 'ws';
import { embedBroker } from '../../src/lib/signaling/embedded-broker';

/** A server with nothing but the broker of the site, on a port of its own or the one that is named. */
export async function startBroker(port = 0) {
	const server = createServer((_, response) => response.end('the site'));
	const sockets: Socket[] = [];
	server.on('connection', (socket) => sockets.push(socket));
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const broker = await embedBroker(server, '/mqtt', (name) => name === 'hall.example');
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

/** How a broker lets nobody hear anything, that takes what is said: it says so, or closes the connection. */
const DEAF = {
	'says so': { authorizeSubscribe: (_, __, done) => done(null, null) },
	closes: { authorizeSubscribe: (_, __, done) => done(new Error('not here')) }
} satisfies Record<string, AedesOptions>;

/** A broker that anybody may use as he likes, as many are, or that lets nobody hear. */
export async function startOpenBroker(
	deaf?: keyof typeof DEAF
): Promise<Pick<RunningBroker, 'url' | 'stop'> & { kept(): string[] }> {
	const server = createServer();
	const broker = await Aedes.createBroker({
		...(deaf && DEAF[deaf])
	});
	const kept = new Set<string>();
	broker.on('publish', ({ topic, retain, payload }) => {
		if (retain && payload.length > 0) kept.add(topic);
		else if (retain) kept.delete(topic);
	});
	const sockets = new WebSocketServer({ server });
	sockets.on('connection', (client) => broker.handle(createWebSocketStream(client)));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/mqtt`,
		/** The topics of what it keeps for whoever comes. */
		kept: () => [...kept],
		async stop() {
			for (const client of sockets.clients) client.terminate();
			await new Promise<void>((resolve) => broker.close(resolve));
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
