import { gunzip, gzip } from './gzip';
import { LONGEST_MESSAGE } from './room';

/** What a sealed message is for: one that is meant for one thing, or for one member, is none for another. */
export type Purpose = 'say' | 'here' | `to ${string}`;

/** What was under a seal. */
export interface Unsealed {
	/** Who sealed it, by the 16 bytes of a UUID in hexadecimal. */
	member: string;
	/** How many that member had sealed by then. */
	count: number;
	text: string;
}

/** The first byte of everything that is sealed in this way. */
const VERSION = 1;
const MEMBER_BYTES = 16;
const HEADER_BYTES = 1 + MEMBER_BYTES + 8;
/** Of a key, in bytes. */
const KEY_BYTES = 16;
/** Members whose keys are remembered. */
const MOST_KEYS = 5000;

/** Bytes from which on a text is packed: a whole call takes a tenth of them. */
const WORTH_PACKING = 2000;
/** With this byte begins what is packed (RFC 1952, 2.3.1), and nothing that is not. */
const GZIP = 0x1f;

const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** A key for a new room, as its link has it: 128 random bits, base64url (RFC 4648, 5). */
export const newKey = (): string => base64url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));

/** The bytes of a key; null where a text is none. */
function bytesOfKey(key: string): Uint8Array<ArrayBuffer> | null {
	if (!/^[\w-]{22}$/.test(key)) return null;
	const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
		letter.charCodeAt(0)
	);
	// What the last letter has beyond 128 bits says nothing: one key has one name.
	return base64url(bytes) === key ? bytes : null;
}

/** Whether a text is the key of a room. */
export const isKey = (key: string): boolean => bytesOfKey(key) !== null;

const base64url = (bytes: Uint8Array): string =>
	btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');

const hex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16));

/**
 * Seals what passes through a broker, so that whoever has no key neither reads it nor can say anything: AES-GCM
 * (NIST SP 800-38D) with a key for each member, by HKDF (RFC 5869) of the room's name and key. A member is new with each
 * page, and counts what it seals: no nonce is used twice, and what was heard before can be told.
 */
export class Seal {
	/** This member, as the others know it. */
	readonly member = hex(crypto.getRandomValues(new Uint8Array(MEMBER_BYTES)));
	readonly #room: string;
	readonly #root: Promise<CryptoKey>;
	readonly #keys = new Map<string, CryptoKey>();
	#count = 0;

	/**
	 * @param key as `newKey` gives it
	 * @throws RangeError where it is none
	 */
	constructor(room: string, key: string) {
		const bytes = bytesOfKey(key);
		if (bytes === null) throw new RangeError('This is not the key of a room.');
		this.#room = room;
		this.#root = crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
	}

	/** How many messages this member has sealed. */
	get count(): number {
		return this.#count;
	}

	async seal(purpose: Purpose, text: string): Promise<Uint8Array<ArrayBuffer>> {
		this.#count += 1;
		const count = this.#count;
		const plain = utf8.encode(text);
		const isPacked = plain.length >= WORTH_PACKING || plain[0] === GZIP;
		const packed = isPacked ? await gzip(plain) : plain;
		const header = new Uint8Array(HEADER_BYTES);
		header[0] = VERSION;
		header.set(fromHex(this.member), 1);
		new DataView(header.buffer).setBigUint64(1 + MEMBER_BYTES, BigInt(count));
		const key = await this.#keyOf(this.member);
		const sealed = await crypto.subtle.encrypt(algorithm(purpose, header), key, packed);
		const whole = new Uint8Array(HEADER_BYTES + sealed.byteLength);
		whole.set(header);
		whole.set(new Uint8Array(sealed), HEADER_BYTES);
		return whole;
	}

	/** @returns null for what was not sealed with the key of this room, and for this purpose */
	async open(purpose: Purpose, whole: Uint8Array<ArrayBuffer>): Promise<Unsealed | null> {
		if (whole.length < HEADER_BYTES || whole[0] !== VERSION) return null;
		const header = whole.slice(0, HEADER_BYTES);
		const member = hex(header.subarray(1, 1 + MEMBER_BYTES));
		const count = Number(new DataView(header.buffer).getBigUint64(1 + MEMBER_BYTES));
		try {
			const key = await this.#keyOf(member);
			const bytes = await crypto.subtle.decrypt(
				algorithm(purpose, header),
				key,
				whole.subarray(HEADER_BYTES)
			);
			// Only who has the key is remembered: names alone cost nothing.
			if (this.#keys.size < MOST_KEYS) this.#keys.set(member, key);
			return { member, count, text: strictUtf8.decode(await unpacked(new Uint8Array(bytes))) };
		} catch {
			return null;
		}
	}

	async #keyOf(member: string): Promise<CryptoKey> {
		return (
			this.#keys.get(member) ??
			crypto.subtle.deriveKey(
				{
					name: 'HKDF',
					hash: 'SHA-256',
					salt: utf8.encode(this.#room),
					info: utf8.encode(`parley ${VERSION} ${member}`)
				},
				await this.#root,
				{ name: 'AES-GCM', length: 256 },
				false,
				['encrypt', 'decrypt']
			)
		);
	}
}

const unpacked = (bytes: Uint8Array<ArrayBuffer>) =>
	bytes[0] === GZIP ? gunzip(bytes, LONGEST_MESSAGE) : bytes;

/** The nonce is the count, and what is in the clear is held to be what it was (SP 800-38D, 8.2.1 and 7). */
function algorithm(purpose: Purpose, header: Uint8Array): AesGcmParams {
	const iv = new Uint8Array(12);
	iv.set(header.subarray(1 + MEMBER_BYTES), 4);
	const words = utf8.encode(purpose);
	const additionalData = new Uint8Array(words.length + header.length);
	additionalData.set(words);
	additionalData.set(header, words.length);
	return { name: 'AES-GCM', iv, additionalData };
}
