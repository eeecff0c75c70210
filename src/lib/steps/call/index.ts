import { janeAddsCandidate } from './jane-adds-candidate.ts';
import { janeAddsTracks } from './jane-adds-tracks.ts';
import { janeCreatesAnswer } from './jane-creates-answer.ts';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection.ts';
import { janeGetsMedia } from './jane-gets-media.ts';
import { janeSendsAnswer } from './jane-sends-answer.ts';
import { janeSendsCandidate } from './jane-sends-candidate.ts';
import { janeSetsLocalDescription } from './jane-sets-local-description.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { johnAddsCandidate } from './john-adds-candidate.ts';
import { johnAddsTracks } from './john-adds-tracks.ts';
import { johnCreatesOffer } from './john-creates-offer.ts';
import { johnCreatesPeerConnection } from './john-creates-peer-connection.ts';
import { johnGetsMedia } from './john-gets-media.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnSendsCandidate } from './john-sends-candidate.ts';
import { johnSendsOffer } from './john-sends-offer.ts';
import { johnSetsLocalDescription } from './john-sets-local-description.ts';
import { johnSetsRemoteDescription } from './john-sets-remote-description.ts';
import { remainingCandidates } from './remaining-candidates.ts';
import type { Step } from '../step.ts';

/** The call, from nothing to hanging up, in the order in which it is performed. */
export const steps: readonly Step[] = [
	johnCreatesPeerConnection,
	johnGetsMedia,
	johnAddsTracks,
	johnCreatesOffer,
	johnSetsLocalDescription,
	johnSendsOffer,
	janeCreatesPeerConnection,
	janeSetsRemoteDescription,
	janeGetsMedia,
	janeAddsTracks,
	janeCreatesAnswer,
	janeSetsLocalDescription,
	janeSendsAnswer,
	johnSetsRemoteDescription,
	johnSendsCandidate,
	janeAddsCandidate,
	janeSendsCandidate,
	johnAddsCandidate,
	remainingCandidates,
	johnHangsUp
];
