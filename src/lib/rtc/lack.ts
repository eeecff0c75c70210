import { lackOf, type Lack, type Needs } from '../lessons/needs';
import { ownServers } from '../servers/own-servers';
import { recallConfiguration } from './network';

/** What this browser, with the servers that were entered in it, lacks for a lesson; null for nothing. */
export const lackHere = (needs: Needs): Lack | null =>
	lackOf(needs, globalThis, ownServers(recallConfiguration()?.iceServers ?? []));
