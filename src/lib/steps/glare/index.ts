import { bothShowPictures } from './both-show-pictures.ts';
import { janeAddsBoard } from './jane-adds-board.ts';
import { janeAnswers } from './jane-answers.ts';
import { janeGivesWay } from './jane-gives-way.ts';
import { janeOffers } from './jane-offers.ts';
import { janeOffersAgain } from './jane-offers-again.ts';
import { janeSetsAnswer } from './jane-sets-answer.ts';
import { johnAddsScreen } from './john-adds-screen.ts';
import { johnAnswers } from './john-answers.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnIgnoresOffer } from './john-ignores-offer.ts';
import { johnOffers } from './john-offers.ts';
import { johnSetsAnswer } from './john-sets-answer.ts';
import { johnSetsOffer } from './john-sets-offer.ts';
import type { Step } from '../step.ts';

/** A call in which both offer at the same time: John, who is impolite, and Jane, who gives way. */
export const steps: readonly Step[] = [
	johnAddsScreen,
	janeAddsBoard,
	johnOffers,
	janeOffers,
	johnIgnoresOffer,
	janeGivesWay,
	janeAnswers,
	johnSetsAnswer,
	janeOffersAgain,
	johnSetsOffer,
	johnAnswers,
	janeSetsAnswer,
	bothShowPictures,
	johnHangsUp
];
