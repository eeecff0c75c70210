import { PEER_NAMES, type PeerName } from '../trace/entry.ts';
import { performers, type Step } from '../steps/step.ts';
import { qualified } from './names.ts';

/** What is to be known of a step by whoever does not perform it: plain data. */
export interface StepRef {
	/** The slug of its slide. */
	id: string;
	/** What its slide is called, where that is one of another lesson. */
	title?: string;
	performers: PeerName[];
	/** Of whom the source of media decides what there is to do. */
	bySource: PeerName[];
	/** The connection fails because of it, on purpose. */
	loses?: true;
	/** There is no call any more after it, and nothing that can be lost. */
	ends?: true;
	/** See `Step`. */
	gathers?: true;
}

/**
 * How the wire of a lesson behaves: `held`, where every message waits until a step takes it, or `flow`,
 * where candidates are sent, delivered and added by themselves, and descriptions alone wait.
 */
export const WIRES = ['held', 'flow'] as const;
export type WireMode = (typeof WIRES)[number];

/** What a walk performs: plain data, the same for every deck of a lesson. */
export interface Course {
	/** The slug of the lesson. */
	lesson: string;
	/** Those of the lessons it builds on, as far as it does, and then its own. */
	steps: StepRef[];
	/** How many of them are performed before the first of its own. */
	begins: number;
	wire: WireMode;
	/** Something is wrong with it on purpose: a connection that fails is no surprise, and nobody says why. */
	seeded?: true;
}

/** What there is to be known of a lesson to make its course. */
export interface LessonPlan {
	/** The step of another lesson after which it begins, by its id; null for fresh peers. */
	begins: string | null;
	wire: WireMode;
	steps: readonly Step[];
}

/**
 * The course of a lesson: what it performs from fresh peers on.
 *
 * @param plans of all lessons, by their slugs
 * @throws a `RangeError` for a lesson that there is not, for one that begins at a step that no lesson has,
 * and for one that begins, by way of others, after itself
 */
export function courseOf(lesson: string, plans: Readonly<Record<string, LessonPlan>>): Course {
	const { steps, begins } = performedIn(lesson, plans, []);
	return {
		lesson,
		steps: steps.map(([id, step]) => refOf(id, step)),
		begins,
		wire: plans[lesson]!.wire
	};
}

type Named = [id: string, step: Step];

function performedIn(
	lesson: string,
	plans: Readonly<Record<string, LessonPlan>>,
	above: readonly string[]
): { steps: Named[]; begins: number } {
	const plan = plans[lesson];
	if (!plan) throw new RangeError(`There is no lesson "${lesson}".`);
	if (above.includes(lesson)) {
		throw new RangeError(
			`The lesson "${lesson}" begins after itself: ${[...above, lesson].join(', ')}.`
		);
	}
	const own = plan.steps.map((step): Named => [qualified(lesson, step.id), step]);
	if (plan.begins === null) return { steps: own, begins: 0 };
	const id = plan.begins;
	const [before] = Object.entries(plans).find(([other, { steps }]) =>
		steps.some((step) => qualified(other, step.id) === id)
	) ?? [null];
	if (before === null)
		throw new RangeError(`The lesson "${lesson}" begins at "${id}", which is no step.`);
	const { steps } = performedIn(before, plans, [...above, lesson]);
	const base = steps.slice(0, steps.findIndex(([one]) => one === id) + 1);
	return { steps: [...base, ...own], begins: base.length };
}

function refOf(id: string, step: Step): StepRef {
	return {
		id,
		performers: performers(step),
		bySource: PEER_NAMES.filter((peer) => typeof step[peer] === 'object'),
		...(step.loses && { loses: true }),
		...(step.ends && { ends: true }),
		...(step.gathers && { gathers: true })
	};
}

/**
 * How many steps are performed once this peer has its media: the first step in which the source decides
 * what there is to do. `Infinity` where it never has any.
 */
export function stepsUntilMedia({ steps }: Pick<Course, 'steps'>, peer: PeerName): number {
	const at = steps.findIndex(({ bySource }) => bySource.includes(peer));
	return at < 0 ? Infinity : at + 1;
}

/** Whether the call is over once so many steps are performed: its peers are closed, and nothing can be lost. */
export function isOver({ steps }: Pick<Course, 'steps'>, done: number): boolean {
	return steps[done - 1]?.ends === true;
}

/**
 * Whether a connection that fails is a surprise, once so many steps have begun: the call is not over, and
 * neither a step nor the course made it fail on purpose.
 */
export function isSurprise(course: Pick<Course, 'steps' | 'seeded'>, begun: number): boolean {
	if (course.seeded || isOver(course, begun)) return false;
	return !course.steps.slice(0, begun).some(({ loses }) => loses);
}

/** Whether candidates flow by themselves in a step: it is of the lesson itself, and its wire is so. */
export function flowsIn(
	{ steps, begins, wire }: Pick<Course, 'steps' | 'begins' | 'wire'>,
	id: string
): boolean {
	return wire === 'flow' && steps.findIndex((step) => step.id === id) >= begins;
}

/** Who performs a step of a course; both where it has none of that id. */
export function performersOf(
	{ steps }: Pick<Course, 'steps'>,
	id: string | null
): readonly PeerName[] {
	return steps.find((step) => step.id === id)?.performers ?? PEER_NAMES;
}
