import * as v from 'valibot';
import { CHANGES } from '../breaks/changes.ts';
import { FAULTY } from '../breaks/fault.ts';
import { GOALS } from '../levels/goals/index.ts';
import { KINDS } from '../levels/level.ts';
import { FIRST_LESSON } from '../lessons/names.ts';
import { PEER_NAMES } from '../trace/entry.ts';
import { text } from './matter.ts';

const listed = (names: readonly string[]) => names.join(', ');

const peer = v.picklist(PEER_NAMES, `a peer is one of ${listed(PEER_NAMES)}`);
const of = v.picklist(FAULTY, `of is one of ${listed(FAULTY)}`);
const changes = CHANGES.map(({ id }) => id);

/** What is wrong with the call, or with the order of its steps. */
const FaultMatter = v.variant('do', [
	v.strictObject({
		do: v.literal('change'),
		to: peer,
		of,
		change: v.picklist(changes, (issue) => `there is no ready-made change ${issue.received}`)
	}),
	v.strictObject({ do: v.literal('lose'), to: peer, of }),
	v.strictObject({
		do: v.literal('configure'),
		peer,
		configuration: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))
	}),
	v.strictObject({ do: v.literal('move'), step: text('step'), behind: text('behind') })
]);

const VariationMatter = v.strictObject({
	faults: v.optional(v.array(FaultMatter, 'faults must be a list'), []),
	peer: v.optional(peer)
});

/** Whoever needs a fourth hint is told too much by the third. */
const MOST_HINTS = 3;

/** What the file of a level says. */
export const LevelMatter = v.pipe(
	v.strictObject({
		title: text('title'),
		kind: v.picklist(KINDS, `kind must be ${KINDS.join(' or ')}`),
		summary: text('summary'),
		lesson: v.optional(text('lesson'), FIRST_LESSON),
		opens: v.optional(text('opens')),
		told: text('told'),
		task: text('task'),
		goal: v.picklist(Object.keys(GOALS), (issue) => `there is no goal ${issue.received}`),
		variations: v.pipe(
			v.array(VariationMatter, 'variations must be a list'),
			v.nonEmpty('variations is empty')
		),
		mend: v.optional(text('mend')),
		hints: v.pipe(
			v.array(text('a hint'), 'hints must be a list'),
			v.maxLength(MOST_HINTS, `there are more than ${MOST_HINTS} hints`)
		),
		after: text('after')
	}),
	v.check(
		({ kind, variations }) =>
			kind === 'make' || variations.every(({ faults }) => faults.length > 0),
		'there is nothing to be found in a variation without faults'
	),
	v.check(
		({ kind, variations }) =>
			kind === 'find' || variations.every(({ faults }) => faults.length === 0),
		'something is to be brought about, and nothing is wrong with the call: it has no faults'
	),
	v.check(
		({ kind, mend }) => (kind === 'find') === (mend !== undefined),
		'mend says what mending is, where something is to be found, and only there'
	)
);

/** What `topic.yaml` says of a topic. */
export const TopicMatter = v.strictObject({ title: text('title'), about: text('about') });
