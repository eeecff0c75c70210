import { duration } from '../session/words';
import type { Moment, Row } from './row';
import type { Role } from './roles';

/** `The offerer`, `An end`: who does what a row tells. */
export const subjectOf = (role: Role): string => (role === 'end' ? 'The peer' : `The ${role}`);

/** The words that stand for a verb that never came: `never does`, `never is`. */
const never = (does: string) => (/^is /.test(does) ? 'never is' : 'never does');

/** From when on two recordings differ. */
function whenOf(since: number | null, isOffered: boolean): string {
	if (since === null || !isOffered) return 'The calls differ';
	if (since < 0) return 'Before the offer the calls differ';
	const ms = Math.round(since);
	return ms === 0
		? 'From the offer on the calls differ'
		: `From ${duration(ms)} after the offer the calls differ`;
}

/** What a difference is told from. */
export interface Told {
	readonly row: Row;
	/** Completes `The offerer …`; null for a value. */
	readonly does: string | null;
	/** A value in a sentence: `the codec of audio in the answer`. */
	readonly what: string | null;
	/** Whether several peers are compared, so that it has to be said who. */
	readonly isNamed: boolean;
	/** Whether the recording in which it came first has an offer. */
	readonly isOffered: boolean;
}

/** A difference that matters in one sentence, with both values. */
export function sentenceOf({ row, does, what, isNamed, isOffered }: Told): string {
	const { one, other, role, difference } = row;
	const when = whenOf(earliest(row), isOffered);
	if (does === null || difference === 'another value') {
		return `${when}: ${what} is ${one.value} in the first, and ${other.value} in the second.`;
	}
	const who = (place: string) => (isNamed && role ? `the ${role} of the ${place}` : `the ${place}`);
	if (difference === 'far later') {
		const [soon, late] = inOrder(row);
		return `${when}: ${who(soon.place)} ${does} after ${after(soon.moment)}, ${who(late.place)} only after ${after(late.moment)}.`;
	}
	const [does1, not] = one.since === null ? ['second', 'first'] : ['first', 'second'];
	const why = (one.since === null ? one : other).value;
	return `${when}: ${who(does1!)} ${does}, ${isNamed && role ? `that of the ${not}` : `the ${not}`} ${never(does)}${why ? `: ${why}` : ''}.`;
}

/** Which recording was sooner. */
function inOrder({ one, other }: Row) {
	const first = { place: 'first', moment: one };
	const second = { place: 'second', moment: other };
	return (one.since ?? 0) <= (other.since ?? 0)
		? ([first, second] as const)
		: ([second, first] as const);
}

const after = ({ since }: Moment) => duration(since ?? 0);

/** When something came first, on either side; null where it is on neither. */
export function earliest({ one, other }: Pick<Row, 'one' | 'other'>): number | null {
	if (one.since === null) return other.since;
	return other.since === null ? one.since : Math.min(one.since, other.since);
}
