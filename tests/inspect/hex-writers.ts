/** Writes bytes as a program shows them. */
export type Dump = (bytes: Uint8Array) => string;

const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
const shown = (bytes: Uint8Array) =>
	[...bytes].map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');

interface Style {
	readonly width: number;
	readonly offset: (at: number) => string;
	/** The bytes of a row, and how wide they are where the row is full. */
	readonly bytes: (pairs: readonly string[]) => string;
	readonly text?: (text: string) => string;
}

function rows({ width, offset, bytes, text }: Style): Dump {
	const full = bytes(Array.from({ length: width }, () => '00')).length;
	return (all) => {
		const lines: string[] = [];
		for (let at = 0; at < all.length; at += width) {
			const row = all.subarray(at, at + width);
			const hex = bytes(hexOf(row));
			lines.push(offset(at) + (text ? hex.padEnd(full) + text(shown(row)) : hex));
		}
		return `${lines.join('\n')}\n`;
	};
}

const hex = (digits: number) => (at: number) => at.toString(16).padStart(digits, '0');
const fours = (pairs: readonly string[]) => pairs.join('').replace(/.{4}(?=.)/g, '$& ');
const halves = (pairs: readonly string[]) =>
	[pairs.slice(0, 8).join(' '), pairs.slice(8).join(' ')].filter(Boolean).join('  ');

/** How `od -c` shows a byte. */
function cell(pair: string): string {
	const byte = parseInt(pair, 16);
	const escaped = '0abtnvfr'[[0, 7, 8, 9, 10, 11, 12, 13].indexOf(byte)];
	if (escaped !== undefined) return `  \\${escaped}`;
	return byte >= 32 && byte < 127
		? `   ${String.fromCharCode(byte)}`
		: ` ${byte.toString(8).padStart(3, '0')}`;
}

/** Bytes in rows, by the program that writes them so. */
export const DUMPS: Readonly<Record<string, Dump>> = {
	xxd: rows({ width: 16, offset: (at) => `${hex(8)(at)}: `, bytes: fours, text: (t) => `  ${t}` }),
	'xxd -g1 -c24': rows({
		width: 24,
		offset: (at) => `${hex(8)(at)}: `,
		bytes: (pairs) => pairs.join(' '),
		text: (t) => `  ${t}`
	}),
	'hexdump -C': rows({
		width: 16,
		offset: (at) => `${hex(8)(at)}  `,
		bytes: halves,
		text: (t) => `  |${t}|`
	}),
	'od -t x1': rows({
		width: 16,
		offset: (at) => `${at.toString(8).padStart(7, '0')} `,
		bytes: (pairs) => pairs.join(' ')
	}),
	'od -A x -t x1z': rows({
		width: 16,
		offset: (at) => `${hex(6)(at)} `,
		bytes: (pairs) => pairs.join(' '),
		text: (t) => `  >${t}<`
	}),
	'od -c': rows({
		width: 16,
		offset: (at) => at.toString(8).padStart(7, '0'),
		bytes: (pairs) => pairs.map(cell).join('')
	}),
	'od -c, without the blanks at the end of a row': (bytes) =>
		DUMPS['od -c']!(bytes).replace(/ +$/gm, ''),
	'od -b': rows({
		width: 16,
		offset: (at) => at.toString(8).padStart(7, '0'),
		bytes: (pairs) =>
			pairs.map((pair) => ` ${parseInt(pair, 16).toString(8).padStart(3, '0')}`).join('')
	}),
	'hexdump -c': rows({
		width: 16,
		offset: hex(7),
		bytes: (pairs) => pairs.map(cell).join('')
	}),
	'tcpdump -X': rows({
		width: 16,
		offset: (at) => `\t0x${hex(4)(at)}:  `,
		bytes: fours,
		text: (t) => `  ${t}`
	}),
	'Wireshark, hex and ASCII': rows({
		width: 16,
		offset: (at) => `${hex(4)(at)}   `,
		bytes: (pairs) => pairs.join(' '),
		text: (t) => `   ${t}`
	}),
	'Wireshark, hex': rows({
		width: 16,
		offset: (at) => `${hex(4)(at)}   `,
		bytes: (pairs) => pairs.join(' ')
	}),
	'the quotation of a mail': (bytes) =>
		DUMPS['hexdump -C']!(bytes).replace(/^/gm, '> ').replace(/> $/, '')
};

/** Bytes without anything between. */
export const STREAMS: Readonly<Record<string, Dump>> = {
	'Wireshark, a hex stream': (bytes) => hexOf(bytes).join(''),
	'xxd -p': (bytes) => `${hexOf(bytes).join('').replace(/.{60}/g, '$&\n')}\n`
};

const words = (...all: readonly number[]) => all.flatMap((word) => [word >> 8, word & 0xff]);

/** RFC 768. */
export const udp = (data: Uint8Array) =>
	Uint8Array.from([...words(5060, 5060, data.length + 8, 0x4e21), ...data]);

/** RFC 9293, 3.1, with the option of timestamps, whose bytes may be letters. */
export const tcp = (data: Uint8Array) =>
	Uint8Array.from([
		...words(5060, 5060, 1, 1, 2, 2, 0x8018, 512, 0x4e21, 0),
		...[1, 1, 8, 10, 65, 66, 67, 68, 73, 78, 86, 73],
		...data
	]);

/** RFC 791, 3.1. @param fragment where in the whole it stands, in units of 8 bytes */
export const ip4 = (protocol: number, data: Uint8Array, fragment = 0) =>
	Uint8Array.from([
		...words(0x4500, data.length + 20, 7, fragment),
		...[64, protocol, 0x4e, 0x21, 192, 0, 2, 1, 192, 0, 2, 2],
		...data
	]);

/** RFC 8200, 3. */
export const ip6 = (protocol: number, data: Uint8Array) =>
	Uint8Array.from([
		...words(0x6000, 0, data.length),
		...[protocol, 64],
		...Array.from({ length: 32 }, () => 0x41),
		...data
	]);

/** With the addresses of Ethernet in front, and what fills a short frame behind. */
export const ethernet = (packet: Uint8Array) =>
	Uint8Array.from([
		...Array.from({ length: 12 }, (_, at) => 0x41 + at),
		...words(packet[0]! >> 4 === 6 ? 0x86dd : 0x0800),
		...packet
	]);
