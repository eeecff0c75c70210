import type { StatsObject } from '../dump';
import { isObject } from '../values';
import { modern } from './legacy';
import { findListed } from './listed';
import { kindOf, normalised, type Kind } from './normal';
import { findStreamsOfFirefox, hasStreamsOfFirefox } from './of-firefox';
import { readPrinted } from './printed-value';
import { findTabled, hasTabled } from './tabled';

/** What looks like an object of statistics. It decides only whether a text is looked at. */
const SIGN =
	/\btype\\{0,3}["'`]?\s{0,4}(?:=>|[:=→])\s{0,4}\\{0,3}["'`]?(?:candidate-?pair|(?:local|remote)-?candidate|(?:in|out)bound-?rtp|(?:webrtc-)?transport|media-source|googCandidatePair|ssrc)\b|\bReport:\s{0,4}(?:candidate-pair|(?:in|out)bound-rtp|transport)\b/i;

/** Where a value may begin that is more than a word. */
const OPENING = /[{[]/g;

/** Deeper than this nobody nests statistics. */
const DEEPEST = 12;

/** The stats objects of a text, in order; each with its time, where that is told. */
export function findStatistics(text: string): StatsObject[] {
	const shown = [
		...(hasTabled(text) ? collected(findTabled(text)) : []),
		...(hasStreamsOfFirefox(text) ? collected(findStreamsOfFirefox(text)) : [])
	];
	return [...shown, ...printedIn(text, shown.length > 0)];
}

/** @param isBeside whether other forms were found, of which the lines are like those of an unfolded object */
function printedIn(text: string, isBeside: boolean): StatsObject[] {
	if (!SIGN.test(text)) return [];
	const found = collectIn(text, isBeside);
	// A log may have written the whole as a text in a text.
	return found.length > 0 || !text.includes('\\"')
		? found
		: collectIn(text.replace(/\\+"/g, '"'), isBeside);
}

function collectIn(text: string, isBeside: boolean): StatsObject[] {
	const found = new Collector();
	OPENING.lastIndex = 0;
	for (let next = OPENING.exec(text); next; next = OPENING.exec(text)) {
		const { value, end } = readPrinted(text, next.index);
		found.take(value, null, 0);
		OPENING.lastIndex = Math.max(end, next.index + 1);
	}
	return found.objects.length > 0 || isBeside ? found.all() : collected(findListed(text));
}

function collected(objects: readonly { readonly [name: string]: unknown }[]): StatsObject[] {
	const found = new Collector();
	for (const object of objects) found.take(object, null, 0);
	return found.all();
}

/** The stats objects in parsed JSON. */
export function statisticsIn(value: unknown, text: string): StatsObject[] {
	if (!SIGN.test(text)) return [];
	const found = new Collector();
	found.take(value, null, 0);
	return found.all();
}

/** Collects stats objects out of whatever holds them. */
class Collector {
	readonly objects: { kind: Kind; object: StatsObject }[] = [];

	take(value: unknown, key: string | null, depth: number): void {
		if (depth > DEEPEST) return;
		if (typeof value === 'string') {
			// Some log the whole as one text.
			if (!/^\s*[[{]/.test(value) || !SIGN.test(value)) return;
			this.take(readPrinted(value, value.search(/[[{]/)).value, null, depth + 1);
		} else if (Array.isArray(value)) {
			const [id] = value as unknown[];
			const isEntry = value.length === 2 && typeof id === 'string' && isObject(value[1]);
			for (const item of value) this.take(item, isEntry ? (id as string) : null, depth + 1);
		} else if (isObject(value)) {
			const old = modern(value, typeof value.id === 'string' ? value.id : (key ?? ''));
			if (old.length > 0) {
				for (const object of old) this.objects.push({ kind: 'certain', object });
				return;
			}
			const kind = kindOf(value);
			if (kind === null) {
				for (const [name, member] of Object.entries(value)) this.take(member, name, depth + 1);
				return;
			}
			const named = nameOf(value) ?? key;
			const object = normalised(value, named ?? `${String(value.type)} ${this.objects.length}`);
			this.objects.push({ kind, object });
		}
	}

	/** What was found, where some of it can be nothing else. Candidates alone are just candidates. */
	all(): StatsObject[] {
		if (!this.objects.some(isMore)) return [];
		return this.objects.map(({ object }) => object);
	}
}

/** What a stats object is called; mediasoup calls a transport by its own member, and a stream by its SSRC. */
function nameOf({
	id,
	transportId,
	ssrc,
	type
}: {
	readonly [name: string]: unknown;
}): string | null {
	const isName = (value: unknown) => typeof value === 'string' || typeof value === 'number';
	if (isName(id)) return String(id);
	if (/transport$/.test(String(type)) && isName(transportId)) return String(transportId);
	return isName(ssrc) ? `${String(type)} ${String(ssrc)}` : null;
}

const isMore = ({ kind, object }: { kind: Kind; object: StatsObject }) =>
	kind === 'certain' && !object.type.endsWith('-candidate');
