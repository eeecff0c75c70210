import { answerIsAltered } from './answer-is-altered.ts';
import { janeAnswersAgain } from './jane-answers-again.ts';
import { janeAnswers } from './jane-answers.ts';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { janeSetsSecondOffer } from './jane-sets-second-offer.ts';
import { johnAddsAnother } from './john-adds-another.ts';
import { johnAddsTransceiver } from './john-adds-transceiver.ts';
import { johnDrawsPicture } from './john-draws-picture.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnOffersAgain } from './john-offers-again.ts';
import { johnOffers } from './john-offers.ts';
import { johnSendsLayer } from './john-sends-layer.ts';
import { johnSetsSecondAnswer } from './john-sets-second-answer.ts';
import { johnStopsLayer } from './john-stops-layer.ts';
import type { Step } from '../step.ts';

/** One picture in three sizes: what a browser answers to that, and what a server that forwards would. */
export const steps: readonly Step[] = [
	johnDrawsPicture,
	johnAddsTransceiver,
	johnOffers,
	janeCreatesPeerConnection,
	janeSetsRemoteDescription,
	janeAnswers,
	johnAddsAnother,
	johnOffersAgain,
	janeSetsSecondOffer,
	janeAnswersAgain,
	answerIsAltered,
	johnSetsSecondAnswer,
	johnStopsLayer,
	johnSendsLayer,
	johnHangsUp
];
