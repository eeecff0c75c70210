import { isWhole } from './syntax';

/** How much of a value from the input a sentence shows. */
const SHOWN = 80;

/** A value from the input, short enough for a sentence. */
export function clip(value: string): string {
	return value.length > SHOWN ? `${value.slice(0, SHOWN - 1)}…` : value;
}

/** A value from the input in quotation marks. */
export function quote(value: string): string {
	return `“${clip(value)}”`;
}

/** `a, b and c`, or `a, b and 7 more`. */
export function list(items: readonly string[], most = 6, total = items.length): string {
	const shown = total > most ? items.slice(0, most - 1) : items.slice(0, -1);
	const last = total > most ? `${total - most + 1} more` : items.at(-1);
	if (last === undefined) return 'nothing';
	return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** The same for values from the input: each is made short enough. */
export function listValues(values: readonly string[], most = 6): string {
	return list(values.slice(0, most + 1).map(clip), most, values.length);
}

/** `The codec is`, `All 3 codecs are`. */
export function all(amount: number, noun: string): string {
	return amount === 1 ? `The ${noun} is` : `All ${amount} ${noun}s are`;
}

/** `1 codec`, `3 codecs`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
	return `${amount} ${amount === 1 ? noun : plural}`;
}

/** The same with a capital letter in front, but for names such as iSAC. */
export function capital(sentence: string): string {
	const second = sentence.charCodeAt(1);
	return second >= 65 && second <= 90
		? sentence
		: sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A number from the input in words; what is no number is shown as it is. */
export function amount(value: string, words: (amount: number) => string): string {
	return isWhole(value) ? words(Number(value)) : quote(value);
}

type Unit = readonly [size: number, name: string, digits: number];

/** An amount in the largest of the units that it fills; null where it fills none. */
function inUnits(amount: number, units: readonly Unit[]): string | null {
	const at = units.findIndex(([size]) => amount >= size);
	const [size, name, digits] = units[at] ?? [0, '', 0];
	if (size === 0) return null;
	const rounded = Number((amount / size).toFixed(digits));
	const larger = units[at - 1];
	// 1073741823 bytes are not 1024 MiB but 1 GiB.
	return larger !== undefined && rounded * size >= larger[0]
		? `1 ${larger[1]}`
		: `${rounded} ${name}`;
}

const RATES: readonly Unit[] = [
	[1e6, 'Mbit/s', 2],
	[1e3, 'kbit/s', 1]
];

/** 2500000 → `2.5 Mbit/s`. */
export function bitrate(bitsPerSecond: number): string {
	return inUnits(bitsPerSecond, RATES) ?? `${bitsPerSecond} bit/s`;
}

const SIZES: readonly Unit[] = [
	[2 ** 30, 'GiB', 2],
	[2 ** 20, 'MiB', 2],
	[2 ** 10, 'KiB', 1]
];

/** 262144 → `256 KiB`. */
export function bytes(amount: number): string {
	return inUnits(amount, SIZES) ?? count(amount, 'byte');
}
