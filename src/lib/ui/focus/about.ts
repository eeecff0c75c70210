import type { Moment } from '$lib/call/moments';
import type { Description, PeerName, SessionView } from '$lib/trace';
import { focusOf, type Focus } from './focus';

/** Where all of something is told that the wall shows a few lines of: a tab of the panel, by its id. */
export type Place = 'step' | 'descriptions' | 'candidates' | 'pairs' | 'wire';

const PLACES: Readonly<Record<Focus['from'], Place>> = {
	description: 'descriptions',
	altered: 'wire',
	states: 'step',
	changes: 'step',
	events: 'step',
	calls: 'step',
	tracks: 'step',
	encodings: 'step',
	message: 'wire',
	candidate: 'candidates',
	gathered: 'candidates',
	found: 'candidates',
	pairs: 'pairs',
	given: 'candidates',
	milestones: 'step',
	numbers: 'step'
};

/**
 * Where what a moment is about is told in full: where the first of its lines is from, and before the step
 * where the code is that will run. A slide that is about nothing in the call leads to the descriptions.
 */
export function placeOf({ slug, step, kind }: Pick<Moment, 'slug' | 'step' | 'kind'>): Place {
	const [first] = focusOf({ slug, step });
	if (!first) return 'descriptions';
	return kind === 'before' ? 'step' : PLACES[first.from];
}

/** A description that a call has made, and who called it. */
export interface Made {
	peer: PeerName;
	description: Description;
}

/** The description that a step has made, whether or not it was set; null where it has made none. */
export function madeIn(view: SessionView, step: string | null): Made | null {
	const call = view.calls.findLast(
		({ name, ...one }) =>
			/^create(Offer|Answer)$/.test(name) && one.step === step && one.status === 'resolved'
	);
	const result = call?.result as Partial<Description> | null | undefined;
	if (!call?.peer || result?.type === undefined || result.sdp === undefined) return null;
	return { peer: call.peer, description: { type: result.type, sdp: result.sdp } };
}
