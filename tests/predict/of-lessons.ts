import { ofStunAndTurn } from './lessons/stun-and-turn';
import { ofRelayOnly } from './lessons/relay-only';
import { ofSimulcast } from './lessons/simulcast';
import { ofGetStats } from './lessons/get-stats';
import { ofBytes } from './lessons/bytes';
import { ofDtls } from './lessons/dtls';
import { ofTrickle } from './lessons/trickle';
import { ofAddingAndRemoving } from './lessons/adding-and-removing';
import { ofDirection } from './lessons/direction';
import { ofReplaceTrack } from './lessons/replace-track';
import { ofIceRestart } from './lessons/ice-restart';
import { ofDataChannels } from './lessons/data-channels';
import { ofGlare } from './lessons/glare';
import { ofNegotiationNeeded } from './lessons/negotiation-needed';
import type { OfLesson } from './lessons/row';

/** What the recorded lessons say. */
export const OF_LESSONS: readonly OfLesson[] = [
	...ofNegotiationNeeded,
	...ofGlare,
	...ofDataChannels,
	...ofIceRestart,
	...ofReplaceTrack,
	...ofDirection,
	...ofAddingAndRemoving,
	...ofTrickle,
	...ofDtls,
	...ofBytes,
	...ofGetStats,
	...ofSimulcast,
	...ofRelayOnly,
	...ofStunAndTurn
];
