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
/** Characters of text that are remembered with what came of them; far more than a call has. */
const MOST_REMEMBERED = 4_000_000;

/** Whether an ICE password is one that a mask has put in the place of another: no browser draws so many zeros. */
export const isMaskedPassword = (password: string): boolean => /^m0{15}/.test(password);

/**
 * Replaces addresses and ICE credentials, and remembers by what: a value gets the same mask
 * wherever and whenever it comes, so that following it still works.
 *
 * Statistics say the same names and addresses every second, and a description is in a trace ten times:
 * each text is looked through once.
 */
export class Masker {
	readonly #fingerprints: boolean;
	readonly #masks = new Map<string, string>();
	readonly #credentials = new Map<string, string>();
	/** What came in, and what went out: no mask may be either. */
	readonly #taken = new Set<string>();
	readonly #counts = new Map<string, number>();
	/** Texts whose credentials and addresses are known. */
	readonly #learned = new Remembered<true>();
	/** What came of texts, as long as no other credential is known. */
	readonly #texts = new Remembered<string>();

	constructor({ fingerprints = false }: MaskOptions = {}) {
		this.#fingerprints = fingerprints;
	}

	/** Reads the credentials and addresses of a value in advance, so that no mask looks like one. */
	learn(value: Json): void {
		const secrets: string[] = [];
		visitTexts(value, undefined, (text, member) => {
			if (isSecret(member)) secrets.push(text);
			if (this.#learned.get(text) !== undefined) return;
			this.#learned.set(text, true);
			if (mayNameCredential(text)) {
				for (const [, , secret] of text.matchAll(NAMED)) secrets.push(secret!);
			}
			for (const { found } of findAddresses(text, this.#fingerprints)) this.#taken.add(found.key);
		});
		for (const secret of secrets) this.#taken.add(secret);
		// Only now, when all are known, is it safe to choose masks.
		for (const secret of secrets) this.#credential(secret);
	}

	/** The value with everything masked. Members keep their order. */
	json(value: Json, member?: string): Json {
		if (typeof value === 'string') {
			return isSecret(member) ? this.#credential(value) : this.text(value);
		}
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map((one) => this.json(one, member));
		return Object.fromEntries(
			Object.entries(value).map(([name, one]) => [this.text(name), this.json(one, name)])
		);
	}

	/** The text with everything masked that was learned, and every address. */
	text(text: string): string {
		const known = this.#texts.get(text);
		if (known !== undefined) return known;
		const credentials = this.#credentials.size;
		let masked = '';
		let at = 0;
		for (const { start, end, found } of findAddresses(text, this.#fingerprints)) {
			masked += this.#secrets(text.slice(at, start)) + this.#address(found) + found.suffix;
			at = end;
		}
		masked += this.#secrets(text.slice(at));
		if (this.#credentials.size === credentials) this.#texts.set(text, masked);
		return masked;
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
		// It may stand in any text that has been seen, where nothing named it.
		this.#texts.clear();
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
		const named = mayNameCredential(text)
			? text.replace(NAMED, (_, name: string, secret: string) => name + this.#credential(secret))
			: text;
		if (this.#credentials.size === 0) return named;
		return named.replace(ICE_WORD, (word) => {
			const mask = this.#credentials.get(word);
			if (mask === undefined) return word;
			return word.length < LONG_ENOUGH_TO_BE_SECRET && AMBIGUOUS.test(word) ? word : mask;
		});
	}
}

/** What is known of texts, until there are too many of them. */
class Remembered<T> {
	readonly #known = new Map<string, T>();
	#size = 0;

	get(text: string): T | undefined {
		return this.#known.get(text);
	}

	set(text: string, known: T): void {
		this.#size += text.length;
		if (this.#size > MOST_REMEMBERED) this.clear();
		this.#known.set(text, known);
	}

	clear(): void {
		this.#known.clear();
		this.#size = 0;
	}
}

function isSecret(member: string | undefined): boolean {
	return member !== undefined && SECRET_MEMBERS.has(member);
}

/** Whether it is worth looking for a name of `NAMED`. */
function mayNameCredential(text: string): boolean {
	return text.length > 'ufrag '.length && (text.includes('rag') || text.includes('ice-pwd:'));
}

/** Shows every text of a value, the names of members among them, with the member that it is of. */
function visitTexts(
	value: Json,
	member: string | undefined,
	visit: (text: string, member: string | undefined) => void
): void {
	if (typeof value === 'string') visit(value, member);
	else if (Array.isArray(value)) for (const one of value) visitTexts(one, member, visit);
	else if (typeof value === 'object' && value !== null) {
		for (const [name, one] of Object.entries(value)) {
			visit(name, undefined);
			visitTexts(one, name, visit);
		}
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
