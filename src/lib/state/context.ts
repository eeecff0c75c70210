import { createContext, getContext, setContext } from 'svelte';
import type { Moment } from '$lib/call/moments';
import type { Pointed } from '$lib/levels/pointing';
import type { Answers } from './answers.svelte';
import type { Session } from './session.svelte';

/** The session of the page, for every component in it. */
export const [getSession, setSession] = createContext<Session>();

const PAPER = Symbol('paper');

/**
 * For slides that are shown without a walk, on paper: their text asks a session for its moment alone.
 * @param asks whether the questions of the slides are printed
 */
export function setMoment(moment: Moment, asks: boolean): void {
	setSession({ moment } as Session);
	setContext(PAPER, true);
	if (!asks) leaveQuestionsOut();
}

/**
 * The role of a part that is a landmark of its page: on paper each of many slides has one of its name, and
 * landmarks have to be told apart (WAI-ARIA, 5.3.4), so there it is a group.
 */
export function landmarkRole(): 'group' | undefined {
	return getContext<true | undefined>(PAPER) ? 'group' : undefined;
}

const ANSWERS = Symbol('answers');

/** For slides that ask: what is answered here, and what the call says. */
export function setAnswers(answers: Answers): void {
	setContext(ANSWERS, answers);
}

/** Undefined where nobody is asked in the text: on the wall, on paper, and in a talk without questions. */
export function getAnswers(): Answers | undefined {
	return getContext<Answers | undefined>(ANSWERS);
}

const LEFT_OUT = Symbol('questions are left out');

/** For slides whose text shall not ask: the talk says so, or something else asks for them. */
export function leaveQuestionsOut(): void {
	setContext(LEFT_OUT, true);
}

/** Whether what a slide asks stands in its text, to be read where nobody can answer. */
export function questionsAreRead(): boolean {
	return !getContext<true | undefined>(LEFT_OUT);
}

const POINTING = Symbol('pointing');

/** For a call in which something is to be found: told what somebody points at as the proof. */
export function setPointing(point: (pointed: Pointed) => void): void {
	setContext(POINTING, point);
}

/** Undefined where nothing is to be found. */
export function getPointing(): ((pointed: Pointed) => void) | undefined {
	return getContext<((pointed: Pointed) => void) | undefined>(POINTING);
}

const PROGRAM = Symbol('program');

/** For the slide that shows the whole program, as highlighted HTML; null while it is not there. */
export function setProgram(program: () => string | null): void {
	setContext(PROGRAM, program);
}

/** Undefined where nobody has it: what shows the slide shows no program. */
export function getProgram(): (() => string | null) | undefined {
	return getContext<(() => string | null) | undefined>(PROGRAM);
}
