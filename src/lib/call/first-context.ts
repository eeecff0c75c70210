import { USUAL_PACE, type WalkContext, type WalkInput } from './walk-types';

/** What a walk knows before it has begun. */
export function firstContext(input: WalkInput): WalkContext {
	return {
		course: input.course,
		moments: input.moments,
		at: input.at,
		done: 0,
		goal: input.moments[input.at]?.steps ?? 0,
		then: 'stay',
		reason: input.at > 0 ? 'deep-link' : 'start',
		waiting: [],
		stale: null,
		error: null,
		deeds: [],
		applied: 0,
		sources: input.sources,
		speed: input.speed,
		pace: input.pace ?? USUAL_PACE,
		absent: input.absent ?? [],
		cursor: null
	};
}
