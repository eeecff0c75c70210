import { GLANCING, USUAL_PACE } from '$lib/call/walk-types';
import type { Session } from './session.svelte';
import { keep, recall } from './kept';

/** At this speed the whole call is played in about a minute. */
const QUICK = 4;

/** Fresh peers, at the slide of the first step. */
export async function callAgain(session: Session): Promise<void> {
	session.send({ type: 'restart' });
	await session.goTo(session.moments.findIndex(({ step }) => step !== null));
}

/**
 * Plays the whole call, quickly, from its first step on. Nobody is asked for a camera in it: the test
 * pattern stands in, and neither that nor speed and pace are kept for later visits.
 */
export async function showQuickly(session: Session): Promise<void> {
	const speed = recall('speed');
	const pace = recall('pace');
	if (session.context.sources.john === 'camera') {
		session.send({ type: 'source.prepare', peer: 'john', source: 'pattern' });
	}
	if (session.context.sources.jane === 'camera') {
		session.send({ type: 'source.prepare', peer: 'jane', source: 'pattern' });
	}
	await callAgain(session);
	session.send({ type: 'speed.choose', speed: QUICK });
	session.send({ type: 'pace.choose', pace: GLANCING });
	keep('speed', speed ?? 1);
	keep('pace', pace ?? USUAL_PACE);
	session.send({ type: 'play' });
}
