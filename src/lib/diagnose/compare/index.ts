import type { ErrorData, TraceEntry } from '../../trace';
import type { SessionPeer } from '../session/session';
import { MILESTONES, type Milestone } from './milestones';
import { isOver, recordedOf, type Recorded } from './recorded';
import { matched, type Matched } from './roles';
import type { Compared, Comparison, Difference, Moment, Row } from './row';
import { earliest, sentenceOf, subjectOf, type Told } from './sentence';
import { valuesOfDescriptions, valuesOfPeers, type Shown, type Value } from './values';

/** Something matters that comes so many times later, and so many milliseconds. */
const [FAR_TIMES, FAR_MS] = [3, 1000];

/** A row, and what its sentence is made of. */
type Draft = Pick<Told, 'row' | 'does' | 'what'>;

/**
 * Two recordings side by side: what happens in both, in turn, and the first difference that matters.
 * Never throws.
 *
 * @param one the entries of a recording, of which the last attempt counts
 * @param other those of the other one
 */
export function compareSessions(
	one: readonly TraceEntry[],
	other: readonly TraceEntry[]
): Comparison {
	const [ours, theirs] = [recordedOf(one), recordedOf(other)];
	const pairs = matched(ours, theirs);
	const drafts = [
		...pairs.flatMap((pair) => valuesOfPeers(pair)),
		...(isOfTwoEnds(pairs) ? [] : valuesOfDescriptions(ours, theirs))
	]
		.filter((value) => value.one.value !== value.other.value)
		.map((value) => ofValue(value, ours, theirs));
	const isPaced = ours.session.isPaced || theirs.session.isPaced;
	for (const milestone of MILESTONES) {
		for (const pair of pairs) drafts.push(...ofMilestone(milestone, pair, ours, theirs, isPaced));
	}
	const sorted = drafts.toSorted((a, b) => (earliest(a.row) ?? 0) - (earliest(b.row) ?? 0));
	const first = sorted.find(({ row }) => row.difference !== null);
	return {
		one: compared(ours, pairs, 'one'),
		other: compared(theirs, pairs, 'other'),
		rows: sorted.map(({ row }) => row),
		first: first
			? {
					id: first.row.id,
					sentence: sentenceOf({
						...first,
						isNamed: pairs.length > 1,
						isOffered: (first.row.one.since === null ? theirs : ours).offered !== null
					}),
					one: first.row.one.seq,
					other: first.row.other.seq
				}
			: null
	};
}

const isOfTwoEnds = (pairs: readonly Matched[]) => pairs.some(({ role }) => role === 'end');

function compared(recorded: Recorded, pairs: readonly Matched[], side: 'one' | 'other'): Compared {
	const { offered, origin, verdict, entries } = recorded;
	const peers = pairs.flatMap((pair) => {
		const name = pair[side]?.name;
		return name === undefined ? [] : [[pair.role, name] as const];
	});
	return {
		offeredAt: offered?.at ?? null,
		offeredBy: offered?.seq ?? null,
		origin,
		attempt: entries[0]?.attempt ?? 0,
		verdict,
		peers: Object.fromEntries(peers)
	};
}

function ofValue({ id, role, what, one, other }: Value, ours: Recorded, theirs: Recorded): Draft {
	const moment = ({ value, seq, at }: Shown, { origin }: Recorded): Moment => ({
		since: at - origin,
		seq,
		value,
		isTold: true
	});
	return {
		row: {
			id: `compare.${id}`,
			role,
			title: what.charAt(0).toUpperCase() + what.slice(1),
			one: moment(one, ours),
			other: moment(other, theirs),
			difference: 'another value'
		},
		does: null,
		what
	};
}

function ofMilestone(
	milestone: Milestone,
	{ role, one, other }: Matched,
	ours: Recorded,
	theirs: Recorded,
	isPaced: boolean
): readonly Draft[] {
	const id = `compare.${milestone.id}`;
	const does = milestone.does(role);
	const first = momentOf(milestone, one, ours);
	const second = momentOf(milestone, other, theirs);
	if (first.since === null && second.since === null) return [];
	const ends = { one: told(first, one, second, ours), other: told(second, other, first, theirs) };
	const difference = isHangUp(milestone, one, other)
		? null
		: differenceOf(ends.one, ends.other, isPaced || milestone.isAnyTime === true);
	const row: Row = { id, role, title: `${subjectOf(role)} ${does}`, ...ends, difference };
	return [{ row, does, what: `the pair of the ${role === 'end' ? 'peer' : role}` }];
}

function momentOf(milestone: Milestone, peer: SessionPeer | null, { origin }: Recorded): Moment {
	const found = peer === null ? undefined : milestone.find(peer);
	if (peer !== null && found !== undefined) {
		const value = milestone.value?.(peer) ?? null;
		return { since: found.at - origin, seq: found.seq, value, isTold: true };
	}
	const isTold = peer === null || (milestone.isTold?.(peer) ?? true);
	const refused = peer?.entries.find(
		({ kind, name }) => kind === 'error' && milestone.refusedIn?.includes(name)
	);
	if (refused === undefined) return { since: null, seq: null, value: null, isTold };
	const { name } = (refused.data ?? {}) as Partial<ErrorData>;
	const value = `${refused.name}() was refused${name ? ` (${name})` : ''}`;
	return { since: null, seq: refused.seq, value, isTold };
}

/** Of what went well until its recording ended, nothing is known of what might have come after. */
function told(
	moment: Moment,
	peer: SessionPeer | null,
	there: Moment,
	{ origin }: Recorded
): Moment {
	if (moment.since !== null || there.since === null || peer === null || isOver(peer)) return moment;
	return { ...moment, isTold: moment.isTold && peer.endAt - origin >= there.since };
}

/** A call that worked until somebody hung up is like one that was still on. */
const isHangUp = ({ id }: Milestone, ...peers: readonly (SessionPeer | null)[]) =>
	id === 'closed' && peers.some((peer) => peer?.course === 'worked');

function differenceOf(one: Moment, other: Moment, isAnyTime: boolean): Difference | null {
	if (one.since === null || other.since === null) {
		return one.isTold && other.isTold ? 'in one alone' : null;
	}
	if (one.value !== null && other.value !== null && one.value !== other.value) {
		return 'another value';
	}
	// Before the offer everybody takes as long as he likes.
	const [soon, late] = [one.since, other.since]
		.map((since) => Math.max(0, since))
		.sort((a, b) => a - b) as [number, number];
	return !isAnyTime && late > FAR_TIMES * soon && late - soon > FAR_MS ? 'far later' : null;
}
