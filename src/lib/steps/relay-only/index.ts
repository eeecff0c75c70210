import { janeAnswersAgain } from './jane-answers-again.ts';
import { janeAnswers } from './jane-answers.ts';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { janeSetsSecondOffer } from './jane-sets-second-offer.ts';
import { johnAddsTracks } from './john-adds-tracks.ts';
import { johnAllowsAll } from './john-allows-all.ts';
import { johnCreatesPeerConnection } from './john-creates-peer-connection.ts';
import { johnGetsMedia } from './john-gets-media.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnOffersAgain } from './john-offers-again.ts';
import { johnRestartsIce } from './john-restarts-ice.ts';
import { johnSendsOffer } from './john-sends-offer.ts';
import { johnSetsLocalDescription } from './john-sets-local-description.ts';
import type { Step } from '../step.ts';

/** A call that may only use a relay, and has none; and how the same two connections are saved. */
export const steps: readonly Step[] = [
	johnCreatesPeerConnection,
	johnGetsMedia,
	johnAddsTracks,
	johnSetsLocalDescription,
	johnSendsOffer,
	janeCreatesPeerConnection,
	janeSetsRemoteDescription,
	janeAnswers,
	johnAllowsAll,
	johnRestartsIce,
	johnOffersAgain,
	janeSetsSecondOffer,
	janeAnswersAgain,
	johnHangsUp
];
