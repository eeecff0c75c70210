import { createContext } from 'svelte';
import type { Session } from './session.svelte';

/** The session of the page, for every component in it. */
export const [getSession, setSession] = createContext<Session>();
