import type { Description } from '../trace';
import { candidateOfFields, membersOfFields } from './candidate-fields';
import { candidateAs, isCandidate } from './find-candidates';
import { descriptionAs } from './find-descriptions';
import { httpTypesOf } from './http-type';
import { labelOf } from './label';
import { noParts, type Parts } from './parts';
import { kindOf } from './statistics/normal';
import { textOfBytes } from './unwrap/byte-list';
import { isObject } from './values';

type Type = Description['type'];

/** Where JSON has a description by a name of its own: `{ offer: "v=0…", answer: "v=0…" }`. */
const TYPES = new Set(['offer', 'pranswer', 'answer', 'rollback']);

/** A place that cannot be told in what was pasted. */
const NOWHERE = { start: null, end: null, leftOut: null, remarks: [] } as const;

/** How the parts of a text are read. */
export type ReadText = (text: string) => Parts;

/** A value that is still to be looked at, its name, and the type that what is around it states. */
type Open = readonly [value: unknown, key: string | null, type: Type | null];

/** That an object with a label was looked at, and how many descriptions were found before it. */
class Labelled {
	readonly type: Type;
	readonly before: number;

	constructor(type: Type, before: number) {
		this.type = type;
		this.before = before;
	}
}

/**
 * All descriptions and candidates in parsed JSON, in order: those of `RTCSessionDescription` and
 * `RTCIceCandidate`, however deep, and those in any text. A stack instead of recursion, for nobody
 * knows how deep it is.
 * @param isStatistics whether the candidates of statistics are read elsewhere, with their pairs
 */
export function findInJson(json: unknown, read: ReadText, isStatistics = false): Parts {
	const parts = noParts();
	const open: (Open | Labelled)[] = [[json, null, null]];
	for (let next = open.pop(); next; next = open.pop()) {
		if (next instanceof Labelled) {
			heed(next, parts);
			continue;
		}
		const [value, key, type] = next;
		if (typeof value === 'string') inText(read(value), typeOf(key) ?? type, parts);
		else if (Array.isArray(value)) {
			const bytes = textOfBytes(value);
			if (bytes !== null) open.push([bytes, key, type]);
			else if (areLines(value)) open.push([`${value.map(withoutEnd).join('\r\n')}\r\n`, key, type]);
			else {
				for (let at = value.length - 1; at >= 0; at -= 1) open.push([value[at], key, type]);
			}
		} else if (isObject(value)) {
			if (isStatistics && kindOf(value) !== null) continue;
			// Bytes as JSON has those of an Uint8Array.
			const bytes = value['0'] === undefined ? null : textOfBytes(Object.values(value));
			if (bytes !== null) {
				open.push([bytes, key, type]);
				continue;
			}
			const line = typeof value.candidate === 'string' ? null : candidateOfFields(value);
			if (line !== null) parts.candidates.push(candidateAs(line, membersOfFields(value)));
			const stated = typeOf(value.type) ?? typeOf(key) ?? statedBy(value) ?? type;
			const label = stated === null ? labelOf(value) : null;
			if (label !== null) open.push(new Labelled(label, parts.descriptions.length));
			const types = httpTypesOf(value);
			for (const [name, member] of Object.entries(value).reverse()) {
				if (isPart(value, name, stated, parts, read)) continue;
				open.push([member, name, types?.get(name) ?? stated]);
			}
		}
	}
	return parts;
}

/** Takes a label for the type of the one description in its object; beside several it tells of none. */
function heed({ type, before }: Labelled, { descriptions }: Parts): void {
	const one = descriptions[before];
	if (!one || one.stated || descriptions.length > before + 1) return;
	descriptions[before] = { ...one, type, stated: true };
}

/** Takes a member that makes its object a description or a candidate. */
function isPart(
	object: { [key: string]: unknown },
	name: string,
	type: Type | null,
	parts: Parts,
	read: ReadText
): boolean {
	const value = object[name];
	if (typeof value !== 'string' || value === '') return false;
	if (name === 'sdp' && /^[a-z]=/.test(value)) {
		const unwrapped = isPlain(value) ? null : read(value);
		if (unwrapped && unwrapped.descriptions.length > 0) inText(unwrapped, type, parts);
		else
			parts.descriptions.push(
				descriptionAs(value, {
					isQuoted: true,
					isTyped: typeOf(object.type) !== null,
					...(type && { type })
				})
			);
		return true;
	}
	if (name === 'candidate' && isCandidate(value)) {
		parts.candidates.push(candidateAs(value, membersOfFields(object)));
		return true;
	}
	return false;
}

/** Whether a text is lines as they are, with nothing to be taken off. */
function isPlain(sdp: string): boolean {
	const lines = sdp.split(/\r\n|\n|\r/);
	const [first = '', second = ''] = lines;
	// One that is empty is really there; where one stands behind each, something else made them.
	const isDoubled = 3 * lines.filter((line) => line.trim() === '').length > lines.length;
	return !isDoubled && /^(?:[a-z]=|$)/.test(second) && !/^v=0[^ \t]/.test(first);
}

/** Parts whose places in what was pasted cannot be told. */
export function withoutPlaces(found: Parts): Parts {
	const parts = noParts();
	inText(found, null, parts);
	return parts;
}

function inText(found: Parts, type: Type | null, parts: Parts): void {
	for (const one of found.descriptions) {
		const stated = one.stated || type !== null;
		const known = one.stated ? one.type : (type ?? one.type);
		parts.descriptions.push({ ...one, ...NOWHERE, stated, type: known });
	}
	for (const one of found.candidates) parts.candidates.push({ ...one, start: null, end: null });
	for (const one of found.unused) parts.unused.push({ ...one, offset: null });
}

/** A line without the end that it may have of its own. */
const withoutEnd = (line: string) => line.replace(/(?:\r\n|\n|\r)$/, '');

/** Whether a list is the lines of a text. */
function areLines(list: readonly unknown[]): list is string[] {
	const isLine = (item: unknown) => typeof item === 'string' && !/[\r\n]/.test(withoutEnd(item));
	return list.some((item) => /v=0\W{0,6}$/.test(String(item).slice(-40))) && list.every(isLine);
}

/** The type that an object states by a member of another name: `{ command: 'offer', … }`. */
function statedBy(object: { [key: string]: unknown }): Type | null {
	for (const value of Object.values(object)) {
		if (typeof value === 'string' && value.length < 20) {
			const type = typeOf(value.toLowerCase().replace(/^sdp[_-]/, ''));
			if (type !== null) return type;
		}
	}
	return null;
}

function typeOf(value: unknown): Type | null {
	return typeof value === 'string' && TYPES.has(value) ? (value as Type) : null;
}
