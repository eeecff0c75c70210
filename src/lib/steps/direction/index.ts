import { janeAnswers } from './jane-answers.ts';
import { janeAnswersAgain } from './jane-answers-again.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { janeSetsSecondOffer } from './jane-sets-second-offer.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnOffers } from './john-offers.ts';
import { johnOffersAgain } from './john-offers-again.ts';
import { johnSetsRemoteDescription } from './john-sets-remote-description.ts';
import { johnSetsSecondAnswer } from './john-sets-second-answer.ts';
import { johnWishes } from './john-wishes.ts';
import { johnWishesAgain } from './john-wishes-again.ts';
import type { Step } from '../step.ts';

/** A call in which a picture is held, and goes on. */
export const steps: readonly Step[] = [
	johnWishes,
	johnOffers,
	janeSetsRemoteDescription,
	janeAnswers,
	johnSetsRemoteDescription,
	johnWishesAgain,
	johnOffersAgain,
	janeSetsSecondOffer,
	janeAnswersAgain,
	johnSetsSecondAnswer,
	johnHangsUp
];
