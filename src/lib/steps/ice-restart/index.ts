import { janeAnswers } from './jane-answers.ts';
import { janeOffers } from './jane-offers.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnRestartsIce } from './john-restarts-ice.ts';
import { johnSendsOffer } from './john-sends-offer.ts';
import { johnSetsLocalDescription } from './john-sets-local-description.ts';
import { johnSetsRemoteDescription } from './john-sets-remote-description.ts';
import type { Step } from '../step.ts';

/** A call that gets another path while it goes on. */
export const steps: readonly Step[] = [
	johnRestartsIce,
	johnSetsLocalDescription,
	johnSendsOffer,
	janeSetsRemoteDescription,
	janeAnswers,
	johnSetsRemoteDescription,
	janeOffers,
	johnHangsUp
];
