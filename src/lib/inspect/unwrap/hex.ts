import type { Enclosed } from './enclosed-text';
import {
	bytesOf,
	bytesUpTo,
	hexRowOf,
	mostBytes,
	TELLING_CELLS,
	USUAL,
	type HexRow
} from './hex-row';
import { payloadOf } from './packet';
import { realEndFrom } from './read-line';

const TELLING = /^[^\w\r\n]{0,12}(?:0[xX])?[0-9a-fA-F]{4,8}:?[ \t]{1,4}[0-9a-fA-F]{2}/m;
/** `od` writes offsets in octal, and others in decimal. */
const BASES = [16, 8, 10];

interface PlacedRow extends HexRow {
	readonly start: number;
	readonly end: number;
}

/** Texts that stand in a dump in hex: rows, packet by packet. Linear. */
export function findHexDumps(text: string): Enclosed[] {
	if (!TELLING.test(text) && !TELLING_CELLS.test(text)) return [];
	const found: Enclosed[] = [];
	let rows: PlacedRow[] = [];
	const close = () => {
		for (const packets of dumpsOf(packetsOf(rows))) {
			const inner = textOf(packets);
			if (inner === '') continue;
			found.push({ start: packets[0]!.start, end: packets.at(-1)!.end, text: inner });
		}
		rows = [];
	};
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const line = text.slice(at, end);
		const row = hexRowOf(line);
		if (row) rows.push({ ...row, start: at, end });
		// A description that stands there as it is ends what can be one dump.
		else if (rows.length > 0 && line.includes('v=0')) close();
		at = next;
	}
	close();
	return found;
}

const STREAM =
	/(?<![\w=+/])(?:[0-9a-fA-F]{2}){20,}(?:[ \t]*\r?\n[ \t]*(?:[0-9a-fA-F]{2}){1,}(?=\s|$))*(?![\w=+/])/g;

/** Texts in hex without anything between: Wireshark’s “as a hex stream”, `xxd -p`. Linear. */
export function findHexStreams(text: string): Enclosed[] {
	return [...text.matchAll(STREAM)].flatMap(({ 0: run, index }) => {
		const inner = textOfPacket(run.replace(/\s+/g, ''));
		return inner === '' ? [] : [{ start: index, end: index + run.length, text: inner }];
	});
}

/** What a packet carries, and where its rows stand. */
interface Packet {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** The packets, or files, in rows. A row whose offset does not go on begins another one. */
function packetsOf(rows: readonly PlacedRow[]): Packet[] {
	const packets: { hex: string; start: number; end: number }[] = [];
	let isOpen = false;
	// A row without others before and behind it has no more.
	let [column, width] = [Infinity, USUAL];
	for (const [at, row] of rows.entries()) {
		const next = rows[at + 1];
		const count = next ? distance(row, next) : null;
		const known = count === null ? null : bytesOf(row, count);
		if (known) [column, width] = [known.end, count!];
		const hex = known?.hex ?? bytesUpTo(row, column, width);
		const packet = packets.at(-1);
		if (isOpen && packet) {
			packet.hex += hex;
			packet.end = row.end;
		} else packets.push({ hex, start: row.start, end: row.end });
		isOpen = known !== null;
	}
	return packets.map(({ hex, start, end }) => ({ text: textOfPacket(hex), start, end }));
}

/**
 * The packets of each dump: one that begins with a description, behind another that is in no message, is a file
 * of its own, above which somebody may say what it is.
 */
function dumpsOf(packets: readonly Packet[]): Packet[][] {
	const dumps: Packet[][] = [];
	for (const packet of packets) {
		const dump = dumps.at(-1);
		const isOther = BARE.test(packet.text) && dump !== undefined && BARE.test(dump[0]!.text);
		if (dump && !isOther) dump.push(packet);
		else dumps.push([packet]);
	}
	return dumps;
}

/** How many bytes stand between two rows; null where the second does not go on from the first. */
function distance(row: HexRow, next: HexRow): number | null {
	const most = mostBytes(row);
	for (const base of BASES) {
		if (base < 16 && /[a-f]/i.test(row.offset + next.offset)) continue;
		const count = parseInt(next.offset, base) - parseInt(row.offset, base);
		if (count > 0 && count <= most) return count;
	}
	return null;
}

const OTHER_THAN_TEXT = /[^\t\r\n\u0020-\u007e\u0080-\uffff]/;
/** What begins a message, and so is not the rest of the one before. */
const BEGINNING =
	/^(?:(?:INVITE|ACK|BYE|CANCEL|OPTIONS|PRACK|UPDATE|SUBSCRIBE|NOTIFY|REFER|INFO|MESSAGE|REGISTER|PUBLISH|POST|PATCH) \S{1,300} (?:SIP|HTTP)\/|(?:SIP|HTTP)\/[\d.]{1,3} \d{3} |v=0[\r\n])/;

/** A description that no message carries. */
const BARE = /^v=0[\r\n]/;

/** What packets carry, one behind the other: TCP and IP break a message anywhere. */
function textOf(packets: readonly Pick<Packet, 'text'>[]): string {
	let text = '';
	for (const { text: inner } of packets) {
		text += (BEGINNING.test(inner) && /[^\n]$/.test(text) ? '\r\n' : '') + inner;
	}
	return text;
}

function textOfPacket(hex: string): string {
	const bytes = Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
	const payload = payloadOf(bytes);
	const whole = new TextDecoder().decode(payload ?? bytes);
	// Headers of other kinds stand in front of the text.
	if (payload) return OTHER_THAN_TEXT.test(whole) ? '' : whole;
	return textAtEnd(whole);
}

function textAtEnd(whole: string): string {
	if (!OTHER_THAN_TEXT.test(whole)) return whole;
	let from = whole.length;
	while (from > 0 && !OTHER_THAN_TEXT.test(whole[from - 1]!)) from -= 1;
	return whole.slice(from);
}
