import { janeAnswers } from './jane-answers.ts';
import { janeAnswersAgain } from './jane-answers-again.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { janeSetsSecondOffer } from './jane-sets-second-offer.ts';
import { janeShowsScreen } from './jane-shows-screen.ts';
import { johnAddsScreen } from './john-adds-screen.ts';
import { johnAddsScreenAgain } from './john-adds-screen-again.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnOffersAgain } from './john-offers-again.ts';
import { johnRemovesScreen } from './john-removes-screen.ts';
import { johnSendsOffer } from './john-sends-offer.ts';
import { johnSetsLocalDescription } from './john-sets-local-description.ts';
import { johnSetsRemoteDescription } from './john-sets-remote-description.ts';
import { johnSetsSecondAnswer } from './john-sets-second-answer.ts';
import type { Step } from '../step.ts';

/** A call to which a screen is added, from which it is removed, and to which it is added again. */
export const steps: readonly Step[] = [
	johnAddsScreen,
	johnSetsLocalDescription,
	johnSendsOffer,
	janeSetsRemoteDescription,
	janeAnswers,
	johnSetsRemoteDescription,
	janeShowsScreen,
	johnRemovesScreen,
	johnOffersAgain,
	janeSetsSecondOffer,
	janeAnswersAgain,
	johnSetsSecondAnswer,
	johnAddsScreenAgain,
	johnHangsUp
];
