import { janeAddsTracks } from './jane-adds-tracks.ts';
import { janeAnswers } from './jane-answers.ts';
import { janeAnswersAgain } from './jane-answers-again.ts';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection.ts';
import { janeGetsMedia } from './jane-gets-media.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { janeSetsSecondOffer } from './jane-sets-second-offer.ts';
import { johnAddsOneMore } from './john-adds-one-more.ts';
import { johnAddsTracks } from './john-adds-tracks.ts';
import { johnAddsTransceiver } from './john-adds-transceiver.ts';
import { johnCreatesOffer } from './john-creates-offer.ts';
import { johnCreatesPeerConnection } from './john-creates-peer-connection.ts';
import { johnGetsMedia } from './john-gets-media.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnOffersAgain } from './john-offers-again.ts';
import { johnSendsOffer } from './john-sends-offer.ts';
import { johnSetsLocalDescription } from './john-sets-local-description.ts';
import { johnSetsSecondAnswer } from './john-sets-second-answer.ts';
import type { Step } from '../step.ts';

/** A call whose media changes while it is agreed on, and whose descriptions are made by the browser. */
export const steps: readonly Step[] = [
	johnCreatesPeerConnection,
	johnGetsMedia,
	johnAddsTracks,
	johnCreatesOffer,
	johnAddsTransceiver,
	johnSetsLocalDescription,
	johnAddsOneMore,
	johnSendsOffer,
	janeCreatesPeerConnection,
	janeSetsRemoteDescription,
	janeGetsMedia,
	janeAddsTracks,
	janeAnswers,
	johnOffersAgain,
	janeSetsSecondOffer,
	janeAnswersAgain,
	johnSetsSecondAnswer,
	johnHangsUp
];
