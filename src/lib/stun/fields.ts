import { readXorMappedAddress } from './address';
import { attributeType } from './attribute-types';
import { fingerprintHolds } from './integrity';
import { MAGIC_COOKIE, type Attribute, type StunMessage } from './message';
import { priorityArithmetic } from '../ice';
import { toHex } from './bytes';

/** Some bytes of a message that belong together, and what they say. */
export interface MessageField {
	/** `message type`, `USERNAME`, … */
	readonly name: string;
	/** Which bytes: from the first, to behind the last. */
	readonly start: number;
	readonly end: number;
	/** Where the value begins: behind the type and the length of an attribute. */
	readonly value: number;
	/** What the value says, as text. */
	readonly text: string;
	/** What it is there for. */
	readonly meaning: string;
	/** Where that is written. */
	readonly source: string;
}

/**
 * Every byte of a message in the order of the message, as fields that follow each other without a gap:
 * four of the header, then one for each attribute, with what fills it up (RFC 8489, 5 and 14).
 */
export function fieldsOf(message: StunMessage): MessageField[] {
	return [...headerOf(message), ...message.attributes.map((one) => attributeField(one, message))];
}

function headerOf({ type, code, bytes, transactionId }: StunMessage): MessageField[] {
	const length = bytes.length - 20;
	return [
		{
			name: 'message type',
			start: 0,
			end: 2,
			value: 0,
			text: type ?? `0x${code.toString(16).padStart(4, '0')}`,
			meaning:
				'Two bits that are 0, then the method and the class. In ICE the method is always Binding; the class says whether it asks or answers.',
			source: 'RFC 8489, 5'
		},
		{
			name: 'message length',
			start: 2,
			end: 4,
			value: 2,
			text: `${length} bytes`,
			meaning: 'How much follows the header of 20 bytes. Always a multiple of 4.',
			source: 'RFC 8489, 5'
		},
		{
			name: 'magic cookie',
			start: 4,
			end: 8,
			value: 4,
			text: MAGIC_COOKIE.toString(16),
			meaning: 'The same in every STUN message.',
			source: 'RFC 8489, 5'
		},
		{
			name: 'transaction ID',
			start: 8,
			end: 20,
			value: 8,
			text: toHex(transactionId),
			meaning: 'Random. The answer repeats it, and so belongs to its request.',
			source: 'RFC 8489, 5'
		}
	];
}

function attributeField(attribute: Attribute, message: StunMessage): MessageField {
	const { code, name, offset, value, padding } = attribute;
	const type = attributeType(code);
	return {
		name: name ?? `attribute 0x${code.toString(16).padStart(4, '0')}`,
		start: offset,
		end: offset + 4 + value.length + padding,
		value: offset + 4,
		text: textOf(attribute, message),
		meaning: type?.meaning ?? unknownMeaning(code),
		source: type?.source ?? 'RFC 8489, 14'
	};
}

/** From 0x8000 an attribute may be skipped by whoever does not know it (RFC 8489, 14). */
const unknownMeaning = (code: number) =>
	code < 0x8000
		? 'An attribute that a receiver has to understand, and this table does not know.'
		: 'An attribute of some vendor or later specification, which a receiver may skip.';

const number = (value: Uint8Array) => value.reduce((sum, byte) => sum * 256 + byte, 0);

const utf8 = (value: Uint8Array) => new TextDecoder().decode(value);

/** What an attribute says, by its name; hexadecimal digits for any other. */
const TEXTS: Readonly<Record<string, (value: Uint8Array, message: StunMessage) => string>> = {
	USERNAME: utf8,
	SOFTWARE: utf8,
	REALM: utf8,
	NONCE: utf8,
	PRIORITY: (value) => `${number(value)} = ${priorityArithmetic(number(value))}`,
	'USE-CANDIDATE': () => 'is there',
	'ERROR-CODE': (value) => `${(value[2] ?? 0) * 100 + (value[3] ?? 0)} ${utf8(value.subarray(4))}`,
	'XOR-MAPPED-ADDRESS'(value, { transactionId }) {
		const mapped = readXorMappedAddress(value, transactionId);
		if (!mapped) return toHex(value);
		const { address, port } = mapped;
		return `${address} port ${port}`;
	},
	FINGERPRINT: (value, message) =>
		`${toHex(value)}, ${fingerprintHolds(message) ? 'which is right' : 'which is wrong'}`
};

const textOf = ({ name, value }: Attribute, message: StunMessage): string =>
	TEXTS[name ?? '']?.(value, message) ?? toHex(value);
