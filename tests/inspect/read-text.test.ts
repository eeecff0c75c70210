import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodingOf } from '../../src/lib/inspect/encoding';
import { readText } from '../../src/lib/inspect/read-text';

const TEXT = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=Zoë’s call\r\nt=0 0\r\n';
const MB = 1_000_000;

function utf16(text: string, isLittle: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(text.length * 2 + (mark ? 2 : 0));
	const view = new DataView(bytes.buffer);
	[...(mark ? '\ufeff' : ''), ...text].forEach((letter, index) =>
		view.setUint16(index * 2, letter.charCodeAt(0), isLittle)
	);
	return bytes;
}

const packed = (text: string | Uint8Array) => new Uint8Array(gzipSync(text));
const read = (bytes: BlobPart, most?: number) =>
	readText(new Blob([bytes]), { ...(most !== undefined && { most }) });

/** What a file is refused with. */
async function refusal(bytes: BlobPart, most?: number): Promise<string> {
	return read(bytes, most).then(
		({ text }) => `read: ${text.slice(0, 40)}`,
		(error: Error) => `${error.name}: ${error.message}`
	);
}

describe('the text of a file', () => {
	it.each([
		['in UTF-8', new TextEncoder().encode(TEXT)],
		['in UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
		['in UTF-16, little end first', utf16(TEXT, true, true)],
		['in UTF-16, big end first', utf16(TEXT, false, true)],
		['in UTF-16 without a mark, little end first', utf16(TEXT, true, false)],
		['in UTF-16 without a mark, big end first', utf16(TEXT, false, false)],
		['packed', packed(TEXT)],
		['packed, in UTF-16', packed(utf16(TEXT, true, true))]
	])('is read %s', async (_, bytes) => {
		expect(await read(bytes)).toEqual({ text: TEXT, cutOff: false });
	});

	it('is nothing in an empty file', async () => {
		expect(await read('')).toEqual({ text: '', cutOff: false });
		expect(await read(packed(''))).toEqual({ text: '', cutOff: false });
	});

	it('is whole wherever the pieces of a file end', async () => {
		const long = TEXT.repeat(5000);
		const { text } = await read(packed(long));
		expect(text).toBe(long);
	});

	it('is told of while it is read', async () => {
		const told: number[] = [];
		const blob = new Blob([TEXT.repeat(20_000)]);
		await readText(blob, { onprogress: (done, total) => told.push(done / total) });
		expect(told.at(-1)).toBe(1);
		expect([...told].sort((a, b) => a - b)).toEqual(told);
	});

	it('is not read further once that is given up', async () => {
		const aborter = new AbortController();
		const reading = readText(new Blob([TEXT.repeat(20_000)]), {
			signal: aborter.signal,
			onprogress: () => aborter.abort()
		});
		await expect(reading).rejects.toThrow(/abort/i);
	});
});

describe('a gzip file that ends too early', () => {
	const long = packed(Array.from({ length: 20_000 }, (_, at) => `line ${at * 7919}\n`).join(''));

	it('gives what could be unpacked, and says that it is cut off', async () => {
		const { text, cutOff } = await read(long.slice(0, long.length - 200));
		expect(cutOff).toBe(true);
		expect(text).toMatch(/^line 0\nline 7919\n/);
	});

	it('is said to be cut off where nothing could be unpacked', async () => {
		expect(await refusal(long.slice(0, 12))).toBe(
			'Unreadable: This gzip file is cut off: nothing can be unpacked.'
		);
	});

	it('is told from one that is damaged', async () => {
		const damaged = long.slice();
		damaged.fill(0xff, 2000, 2100);
		expect(await refusal(damaged)).toMatch(/^Unreadable: This gzip file is damaged/);
	});
});

describe('what would be too much', () => {
	it('is refused by the size of the file, before any of it is read', async () => {
		expect(await refusal(new Uint8Array(2 * MB), MB)).toBe(
			'Unreadable: The file has 2.0 MB; at most 1.0 MB are read.'
		);
	});

	it('is refused as soon as it is too much, while it is unpacked', async () => {
		expect(await refusal(packed(new Uint8Array(50 * MB)), MB)).toBe(
			'Unreadable: It unpacks to more than 1.0 MB; at most 1.0 MB are read.'
		);
	});
});

describe('what is no text', () => {
	it.each([
		['PK\u0003\u0004', /a ZIP archive: unpack it first/],
		['(\u00b5/\u00fd', /packed by Zstandard/],
		['\u00fd7zXZ', /packed by xz/],
		['BZh9', /packed by bzip2/],
		['7z\u00bc\u00af', /a 7z archive/],
		['\n\r\r\n', /pcapng/],
		['\u00d4\u00c3\u00b2\u00a1', /pcap/],
		['\u001aE\u00df\u00a3', /WebM/],
		['%PDF', /PDF/],
		['\u0089PNG', /PNG/],
		['\u00ff\u00fe\u0000\u0000', /UTF-32/]
	])('%j is called what it is', async (begin, expected) => {
		const bytes = Uint8Array.from(begin, (letter) => letter.charCodeAt(0));
		expect(await refusal(bytes)).toMatch(expected);
	});

	it('is not found in a text that has a zero somewhere', () => {
		expect(encodingOf(Uint8Array.from('v=0\u0000\u0000', (one) => one.charCodeAt(0)))).toBe(
			'utf-8'
		);
	});
});
