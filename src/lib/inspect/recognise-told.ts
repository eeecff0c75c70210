import { counted } from './counted';
import { findCourse } from './find-told';
import { findServers } from './find-servers';
import { findWords } from './find-words';
import type { Recognised } from './recognised';

/** What a text is that has nothing of a call but its states, and what was said; null for other texts. */
export function ofTold(text: string): Recognised | null {
	const course = findCourse(text);
	const words = findWords(text);
	const { refusals, errors, states, declined, posted } = course;
	const servers = findServers(text);
	const others = [declined, posted].filter(Boolean).length;
	const said = refusals.length + errors.length + words.length + others;
	if (said + states.length + servers.length === 0) return null;
	const what = [
		said > 0 ? counted(said, 'message') : null,
		states.length > 0 ? `the state ${states.at(-1)!.state}` : null
	].filter(Boolean);
	const listed = servers.length > 0 ? `${counted(servers.length, 'server')} of ICE` : null;
	const sentence =
		what.length === 0
			? `No description and no candidate, but a configuration: ${listed}.`
			: `No description and no candidate, but what is told of a call: ${[...what, listed].filter(Boolean).join(', and ')}.`;
	const parts = { descriptions: [], candidates: [], owners: [], pairs: [], notes: [], unused: [] };
	return {
		kind: 'told',
		sentence,
		words,
		course,
		servers,
		...parts,
		exchanges: [],
		glare: false,
		crossed: null
	};
}
