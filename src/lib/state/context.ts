import { createContext } from 'svelte';
import type { Moment } from '$lib/call/moments';
import type { Session } from './session.svelte';

/** The session of the page, for every component in it. */
export const [getSession, setSession] = createContext<Session>();

/** For slides that are shown without a walk, on paper: their text asks a session for its moment alone. */
export function setMoment(moment: Moment): void {
	setSession({ moment } as Session);
}
