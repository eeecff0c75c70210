import { momentOfSlug, type Moment } from '$lib/call/moments';
import { stillWalk } from '$lib/call/still-walk';
import type { Walk } from '$lib/call/walk';
import { USUAL_PACE } from '$lib/call/walk-types';
import type { Course } from '$lib/lessons/course';
import type { Source } from '$lib/steps/step';
import { PEER_NAMES, type PeerName, type TraceEntry } from '$lib/trace';
import type { Screen } from '$lib/tabs/messages';
import type { Opening } from '$lib/tabs/room';
import type { SharedWalk } from '$lib/tabs/shared-walk';
import { allowedSources } from './allowed-sources';
import { keep, recall } from './kept';

/** In one tab John is the camera and Jane the test pattern, so that the pictures tell the directions apart. */
const DEFAULT_SOURCES: Record<PeerName, Source> = { john: 'camera', jane: 'pattern' };

/** Nobody is asked for anything. */
export const PATTERNS: Record<PeerName, Source> = { john: 'pattern', jane: 'pattern' };

/** Nothing stands before the walk. */
export const CLEAR: Screen = { isBlack: false, isMasked: false, isRecorded: false };

/** Whether this page was here just now. */
function isReload(): boolean {
	const [navigation] = performance.getEntriesByType('navigation');
	return (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
}

/** What was on the screen when this page was reloaded; a page that is opened begins with a clear one. */
export function screenAtFirst(): Screen {
	return (isReload() && recall('screen')) || CLEAR;
}

/** The first moment of a slide before anything is performed; the first of all where it is unknown. */
export function firstMomentOf(moments: readonly Moment[], slug: string): number {
	return Math.max(0, momentOfSlug(moments, slug, 0));
}

/** Where a page begins: where it was left when it is reloaded, else at the beginning of its slide. */
export function openedMomentOf(moments: readonly Moment[], slug: string): number {
	// Another tab may have come to another place since.
	const returns = isReload() && recall('here')?.slug === slug;
	return (returns && momentKept(moments, 'here')) || firstMomentOf(moments, slug);
}

/** The moment where the learner was last; null for none. */
export function momentOfLastPlace(moments: readonly Moment[]): number | null {
	return momentKept(moments, 'place');
}

function momentKept(moments: readonly Moment[], name: 'place' | 'here'): number | null {
	const place = recall(name);
	const at = moments.findIndex(({ slug, kind }) => slug === place?.slug && kind === place.kind);
	return at < 0 ? null : at;
}

/** What is to be known of a page to open its walk. */
interface Page {
	course: Course;
	moments: Moment[];
	slug: string;
	/** Whether somebody may be asked for a camera later, in a step that is pressed. */
	mayAsk: boolean;
	/** Entries of a recorded call in place of the peers, where they are wanted and there. */
	recording: readonly TraceEntry[] | null;
}

/**
 * Where a walk begins that nobody has begun yet: where this page was left when it is reloaded, else at
 * the beginning of its slide. Replays use the camera only where it was used before and is allowed.
 */
export async function openingOf({
	course,
	moments,
	slug,
	mayAsk,
	recording
}: Page): Promise<Opening> {
	const at = openedMomentOf(moments, slug);
	const goal = mayAsk ? moments[at]!.steps : course.steps.length;
	const sources = recording ? PATTERNS : await sourcesFor(course, goal);
	const speed = recall('speed') ?? 1;
	const pace = recall('pace') ?? USUAL_PACE;
	return { input: { course, moments, at, sources, speed, pace }, recording };
}

/** The sources that are chosen, as far as peers may perform so many steps with them without asking anyone. */
function sourcesFor(course: Course, goal: number): Promise<Record<PeerName, Source>> {
	return allowedSources(course, recall('sources') ?? DEFAULT_SOURCES, 0, goal);
}

/** Has a walk perform its steps with the sources that are chosen again, and not with the test pattern of a recording. */
export async function prepareSources(walk: Walk, mayAsk: boolean): Promise<void> {
	const { course, done } = walk.snapshot.context;
	const sources = await sourcesFor(course, mayAsk ? done : course.steps.length);
	for (const peer of PEER_NAMES) {
		walk.send({ type: 'source.prepare', peer, source: sources[peer] });
	}
}

/** A moment, before anything runs. */
export function stillAt(course: Course, moments: Moment[], at: number): Walk {
	return stillWalk({ course, moments, at, sources: DEFAULT_SOURCES, speed: 1 });
}

/** Keeps for a reload and for the next visit how far a walk has come, and that the camera was used. */
export function keepProgress(walk: Walk): void {
	let kept = 0;
	walk.subscribe(() => {
		const { moments, at } = walk.snapshot.context;
		if (at === kept) return;
		kept = at;
		const { slug, kind } = moments[at]!;
		keep('here', { slug, kind });
		if (at > 0) keep('place', { slug, kind });
	});
	walk.trace.subscribe((entry) => {
		if (entry.kind === 'result' && entry.name === 'getUserMedia') keep('camera', true);
	});
}

/** Keeps for a reload what is on the screen, whoever changed it. */
export function keepScreen(walk: SharedWalk): void {
	let kept = walk.screen;
	walk.subscribe(() => {
		if (walk.screen === kept) return;
		kept = walk.screen;
		keep('screen', kept);
	});
}
