/** A file that cannot be read, with a sentence for a person. */
export class Unreadable extends Error {
	override readonly name = 'Unreadable';
}

/** RFC 1952, 2.3.1. */
export const isGzip = ([first, second]: Uint8Array) => first === 0x1f && second === 0x8b;

/** What begins like this is no text, and what it is then. */
const FOREIGN: readonly (readonly [magic: readonly number[], what: string])[] = [
	[[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive: unpack it first'],
	[[0x28, 0xb5, 0x2f, 0xfd], 'packed by Zstandard: unpack it first'],
	[[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'packed by xz: unpack it first'],
	[[0x42, 0x5a, 0x68], 'packed by bzip2: unpack it first'],
	[[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive: unpack it first'],
	[[0x0a, 0x0d, 0x0d, 0x0a], 'a capture of packets (pcapng), which is not read here'],
	[[0xd4, 0xc3, 0xb2, 0xa1], 'a capture of packets (pcap), which is not read here'],
	[[0xa1, 0xb2, 0xc3, 0xd4], 'a capture of packets (pcap), which is not read here'],
	[[0x1a, 0x45, 0xdf, 0xa3], 'a recording (WebM or Matroska), which is not read here'],
	[[0x25, 0x50, 0x44, 0x46], 'a PDF, of which the text can be copied and pasted'],
	[[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
	[[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
	[[0xff, 0xfe, 0x00, 0x00], 'text in UTF-32: save it as UTF-8'],
	[[0x00, 0x00, 0xfe, 0xff], 'text in UTF-32: save it as UTF-8']
];

/** So many bytes tell in what a text is encoded. */
export const HEAD_BYTES = 256;

/**
 * In what a text is encoded, by its first bytes: by a byte order mark, else by where the zeros are that
 * UTF-16 has in each letter of ASCII.
 * @throws {Unreadable} where it is known to be no text
 */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	const begins = (magic: readonly number[]) => magic.every((byte, index) => head[index] === byte);
	const foreign = FOREIGN.find(([magic]) => begins(magic));
	if (foreign) throw new Unreadable(`This is ${foreign[1]}.`);
	if (begins([0xff, 0xfe])) return 'utf-16le';
	if (begins([0xfe, 0xff])) return 'utf-16be';
	const zeros = [0, 0];
	head.subarray(0, HEAD_BYTES).forEach((byte, index) => {
		if (byte === 0) zeros[index % 2]! += 1;
	});
	const half = Math.min(head.length, HEAD_BYTES) / 2;
	const [even = 0, odd = 0] = zeros;
	// Dumps are ASCII for the most part: at least in their first letters.
	if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
	if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
	return 'utf-8';
}
