import { createSocket } from 'node:dgram';
import { ownAddress } from './own-address';

/** Allocate, and its error response (RFC 8656, 5; RFC 8489, 5). */
const ALLOCATE = 0x0003;
const REFUSED = 0x0113;

/** An attribute of STUN: padded to whole words (RFC 8489, 14). */
function attribute(type: number, value: Buffer): Buffer {
	const head = Buffer.alloc(4);
	head.writeUInt16BE(type, 0);
	head.writeUInt16BE(value.length, 2);
	return Buffer.concat([head, value, Buffer.alloc(-value.length & 3)]);
}

/** `401 Unauthorized`, whatever the password is; null for what is no request to allocate. */
function refusal(request: Buffer): Buffer | null {
	if (request.length < 20 || request.readUInt16BE(0) !== ALLOCATE) return null;
	const attributes = Buffer.concat([
		attribute(0x0009, Buffer.concat([Buffer.from([0, 0, 4, 1]), Buffer.from('Unauthorized')])),
		attribute(0x0014, Buffer.from('parley.example')),
		attribute(0x0015, Buffer.from('0123456789abcdef'))
	]);
	const head = Buffer.from(request.subarray(0, 20));
	head.writeUInt16BE(REFUSED, 0);
	head.writeUInt16BE(attributes.length, 2);
	return Buffer.concat([head, attributes]);
}

/** A TURN server that lets nobody in; null on a machine without a network. */
export async function refusingTurn() {
	const host = ownAddress();
	if (host === undefined) return null;
	const socket = createSocket('udp4');
	socket.on('message', (request, { address, port }) => {
		const answer = refusal(request);
		if (answer) socket.send(answer, port, address);
	});
	await new Promise<void>((resolve) => socket.bind(0, host, resolve));
	return { host, port: socket.address().port, close: () => socket.close() };
}
