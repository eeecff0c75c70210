import { candidateOfFields } from './candidate-fields';
import { readPrinted } from './statistics/printed-value';
import { isObject } from './values';

/** The line of a candidate that a text tells by its fields, and which part of the text does. */
interface Told {
	readonly line: string;
	readonly start: number;
	readonly end: number;
}

/** The beginning of an object as a console prints it, with what only candidates have. */
const OBJECT = /\{[^{}]{0,300}?\bfoundation["']?\s{0,3}[:=]/g;

/** No object of a candidate is longer, in UTF-16 code units; one that is not closed ends with the text. */
const LONGEST = 1000;

/** Candidates that a text tells by their fields: the objects of mediasoup and ORTC in a console. Linear. */
export function findLogged(text: string): Told[] {
	if (!text.includes('foundation')) return [];
	return [...text.matchAll(OBJECT)].flatMap(({ index }) => {
		const { value, end } = readPrinted(text.slice(index, index + LONGEST), 0);
		// One that has its line is read by it, and those of statistics are, with their pairs.
		const isOwn = isObject(value) && !('candidate' in value) && !('candidateType' in value);
		return isOwn ? told(candidateOfFields(value), index, index + end) : [];
	});
}

const told = (line: string | null, start: number, end: number): Told[] =>
	line === null ? [] : [{ line, start, end }];
