import { janeAnswers } from './jane-answers.ts';
import { janeCreatesAgreed } from './jane-creates-agreed.ts';
import { janeListens } from './jane-listens.ts';
import { janeSetsOffer } from './jane-sets-offer.ts';
import { johnClosesChannel } from './john-closes-channel.ts';
import { johnCreatesAgreed } from './john-creates-agreed.ts';
import { johnCreatesChannel } from './john-creates-channel.ts';
import { johnCreatesPointer } from './john-creates-pointer.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnOffers } from './john-offers.ts';
import { johnSendsText } from './john-sends-text.ts';
import { johnSetsAnswer } from './john-sets-answer.ts';
import type { Step } from '../step.ts';

/** Channels for data in a call that is connected: one that is negotiated, and others that need no offer. */
export const steps: readonly Step[] = [
	johnCreatesChannel,
	johnOffers,
	janeSetsOffer,
	janeListens,
	janeAnswers,
	johnSetsAnswer,
	johnSendsText,
	johnCreatesPointer,
	johnCreatesAgreed,
	janeCreatesAgreed,
	johnClosesChannel,
	johnHangsUp
];
