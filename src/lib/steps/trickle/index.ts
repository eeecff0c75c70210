import { janeAddsCandidateTooEarly } from './jane-adds-candidate-too-early.ts';
import { janeAddsCandidates } from './jane-adds-candidates.ts';
import { janeAddsTracks } from './jane-adds-tracks.ts';
import { janeAnswers } from './jane-answers.ts';
import { janeCreatesAnswer } from './jane-creates-answer.ts';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection.ts';
import { janeGetsMedia } from './jane-gets-media.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { johnAddsCandidates } from './john-adds-candidates.ts';
import { johnCreatesOffer } from './john-creates-offer.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnSendsEachCandidate } from './john-sends-each-candidate.ts';
import { johnSendsOffer } from './john-sends-offer.ts';
import { johnSetsLocalDescription } from './john-sets-local-description.ts';
import type { Step } from '../step.ts';

/** The call again, from John’s offer on: each candidate is sent as soon as it is found. */
export const steps: readonly Step[] = [
	johnSendsEachCandidate,
	johnCreatesOffer,
	johnSetsLocalDescription,
	johnSendsOffer,
	janeCreatesPeerConnection,
	janeAddsCandidateTooEarly,
	janeSetsRemoteDescription,
	janeAddsCandidates,
	janeGetsMedia,
	janeAddsTracks,
	janeCreatesAnswer,
	johnAddsCandidates,
	janeAnswers,
	johnHangsUp
];
