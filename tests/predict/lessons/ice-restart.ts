import type { TraceEntry } from '../../../src/lib/trace';
import { altered, reworded, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const RESTART = walkedBy('ice-restart');

const answering = 'ice-restart/jane-answers';
const offering = 'ice-restart/jane-offers';

const changedIn = (step: string | undefined) =>
	RESTART.filter(
		(entry) => entry.peer === 'jane' && entry.kind === 'changed' && entry.step === step
	);
/** The first name of a search in what an attribute of Jane’s became. */
const ufragIn = (entries: readonly TraceEntry[], attribute: string) =>
	entries
		.map(({ data }) => (data as Record<string, { sdp?: string } | null>)[attribute]?.sdp)
		.map((sdp) => /a=ice-ufrag:(.*)\r/.exec(sdp ?? '')?.[1])
		.find(Boolean)!;

const lesson = changedIn(answering);
const first = ufragIn(
	RESTART.filter(
		({ peer, kind, step }) => peer === 'jane' && kind === 'changed' && step !== answering
	),
	'currentLocalDescription'
);
const his = ufragIn(
	changedIn('ice-restart/jane-sets-remote-description'),
	'pendingRemoteDescription'
);
const hers = ufragIn(lesson, 'currentLocalDescription');

/** The same where a step has another name for the search. */
const naming = (step: string, ufrag: string) => () =>
	altered(RESTART, (entry) =>
		entry.peer === 'jane' && entry.kind === 'changed' && entry.step === step
			? reworded(entry, `a=ice-ufrag:${hers}`, `a=ice-ufrag:${ufrag}`)
			: entry
	);

export const ofIceRestart: readonly OfLesson[] = [
	[
		'credentials-of-answer',
		RESTART,
		answering,
		'new',
		'Her a=ice-ufrag was 6h1B, and her answer says yLjK; the offer says N/Yn.',
		{ 'as before': naming(answering, first), 'those of the offer': naming(answering, his) }
	],
	[
		'credentials-of-offer',
		RESTART,
		offering,
		'of her answer',
		'Her answer says a=ice-ufrag:yLjK, and her offer a=ice-ufrag:yLjK; before the restart it was 6h1B.',
		{ 'of the first search': naming(offering, first), new: naming(offering, 'Q9zz') }
	]
];
