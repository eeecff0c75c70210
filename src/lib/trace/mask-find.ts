import { addressOf, type FoundAddress } from './mask-address';

/** Where an address may stand: everything that addresses are written with, as long as it goes. */
const RUNS = /[0-9A-Za-z][0-9A-Za-z.:%-]*|:[0-9A-Za-z.:%]+/g;
/** RFC 8122, 5: at least the 16 bytes of MD5. */
const FINGERPRINT = /^[0-9a-f]{2}(?::[0-9a-f]{2}){15,63}$/i;
/** A browser's version has four numbers, too. */
const VERSION = /(?:Chrom(?:e|ium)|Edg[A-Za-z]*|OPR|Version|Safari|Firefox|Electron)\/$/;
/** `::1`: nothing shorter tells anything. */
const SHORTEST_RUN = 3;
/** A fingerprint of SHA-512 has 191 characters, and no host name more than 255 (RFC 1035, 2.3.4). */
const LONGEST_RUN = 300;
const DOT = 46;
const COLON = 58;

/** An address or a fingerprint. */
export interface Found extends Omit<FoundAddress, 'family'> {
	readonly family: FoundAddress['family'] | 'fingerprint';
}

/** An address or a fingerprint, and where it stands. */
export interface FoundAt {
	start: number;
	end: number;
	found: Found;
}

/** Everything in a text that is an address, or a fingerprint where those are asked for, in order. */
export function findAddresses(text: string, fingerprints: boolean): FoundAt[] {
	if (text.length < SHORTEST_RUN) return [];
	return [...find(text, fingerprints)];
}

function* find(text: string, fingerprints: boolean): Iterable<FoundAt> {
	for (const match of text.matchAll(RUNS)) {
		if (!mayHoldAddress(match[0])) continue;
		for (const [from, to] of pieces(match[0])) {
			for (const part of candidates(match[0].slice(from, to))) {
				const start = match.index + from + part.from;
				const found = foundIn(part.text, text, start, fingerprints);
				if (found === null) continue;
				yield { start, end: start + part.text.length, found };
				break;
			}
		}
	}
}

function foundIn(run: string, text: string, start: number, fingerprints: boolean): Found | null {
	if (FINGERPRINT.test(run)) {
		return fingerprints ? { family: 'fingerprint', key: run.toUpperCase(), suffix: '' } : null;
	}
	const found = addressOf(run);
	if (found?.family !== 4) return found;
	return VERSION.test(text.slice(Math.max(0, start - 20), start)) ? null : found;
}

/**
 * Whether a run has the punctuation of an address, a name or a fingerprint. Most have not, and looking
 * for that is much less work than trying each of their parts.
 */
function mayHoldAddress(run: string): boolean {
	if (run.length < SHORTEST_RUN) return false;
	let [dots, colons] = [0, 0];
	for (let at = 0; at < run.length; at += 1) {
		const code = run.charCodeAt(at);
		if (code === DOT) dots += 1;
		else if (code === COLON) {
			colons += 1;
			if (run.charCodeAt(at + 1) === COLON) return true;
		}
	}
	return dots >= 3 || colons >= 6 || (dots > 0 && /\.local/i.test(run));
}

/** A name may have hyphens in it; between addresses they separate. */
function* pieces(run: string): Iterable<[from: number, to: number]> {
	if (/\.local\b/i.test(run)) return yield [0, run.length];
	for (let from = 0; from < run.length;) {
		const hyphen = run.indexOf('-', from);
		const to = hyphen === -1 ? run.length : hyphen;
		yield [from, to];
		from = to + 1;
	}
}

/**
 * Which parts of a run may be an address: all of it, or what is left without a label in front
 * (`stun:`), a port behind, and the punctuation of a sentence.
 */
function candidates(run: string): { from: number; text: string }[] {
	if (run.length < SHORTEST_RUN || run.length > LONGEST_RUN || !/[.:]/.test(run)) return [];
	const end = run.endsWith('::') ? run.length : run.length - /[.:%-]*$/.exec(run)![0].length;
	const parts: [number, number][] = [[0, end]];
	const colon = run.indexOf(':');
	if (colon !== -1) {
		const last = run.lastIndexOf(':', end - 1);
		parts.push([colon + 1, end], [0, last], [colon + 1, last]);
		// Chromium names a certificate in its statistics by CF and its fingerprint.
		if (run.startsWith('CF')) parts.push([2, end]);
	}
	return parts
		.filter(([from, to]) => to - from >= 2)
		.map(([from, to]) => ({ from, text: run.slice(from, to) }));
}

/** A fingerprint of the same length that is recognisably none. */
export function fingerprintMask(key: string, number: number): string {
	const bytes = key.split(':').length;
	return number
		.toString(16)
		.toUpperCase()
		.padStart(bytes * 2, '0')
		.match(/../g)!
		.join(':');
}
