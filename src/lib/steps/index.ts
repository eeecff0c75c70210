import { janeAddsCandidate } from './jane-adds-candidate';
import { janeAddsTracks } from './jane-adds-tracks';
import { janeCreatesAnswer } from './jane-creates-answer';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection';
import { janeGetsMedia } from './jane-gets-media';
import { janeSendsAnswer } from './jane-sends-answer';
import { janeSendsCandidate } from './jane-sends-candidate';
import { janeSetsLocalDescription } from './jane-sets-local-description';
import { janeSetsRemoteDescription } from './jane-sets-remote-description';
import { johnAddsCandidate } from './john-adds-candidate';
import { johnAddsTracks } from './john-adds-tracks';
import { johnCreatesOffer } from './john-creates-offer';
import { johnCreatesPeerConnection } from './john-creates-peer-connection';
import { johnGetsMedia } from './john-gets-media';
import { johnHangsUp } from './john-hangs-up';
import { johnSendsCandidate } from './john-sends-candidate';
import { johnSendsOffer } from './john-sends-offer';
import { johnSetsLocalDescription } from './john-sets-local-description';
import { johnSetsRemoteDescription } from './john-sets-remote-description';
import { remainingCandidates } from './remaining-candidates';
import type { Step } from './step';

export * from './step';

/** The call, from nothing to hanging up, in the order in which it is performed. */
export const STEPS: readonly Step[] = [
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
