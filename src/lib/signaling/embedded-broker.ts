import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Aedes } from 'aedes';
import { createWebSocketStream, WebSocketServer, type WebSocket } from 'ws';
import { rulesOf } from './broker-rules.ts';
import { PacketMeter } from './packet-meter.ts';

/** Bytes of one packet: a whole recorded call fits. */
const LONGEST = 8 * 1024 * 1024;
/** Bytes of the first one, by which a client connects. */
const LONGEST_FIRST = 64 * 1024;
/** Bytes of packets that are not whole, of all clients. */
const MOST_PENDING = 128 * 1024 * 1024;
/** Clients at once: a hall, not the world. */
const MOST_CLIENTS = 1000;

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
 * page comes from (RFC 6455, 10.2) has to be this very server, by a name that is this server's own: another name may have been
 * made to lead here (DNS rebinding). What is no browser says nothing, and is let in.
 *
 * @param path at which it is found
 * @param isOwnName whether a name is this server's own, beside addresses and `localhost`
 */
export async function embedBroker(
	server: Server,
	path: string,
	isOwnName: (name: string) => boolean = () => false
): Promise<EmbeddedBroker> {
	const broker: Aedes = await Aedes.createBroker(rulesOf(() => broker));
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: LONGEST,
		perMessageDeflate: false,
		handleProtocols: (protocols) => (protocols.has('mqtt') ? 'mqtt' : false)
	});
	const measure = measurer();
	const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		// Whoever asks may be gone before it is answered, which is no reason to end.
		socket.on('error', () => socket.destroy());
		if (request.url?.split('?')[0] !== path) {
			if (server.listenerCount('upgrade') === 1) answerWithout(server, request, socket);
			return;
		}
		if (!isOfSite(request, isOwnName)) return refuse(socket, '403 Forbidden');
		if (sockets.clients.size >= MOST_CLIENTS) return refuse(socket, '503 Service Unavailable');
		sockets.handleUpgrade(request, socket, head, (client) => {
			measure(client);
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

/** Lets no client send packets that are too long, nor all of them together too much of what is not whole. */
function measurer(): (client: WebSocket) => void {
	let pending = 0;
	return (client) => {
		const meter = new PacketMeter((packet) => (packet === 0 ? LONGEST_FIRST : LONGEST));
		client.on('message', (data: Buffer) => {
			pending -= meter.pending;
			const isGood = meter.takes(data);
			pending += meter.pending;
			if (!isGood || pending > MOST_PENDING) client.terminate();
		});
		client.on('close', () => (pending -= meter.pending));
	};
}

/** A server need not follow a wish for another protocol (RFC 9110, 7.8): it answers as if there were none. */
function answerWithout(server: Server, request: IncomingMessage, socket: Duplex): void {
	const response = new ServerResponse(request);
	response.shouldKeepAlive = false;
	response.assignSocket(socket as Socket);
	response.on('finish', () => socket.end());
	server.emit('request', request, response);
}

function refuse(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

/** Whether a request comes from a page of this server, or from no page. */
function isOfSite(
	{ headers: { origin, host } }: IncomingMessage,
	isOwnName: (name: string) => boolean
): boolean {
	if (origin === undefined) return true;
	try {
		const { host: from, hostname } = new URL(origin);
		return from === host && (isLocal(hostname) || isOwnName(hostname));
	} catch {
		return false;
	}
}

const isLocal = (name: string): boolean =>
	isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === 'localhost' || name.endsWith('.localhost');
