/** How much of a value from the input a sentence shows. */
const SHOWN = 80;

/** A value from the input, short enough for a sentence. */
export function clip(value: string): string {
	return value.length > SHOWN ? `${value.slice(0, SHOWN - 1)}…` : value;
}

/** A value from the input in quotation marks. */
export function quote(value: string): string {
	return `"${clip(value)}"`;
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

/** `1 codec`, `3 codecs`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
	return `${amount} ${amount === 1 ? noun : plural}`;
}

/** The same with a capital letter in front. */
export function capital(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** 2500000 → `2.5 Mbit/s`. */
export function bitrate(bitsPerSecond: number): string {
	if (bitsPerSecond >= 1e6) return `${Number((bitsPerSecond / 1e6).toFixed(2))} Mbit/s`;
	if (bitsPerSecond >= 1e3) return `${Number((bitsPerSecond / 1e3).toFixed(1))} kbit/s`;
	return `${bitsPerSecond} bit/s`;
}

/** 262144 → `256 KiB`. */
export function bytes(amount: number): string {
	if (amount >= 2 ** 30) return `${Number((amount / 2 ** 30).toFixed(2))} GiB`;
	if (amount >= 2 ** 20) return `${Number((amount / 2 ** 20).toFixed(2))} MiB`;
	if (amount >= 2 ** 10) return `${Number((amount / 2 ** 10).toFixed(1))} KiB`;
	return count(amount, 'byte');
}
