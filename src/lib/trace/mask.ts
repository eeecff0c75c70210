import type { Json, TraceEntry } from './entry';
import { addressMask, addressOf } from './mask-address';
import { findAddresses, fingerprintMask, type Found } from './mask-find';

export interface MaskOptions {
	/** Whether certificate fingerprints are masked too. They tell who, but nothing secret. */
	fingerprints?: boolean;
}

/** ICE credentials where they are named (RFC 8839, 5.4 and 5.1), in a text and in JSON in a text. */
const NAMED =
	/(\bice-(?:ufrag|pwd):|\bufrag |\b(?:usernameFragment|iceLocalUsernameFragment)\\*"?[:=] ?\\*"?)([A-Za-z0-9+/]{4,256})/g;
/** Members that hold nothing but a credential. */
const SECRET_MEMBERS = new Set([
	'usernameFragment',
	'iceLocalUsernameFragment',
	'ufrag',
	'pwd',
	'credential',
	'username'
]);
const ICE_WORD = /[A-Za-z0-9+/]+/g;
/** So few letters, or digits, may be a word or a number of another meaning. */
const AMBIGUOUS = /^(?:[a-z]+|[A-Z]+|[A-Z]?[a-z]+|\d+)$/;
const LONG_ENOUGH_TO_BE_SECRET = 22;
/**
 * Replaces addresses and ICE credentials, and remembers by what: a value gets the same mask
 * wherever and whenever it comes, so that following it still works.
 */
export class Masker {
	readonly #fingerprints: boolean;
	readonly #masks = new Map<string, string>();
	readonly #credentials = new Map<string, string>();
	/** What came in, and what went out: no mask may be either. */
	readonly #taken = new Set<string>();
	readonly #counts = new Map<string, number>();

	constructor({ fingerprints = false }: MaskOptions = {}) {
		this.#fingerprints = fingerprints;
	}

	/** Reads the credentials and addresses of a value in advance, so that no mask looks like one. */
	learn(value: Json): void {
		this.#walk(value, undefined, (text, member) => {
			if (member !== undefined && SECRET_MEMBERS.has(member)) this.#taken.add(text);
			for (const [, , secret] of text.matchAll(NAMED)) this.#taken.add(secret!);
			for (const { found } of findAddresses(text, this.#fingerprints)) this.#taken.add(found.key);
			return text;
		});
		// Only now, when all are known, is it safe to choose masks.
		this.#walk(value, undefined, (text, member) => {
			if (member !== undefined && SECRET_MEMBERS.has(member)) this.#credential(text);
			for (const [, , secret] of text.matchAll(NAMED)) this.#credential(secret!);
			return text;
		});
	}

	/** The value with everything masked. Members keep their order. */
	json(value: Json): Json {
		return this.#walk(value, undefined, (text, member) =>
			member !== undefined && SECRET_MEMBERS.has(member) ? this.#credential(text) : this.text(text)
		);
	}

	/** The text with everything masked that was learned, and every address. */
	text(text: string): string {
		let masked = '';
		let at = 0;
		for (const { start, end, found } of findAddresses(text, this.#fingerprints)) {
			masked += this.#secrets(text.slice(at, start)) + this.#address(found) + found.suffix;
			at = end;
		}
		return masked + this.#secrets(text.slice(at));
	}

	#address({ family, key }: Found): string {
		const known = this.#masks.get(key);
		if (known !== undefined) return known;
		const mask = this.#next(family, (number) =>
			family === 'fingerprint' ? fingerprintMask(key, number) : addressMask(family, number)
		);
		this.#masks.set(key, mask);
		return mask;
	}

	#credential(secret: string): string {
		if (secret === '') return secret;
		const known = this.#credentials.get(secret);
		if (known !== undefined) return known;
		// As long as the original, which for ice-ufrag is 4 and for ice-pwd 22 or more (RFC 8839, 5.4).
		const mask = this.#next(`credential ${secret.length}`, (number) => {
			const digits = number.toString(36);
			return `m${digits.padStart(Math.max(secret.length, 4) - 1, '0')}`;
		});
		this.#credentials.set(secret, mask);
		return mask;
	}

	/** The first mask of a kind that is neither in use nor an original. */
	#next(kind: string | number, make: (number: number) => string): string {
		for (let number = this.#counts.get(`${kind}`) ?? 0; ; number += 1) {
			const mask = make(number);
			const key = addressOf(mask)?.key ?? mask;
			if (this.#taken.has(key)) continue;
			this.#taken.add(key);
			this.#counts.set(`${kind}`, number + 1);
			return mask;
		}
	}

	/** Credentials where they are named, and elsewhere where they can be nothing else. */
	#secrets(text: string): string {
		if (text === '') return text;
		const named = text.replace(
			NAMED,
			(_, name: string, secret: string) => name + this.#credential(secret)
		);
		if (this.#credentials.size === 0) return named;
		return named.replace(ICE_WORD, (word) => {
			const mask = this.#credentials.get(word);
			if (mask === undefined) return word;
			return word.length < LONG_ENOUGH_TO_BE_SECRET && AMBIGUOUS.test(word) ? word : mask;
		});
	}

	#walk(
		value: Json,
		member: string | undefined,
		visit: (text: string, member: string | undefined) => string
	): Json {
		if (typeof value === 'string') return visit(value, member);
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map((one) => this.#walk(one, member, visit));
		return Object.fromEntries(
			Object.entries(value).map(([name, one]) => [
				visit(name, undefined),
				this.#walk(one, name, visit)
			])
		);
	}
}

/**
 * The entries with addresses, mDNS names and ICE credentials masked, each value by the same mask
 * everywhere. Everything else is as it was, and masked descriptions and candidates still parse.
 * The unspecified and loopback addresses stay: they tell nothing.
 */
export function mask(entries: readonly TraceEntry[], options?: MaskOptions): TraceEntry[] {
	const masker = new Masker(options);
	const data = entries.map((entry) => entry.data ?? null);
	masker.learn(data);
	return entries.map((entry) =>
		entry.data === undefined ? { ...entry } : { ...entry, data: masker.json(entry.data) }
	);
}
