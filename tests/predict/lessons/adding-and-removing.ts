import type { TraceEntry } from '../../../src/lib/trace';
import { altered, beside, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const ADDING = walkedBy('adding-and-removing');

const learning = 'adding-and-removing/jane-sets-second-offer';
const adding = 'adding-and-removing/john-adds-screen-again';

const left = ADDING.find(({ name, step }) => name === 'stream.removetrack' && step === learning)!;
const instead = (entry: TraceEntry, made: readonly TraceEntry[]) => () =>
	altered(ADDING, (one) => (one === entry ? made : one));

const taken = ADDING.find(({ name, step }) => name === 'transceivers' && step === adding)!;
const { transceivers } = taken.data as { transceivers: { track: string | null }[] };
const [, , , fourth] = transceivers;
/** No fourth transceiver, and the new track in one of those that there were. */
const into = (number: number) =>
	instead(taken, [
		{
			...taken,
			data: {
				transceivers: transceivers
					.slice(0, 3)
					.map((one, at) => (at === number ? { ...one, track: fourth!.track } : one))
			}
		}
	]);

export const ofAddingAndRemoving: readonly OfLesson[] = [
	[
		'removed-not-ended',
		ADDING,
		learning,
		'out of its stream',
		'Jane was given the offer, and 5 ms later removetrack fired; ended did not.',
		{
			ended: instead(left, [
				left,
				beside(left, { kind: 'event', name: 'ended', peer: 'jane', data: { kind: 'video' } })
			]),
			nothing: instead(left, [])
		}
	],
	[
		'used-sender',
		ADDING,
		adding,
		'a new one',
		'The track is in getTransceivers()[3], whose mid is null; there were 3 before. The idle one is getTransceivers()[2].',
		{ 'the idle one': into(2), 'one in use': into(1) }
	]
];
