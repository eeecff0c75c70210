import { attributeType } from './attribute-types';
import type { Bytes } from './bytes';
import {
	HEADER_LENGTH,
	MAGIC_COOKIE,
	MESSAGE_TYPES,
	type Attribute,
	type MessageType,
	type StunMessage
} from './message';

/** Bytes that are no STUN message, and the first of them that is wrong. */
export class StunError extends Error {
	override readonly name = 'StunError';
	/** From 0. */
	readonly offset: number;

	constructor(offset: number, message: string) {
		super(message);
		this.offset = offset;
	}
}

/**
 * Reads a STUN message: its header and its attributes, each with its place (RFC 8489, 5 and 14). What the
 * attributes say is not judged.
 *
 * @param bytes the whole message, and nothing behind it: the payload of a UDP packet
 * @throws StunError where it is none
 */
export function readMessage(bytes: Uint8Array): StunMessage {
	const message: Bytes = Uint8Array.from(bytes);
	const view = new DataView(message.buffer);
	if (message.length < HEADER_LENGTH) {
		throw new StunError(message.length, `A header has 20 bytes, and here are ${message.length}.`);
	}
	const code = view.getUint16(0);
	if (code > 0x3fff) throw new StunError(0, 'The first two bits of a STUN message are 0.');
	const length = view.getUint16(2);
	if (length % 4 !== 0) throw new StunError(2, `The length, ${length}, is no multiple of 4.`);
	if (view.getUint32(4) !== MAGIC_COOKIE) {
		throw new StunError(4, 'The magic cookie 2112a442 is not there.');
	}
	const there = message.length - HEADER_LENGTH;
	if (length !== there) {
		throw new StunError(
			2,
			`The length says ${length} bytes behind the header, and there are ${there}.`
		);
	}
	return {
		type: typeOf(code),
		code,
		transactionId: message.slice(8, HEADER_LENGTH),
		attributes: attributesIn(message, view),
		bytes: message
	};
}

const typeOf = (code: number): MessageType | null =>
	(Object.keys(MESSAGE_TYPES) as MessageType[]).find((name) => MESSAGE_TYPES[name] === code) ??
	null;

function attributesIn(message: Bytes, view: DataView): Attribute[] {
	const attributes: Attribute[] = [];
	for (let offset = HEADER_LENGTH; offset < message.length;) {
		const code = view.getUint16(offset);
		const length = view.getUint16(offset + 2);
		const padding = -length & 3;
		const start = offset + 4;
		if (start + length + padding > message.length) {
			throw new StunError(
				offset + 2,
				`An attribute of ${length} bytes does not end in the message.`
			);
		}
		attributes.push({
			code,
			name: attributeType(code)?.name ?? null,
			offset,
			value: message.slice(start, start + length),
			padding
		});
		offset = start + length + padding;
	}
	return attributes;
}
