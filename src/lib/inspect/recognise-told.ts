import { counted } from './counted';
import { findCourse } from './find-told';
import { findWords } from './find-words';
import type { Recognised } from './recognised';

/** What a text is that has nothing of a call but its states, and what a browser said; null for other texts. */
export function ofTold(text: string): Recognised | null {
	const course = findCourse(text);
	const words = findWords(text);
	const { refusals, errors, states } = course;
	const said = refusals.length + errors.length + words.length;
	if (said + states.length === 0) return null;
	const what = [
		said > 0 ? counted(said, 'error', 'errors') : null,
		states.length > 0 ? `the state ${states.at(-1)!.state}` : null
	].filter(Boolean);
	const sentence = `No description and no candidate, but what a browser tells of a call: ${what.join(', and ')}.`;
	const parts = { descriptions: [], candidates: [], owners: [], pairs: [], notes: [], unused: [] };
	return {
		kind: 'told',
		sentence,
		words,
		course,
		...parts,
		exchanges: [],
		glare: false,
		crossed: null
	};
}
