import type { Description } from '../trace';
import { candidateAs, findCandidates, type FoundCandidate } from './find-candidates';
import { descriptionAs, findDescriptions, type FoundDescription } from './find-descriptions';
import { isObject } from './values';

export interface FoundParts {
	readonly descriptions: FoundDescription[];
	readonly candidates: FoundCandidate[];
}

/** Where JSON has a description by a name of its own: `{ offer: "v=0…", answer: "v=0…" }`. */
const TYPES = new Set(['offer', 'pranswer', 'answer', 'rollback']);

/**
 * All descriptions and candidates in parsed JSON, in order: those of `RTCSessionDescription` and
 * `RTCIceCandidate`, however deep, and those in any text. A stack instead of recursion, for nobody
 * knows how deep it is.
 */
export function findInJson(json: unknown): FoundParts {
	const parts: FoundParts = { descriptions: [], candidates: [] };
	const open: [value: unknown, key: string | null][] = [[json, null]];
	for (let next = open.pop(); next; next = open.pop()) {
		const [value, key] = next;
		if (typeof value === 'string') inText(value, key, parts);
		else if (Array.isArray(value)) {
			for (let index = value.length - 1; index >= 0; index -= 1) open.push([value[index], key]);
		} else if (isObject(value)) {
			for (const [name, member] of Object.entries(value).reverse()) {
				if (!isPart(value, name, key, parts)) open.push([member, name]);
			}
		}
	}
	return parts;
}

/** Takes a member that makes its object a description or a candidate. */
function isPart(
	object: { [key: string]: unknown },
	name: string,
	key: string | null,
	parts: FoundParts
): boolean {
	const value = object[name];
	if (typeof value !== 'string' || value === '') return false;
	if (name === 'sdp' && /^[a-z]=/.test(value)) {
		const type = typeOf(object.type) ?? typeOf(key);
		parts.descriptions.push(descriptionAs(value, { ...(type && { type }) }));
		return true;
	}
	if (name === 'candidate' && /^(a=)?candidate:/.test(value)) {
		const { sdpMid, sdpMLineIndex } = object;
		parts.candidates.push(
			candidateAs(value, {
				...(typeof sdpMid === 'string' && { sdpMid }),
				...(typeof sdpMLineIndex === 'number' && { sdpMLineIndex })
			})
		);
		return true;
	}
	return false;
}

function inText(text: string, key: string | null, { descriptions, candidates }: FoundParts): void {
	for (const found of findDescriptions(text)) {
		const type = found.stated ? found.type : (typeOf(key) ?? found.type);
		const place = { start: null, end: null, stated: found.stated || typeOf(key) !== null };
		descriptions.push({ ...found, ...place, type });
	}
	if (text.includes('v=0')) return;
	for (const found of findCandidates(text)) candidates.push({ ...found, start: null, end: null });
}

function typeOf(value: unknown): Description['type'] | null {
	return typeof value === 'string' && TYPES.has(value) ? (value as Description['type']) : null;
}
