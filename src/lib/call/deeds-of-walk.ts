import type { Deed } from '../breaks';
import type { PeerName } from '../trace';
import type { PeerCommand } from './events';
import type { WalkContext } from './walk-types';

/** What the connection of a peer is asked when a deed is done. */
export const DEED = 'deed';

/** The deed that is under way, or is the next to be done. */
export const deedAhead = ({ deeds, applied }: WalkContext): Deed => deeds[applied]!.deed;

/** Who has something to do in the deed that is ahead. */
export function doers(context: WalkContext): PeerName[] {
	const deed = deedAhead(context);
	if (deed.do === 'skip') return [];
	if (deed.do !== 'step') return [deed.peer];
	return [...context.course.steps.find(({ id }) => id === deed.step)!.performers];
}

/** What a peer is asked for the deed that is ahead. */
export function deedCommand(context: WalkContext, peer: PeerName): PeerCommand {
	const deed = deedAhead(context);
	const source = context.sources[peer];
	if (deed.do === 'skip' || deed.do === 'step') {
		return { type: 'step.perform', step: deed.do === 'step' ? deed.step : DEED, source };
	}
	return { type: 'step.perform', step: DEED, source, deed };
}

/** The first moment that shows what the next step brought; -1 where there is none. */
export function momentAfterNext({ moments, done }: WalkContext): number {
	return moments.findIndex(({ steps }) => steps > done);
}

/** Whether a deed can be done now: at the live end of a call whose peers are all here. */
export function isPossible(context: WalkContext, deed: Deed): boolean {
	const { course, moments, at, done, stale, cursor, absent } = context;
	if (stale !== null || cursor !== null || absent.length > 0) return false;
	if (moments[at]?.steps !== done) return false;
	if (deed.do === 'skip') return moments[momentAfterNext(context)]?.steps === done + 1;
	return deed.do !== 'step' || course.steps.some(({ id }) => id === deed.step);
}
