import type { Fault } from '$lib/breaks';
import type { Moment } from '$lib/call/moments';
import { USUAL_PACE } from '$lib/call/walk-types';
import type { Course } from '$lib/lessons/course';
import type { Opening } from '$lib/tabs/room';
import { recall } from './kept';
import { firstMomentOf, PATTERNS } from './opening';

/** What a call is to be that is opened beside the walk. */
interface Aside {
	course: Course;
	/** What is wrong with it from the beginning. */
	faults: readonly Fault[];
	/** The slide at which it opens; null where all of it is performed then. */
	opens: string | null;
}

/** Where a call begins that is opened beside the walk: with the test pattern on both sides. */
export function openingAside(moments: Moment[], { course, faults, opens }: Aside): Opening {
	const at = opens === null ? moments.length - 1 : firstMomentOf(moments, opens);
	const speed = recall('speed') ?? 1;
	const pace = recall('pace') ?? USUAL_PACE;
	return {
		input: { course, moments, at, sources: PATTERNS, speed, pace, faults },
		recording: null
	};
}
