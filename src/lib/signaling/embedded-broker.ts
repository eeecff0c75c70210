import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Aedes } from 'aedes';
import { createWebSocketStream, WebSocketServer } from 'ws';

/** Bytes of one packet: a whole recorded call fits. */
const LONGEST = 8 * 1024 * 1024;

/** A broker beside a site. */
export interface EmbeddedBroker {
	/** Lets all who are connected go. */
	close(): Promise<void>;
}

/**
 * Has the server of the site be an MQTT 3.1.1 broker as well, over WebSocket (OASIS Standard, 6), on the same port. It keeps
 * nothing beyond its own life.
 *
 * A page of another site could connect to it too, for WebSockets know no same-origin policy: what a browser says of where a
 * page comes from (RFC 6455, 10.2) has to be this very server. What is no browser says nothing, and is let in.
 *
 * @param path at which it is found
 */
export async function embedBroker(server: Server, path: string): Promise<EmbeddedBroker> {
	const broker = await Aedes.createBroker();
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: LONGEST,
		handleProtocols: (protocols) => (protocols.has('mqtt') ? 'mqtt' : false)
	});
	const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		const { pathname } = new URL(request.url ?? '/', 'http://server');
		if (pathname !== path) return;
		if (!isOfSite(request)) {
			socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
			return;
		}
		sockets.handleUpgrade(request, socket, head, (client) => {
			broker.handle(createWebSocketStream(client), request);
		});
	};
	server.on('upgrade', upgrade);
	return {
		async close() {
			server.off('upgrade', upgrade);
			for (const client of sockets.clients) client.terminate();
			await new Promise<void>((resolve) => broker.close(resolve));
		}
	};
}

/** Whether a request comes from a page of this server, or from no page. */
function isOfSite({ headers: { origin, host } }: IncomingMessage): boolean {
	if (origin === undefined) return true;
	try {
		return new URL(origin).host === host;
	} catch {
		return false;
	}
}
