import { janeAnswersAgain } from './jane-answers-again.ts';
import { janeAnswers } from './jane-answers.ts';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { janeSetsSecondOffer } from './jane-sets-second-offer.ts';
import { johnAddsTracks } from './john-adds-tracks.ts';
import { johnAllowsAll } from './john-allows-all.ts';
import { johnAllowsRelayOnly } from './john-allows-relay-only.ts';
import { johnAsksAgain } from './john-asks-again.ts';
import { johnAsksInVain } from './john-asks-in-vain.ts';
import { johnCreatesPeerConnection } from './john-creates-peer-connection.ts';
import { johnGetsMedia } from './john-gets-media.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnHasPassword } from './john-has-password.ts';
import { johnHasWrongPassword } from './john-has-wrong-password.ts';
import { johnOffersAgain } from './john-offers-again.ts';
import { johnOffers } from './john-offers.ts';
import { johnSetsLocalDescription } from './john-sets-local-description.ts';
import type { Step } from '../step.ts';

/** Which address is seen of John, which is lent to him, and which of them a call uses. */
export const steps: readonly Step[] = [
	johnCreatesPeerConnection,
	johnGetsMedia,
	johnAddsTracks,
	johnSetsLocalDescription,
	johnHasWrongPassword,
	johnAsksInVain,
	johnHasPassword,
	johnAsksAgain,
	johnAllowsRelayOnly,
	johnOffers,
	janeCreatesPeerConnection,
	janeSetsRemoteDescription,
	janeAnswers,
	johnAllowsAll,
	johnOffersAgain,
	janeSetsSecondOffer,
	janeAnswersAgain,
	johnHangsUp
];
