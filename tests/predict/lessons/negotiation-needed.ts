import type { PeerName, TraceEntry } from '../../../src/lib/trace';
import { altered, beside, recordingOf, reworded } from '../recorded';
import type { OfLesson } from './row';

const NEEDED = recordingOf('negotiation-needed');

const set = NEEDED.find(
	({ kind, peer, data }) =>
		kind === 'changed' &&
		peer === 'john' &&
		Boolean((data as { pendingLocalDescription?: object }).pendingLocalDescription)
)!;
/** The same with its last sections as often taken out. */
const shortened = (count: number) =>
	altered(NEEDED, (entry) => {
		if (entry.seq !== set.seq) return entry;
		return Array.from({ length: count }).reduce<TraceEntry>(
			(one) => reworded(one, /m=(?![^]*m=)[^"]*/, ''),
			entry
		);
	});

const step = 'negotiation-needed/john-sets-second-answer';
const lastCall = NEEDED.findLast(
	({ name, kind }) => name === 'setRemoteDescription' && kind === 'call'
)!;
const firing = (...peers: readonly PeerName[]) =>
	altered(NEEDED, (entry) =>
		entry.seq === lastCall.seq
			? [
					entry,
					...peers.map((peer) => beside(entry, { kind: 'event', name: 'negotiationneeded', peer }))
				]
			: entry
	);

export const ofNegotiationNeeded: readonly OfLesson[] = [
	[
		'offer-of-the-moment',
		NEEDED,
		'negotiation-needed/john-sets-local-description',
		'three',
		'The offer that was created before has two sections, and the one that was set has three sections.',
		{ two: () => shortened(1), one: () => shortened(2) }
	],
	[
		'nothing-left-to-ask',
		NEEDED,
		step,
		'it does not fire',
		'Two transceivers of John’s got less than he wished, and in this step the event fired at neither.',
		{
			'at John’s side': () => firing('john'),
			'at Jane’s side': () => firing('jane'),
			'at both': () => firing('john', 'jane')
		}
	]
];
