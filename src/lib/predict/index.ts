import { addressNotTold } from './address-not-told.ts';
import { agreedNoPath } from './agreed-no-path.ts';
import { agreedNotConnected } from './agreed-not-connected.ts';
import { alteredIsTaken } from './altered-is-taken.ts';
import { answerDoesNotWait } from './answer-does-not-wait.ts';
import { answerOnItsWay } from './answer-on-its-way.ts';
import { besideNeedsOffer } from './beside-needs-offer.ts';
import { candidatesInOffer } from './candidates-in-offer.ts';
import { candidatesNotTried } from './candidates-not-tried.ts';
import type { Check } from './check';
import { closeIsSilent } from './close-is-silent.ts';
import { credentialsOfAnswer } from './credentials-of-answer.ts';
import { credentialsOfOffer } from './credentials-of-offer.ts';
import { descriptionGrows } from './description-grows.ts';
import { disabledStillSent } from './disabled-still-sent.ts';
import { firstEncodingStays } from './first-encoding-stays.ts';
import { formatsLeftOut } from './formats-left-out.ts';
import { howManyPairs } from './how-many-pairs.ts';
import { howOftenNeeded } from './how-often-needed.ts';
import { janeBegins } from './jane-begins.ts';
import { johnStillWaits } from './john-still-waits.ts';
import { knownByChecks } from './known-by-checks.ts';
import { nameOrNumber } from './name-or-number.ts';
import { needOfJane } from './need-of-jane.ts';
import { nobodyIsTold } from './nobody-is-told.ts';
import { notSentNotLost } from './not-sent-not-lost.ts';
import { nothingGathered } from './nothing-gathered.ts';
import { nothingLeaves } from './nothing-leaves.ts';
import { nothingLeftToAsk } from './nothing-left-to-ask.ts';
import { offerNotApplied } from './offer-not-applied.ts';
import { offerOfTheMoment } from './offer-of-the-moment.ts';
import { oneCandidate } from './one-candidate.ts';
import { ownOfferTakenBack } from './own-offer-taken-back.ts';
import { pairMovesOn } from './pair-moves-on.ts';
import { pathWithoutCall } from './path-without-call.ts';
import { reflexivePriority } from './reflexive-priority.ts';
import { refusalTold } from './refusal-told.ts';
import { removedNotEnded } from './removed-not-ended.ts';
import { sectionBringsNoChannel } from './section-brings-no-channel.ts';
import { sectionsOfAnswer } from './sections-of-answer.ts';
import { signalingGone } from './signaling-gone.ts';
import { signalingOfChannel } from './signaling-of-channel.ts';
import { straightOrRelayed } from './straight-or-relayed.ts';
import { threeInOneTrack } from './three-in-one-track.ts';
import { trackAgain } from './track-again.ts';
import { trackBeforePackets } from './track-before-packets.ts';
import { usedSender } from './used-sender.ts';
import { whichFirst } from './which-first.ts';
import { whoBeginsDtls } from './who-begins-dtls.ts';
import { whoDecides } from './who-decides.ts';
import { whoFoundMore } from './who-found-more.ts';
import { wishAfterGlare } from './wish-after-glare.ts';
import { wishInAnswer } from './wish-in-answer.ts';

/** By the name under which a slide asks for it; in the order in which the lessons come to them. */
export const CHECKS: Readonly<Record<string, Check>> = {
	'nothing-leaves': nothingLeaves,
	'how-often-needed': howOftenNeeded,
	'offer-not-applied': offerNotApplied,
	'candidates-in-offer': candidatesInOffer,
	'description-grows': descriptionGrows,
	'jane-begins': janeBegins,
	'track-before-packets': trackBeforePackets,
	'need-of-jane': needOfJane,
	'sections-of-answer': sectionsOfAnswer,
	'formats-left-out': formatsLeftOut,
	'who-begins-dtls': whoBeginsDtls,
	'john-still-waits': johnStillWaits,
	'answer-on-its-way': answerOnItsWay,
	'agreed-not-connected': agreedNotConnected,
	'who-found-more': whoFoundMore,
	'name-or-number': nameOrNumber,
	'one-candidate': oneCandidate,
	'reflexive-priority': reflexivePriority,
	'who-decides': whoDecides,
	'how-many-pairs': howManyPairs,
	'pair-moves-on': pairMovesOn,
	'which-first': whichFirst,
	'signaling-gone': signalingGone,
	'close-is-silent': closeIsSilent,
	'candidates-not-tried': candidatesNotTried,
	'answer-does-not-wait': answerDoesNotWait,
	'offer-of-the-moment': offerOfTheMoment,
	'nothing-left-to-ask': nothingLeftToAsk,
	'removed-not-ended': removedNotEnded,
	'used-sender': usedSender,
	'wish-in-answer': wishInAnswer,
	'track-again': trackAgain,
	'nobody-is-told': nobodyIsTold,
	'beside-needs-offer': besideNeedsOffer,
	'own-offer-taken-back': ownOfferTakenBack,
	'wish-after-glare': wishAfterGlare,
	'credentials-of-answer': credentialsOfAnswer,
	'credentials-of-offer': credentialsOfOffer,
	'section-brings-no-channel': sectionBringsNoChannel,
	'signaling-of-channel': signalingOfChannel,
	'altered-is-taken': alteredIsTaken,
	'path-without-call': pathWithoutCall,
	'address-not-told': addressNotTold,
	'known-by-checks': knownByChecks,
	'not-sent-not-lost': notSentNotLost,
	'disabled-still-sent': disabledStillSent,
	'three-in-one-track': threeInOneTrack,
	'first-encoding-stays': firstEncodingStays,
	'nothing-gathered': nothingGathered,
	'agreed-no-path': agreedNoPath,
	'refusal-told': refusalTold,
	'straight-or-relayed': straightOrRelayed
};
