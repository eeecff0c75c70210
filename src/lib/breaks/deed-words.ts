import { otherPeer } from '../trace/entry.ts';
import { NAMES } from '../trace/names.ts';
import type { Deed, Kept, LineEdit } from './deed.ts';
import { DONE } from './done.ts';

/** What a deed does not say itself. */
export interface Told {
	/** The title of the step that it is about. */
	title?: string;
	/** What the message is, in one word: `offer`, `candidate`. */
	message?: string;
	/** Whether the step that is performed would have come later: else it is performed once more. */
	isEarly?: boolean;
}

const KINDS: Readonly<Record<Exclude<Kept, 'none'>, string>> = {
	host: 'host',
	srflx: 'server reflexive',
	relay: 'relay'
};

/** “one line”, “3 lines”: the larger of what was there and what has come. */
function linesWords(edits: readonly LineEdit[]): string {
	const lines = edits.reduce((sum, { removes, adds }) => sum + Math.max(removes, adds.length), 0);
	return lines === 1 ? 'one line' : `${lines} lines`;
}

/** Of offer and answer there is one at a time, of candidates there are many. */
function messageWords(message: string | undefined, to: string): string {
	if (message === undefined) return `A message to ${to}`;
	return `${message === 'candidate' ? 'A' : 'The'} ${message} to ${to}`;
}

/** What was done at the workbench, in one phrase for a list: “A candidate to John is lost”. */
export function deedWords(deed: Deed, told: Told = {}): string {
	const { title, message, isEarly = false } = told;
	if (deed.do === 'skip')
		return `${title === undefined ? 'The next step' : `‘${title}’`} is left out`;
	if (deed.do === 'step') return `‘${title ?? deed.step}’ ${isEarly ? 'too early' : 'once more'}`;
	const name = NAMES[deed.peer];
	const other = NAMES[otherPeer(deed.peer)];
	const what = messageWords(message, name);
	switch (deed.do) {
		case 'change':
			return `${what}: ${DONE[deed.change] ?? deed.change}`;
		case 'edit':
			return `${what}: ${linesWords(deed.edits)} changed by hand`;
		case 'drop':
			return `${what} is lost`;
		case 'repeat':
			return `${what} comes twice`;
		case 'postpone':
			return `${what} comes after all others that wait`;
		case 'return':
			return `${what} goes back to ${other}`;
		case 'filter':
			return deed.keeps === 'none'
				? `From now on no candidate reaches ${name}`
				: `From now on ${KINDS[deed.keeps]} candidates alone reach ${name}`;
		case 'silence':
			return `From now on nothing reaches ${name}`;
		case 'close':
			return `${name}’s connection is closed, and nobody is told`;
		case 'offer':
			return `${name} makes an offer, whatever ${other} does`;
		case 'restart':
			return `${name} wants a new search for a path: restartIce`;
		case 'channel':
			return `${name} makes a data channel`;
	}
}
