import type { TraceEntry } from '../../../src/lib/trace';
import { altered, beside, reworded, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const TRICKLE = walkedBy('trickle');

const adding = 'trickle/jane-adds-candidates';
const answering = 'trickle/jane-answers';

const changed = (entry: TraceEntry, state: string, value: string) =>
	beside(entry, { kind: 'changed', name: state, peer: 'jane', data: { [state]: value } });

const end = TRICKLE.find(
	({ kind, name, step }) => kind === 'step' && name === 'end' && step === adding
)!;
const trying = (value: string) => () =>
	altered(TRICKLE, (entry) =>
		entry === end ? [changed(entry, 'iceConnectionState', value), entry] : entry
	);

const sent = TRICKLE.find(
	({ kind, name, step }) => kind === 'sent' && name === 'description' && step === answering
)!;
/** The answer has a candidate, and gathering has come so far. */
const gathered = (value: string) => () =>
	altered(TRICKLE, (entry) =>
		entry === sent
			? [
					changed(entry, 'iceGatheringState', value),
					reworded(entry, 'a=mid:0', 'a=candidate:1 1 udp 1 192.0.2.2 9 typ host\\r\\na=mid:0')
				]
			: entry
	);

export const ofTrickle: readonly OfLesson[] = [
	[
		'candidates-not-tried',
		TRICKLE,
		adding,
		'new',
		'Two candidates had been added, and the offer had no lines of a=candidate; iceConnectionState read new.',
		{ checking: trying('checking'), connected: trying('connected') }
	],
	[
		'answer-does-not-wait',
		TRICKLE,
		answering,
		'none',
		'9 ms after she called setLocalDescription, the answer was sent, with no lines of a=candidate; her iceGatheringState read new.',
		{ some: gathered('gathering'), all: gathered('complete') }
	]
];
