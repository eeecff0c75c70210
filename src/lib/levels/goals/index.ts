import { answerRecvonly } from './answer-recvonly.ts';
import { bothPictures } from './both-pictures.ts';
import { channelBeside } from './channel-beside.ts';
import { connected } from './connected.ts';
import { glareResolved } from './glare-resolved.ts';
import type { Goal } from './goal.ts';
import { oneCandidate } from './one-candidate.ts';
import { pathWithoutKeys } from './path-without-keys.ts';
import { reflexive } from './reflexive.ts';
import { refusedAndConnected } from './refused-and-connected.ts';
import { restarted } from './restarted.ts';

/** What says when a level is reached, by the name that its file gives. */
export const GOALS: Readonly<Record<string, Goal>> = {
	connected,
	'both-pictures': bothPictures,
	'one-candidate': oneCandidate,
	'answer-recvonly': answerRecvonly,
	reflexive,
	'glare-resolved': glareResolved,
	restarted,
	'channel-beside': channelBeside,
	'refused-and-connected': refusedAndConnected,
	'path-without-keys': pathWithoutKeys
};
