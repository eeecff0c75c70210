import { isTokenChar, strayIn } from '../ice';
import { quote } from './words';

/** What is wrong with the name of an attribute, which is a token (RFC 8866, 9), or null. */
export function nameProblem(name: string): string | null {
	if (name === '') return 'The attribute has no name.';
	const stray = strayIn(name, isTokenChar);
	return stray === null ? null : `The name of an attribute may not have ${stray} in it.`;
}

/** What is wrong where a name that is known ends at a space. */
export function spaceProblem(name: string, hasValue: boolean): string {
	return `There is a space behind ${quote(name)}, where ${hasValue ? 'a colon should be' : 'the line should end'}.`;
}

const COLON = 58;

/** A colon promises a value of one character at least (`byte-string`, RFC 8866, 9). */
export function emptyProblem(text: string): string | null {
	return text.charCodeAt(text.length - 1) === COLON
		? 'There is a colon, and no value behind it.'
		: null;
}
