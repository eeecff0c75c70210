import { reduce, type SessionView, type TraceEntry } from '../../trace';
import type { Diagnosis } from '../diagnose';
import { unequalIds } from '../data/ids';
import { neverOpened } from '../data/opened';
import { dataSection } from '../data/section';
import { fingerprints } from '../dtls/fingerprints';
import { handshake } from '../dtls/handshake';
import { roles } from '../dtls/roles';
import { inOrder, type Finding } from '../finding';
import { broken, interrupted } from '../ice/broken';
import { credentials } from '../ice/credentials';
import { nothingGathered } from '../ice/gathered';
import { gaveUpEarly } from '../ice/gave-up';
import { noPairPossible } from '../ice/no-pair';
import { noneReceived } from '../ice/received';
import { unreachable } from '../ice/unreachable';
import { flow } from '../media/flow';
import { loss } from '../media/loss';
import { quality } from '../media/quality';
import {
	answeredWithoutTrack,
	interruptedTracks,
	notNegotiated,
	refusedDevices
} from '../media/tracks';
import { agreed } from '../negotiation/agreed';
import { bundleLost } from '../negotiation/bundle-lost';
import { crossing } from '../negotiation/crossing';
import { neverAnswered } from '../negotiation/never-answered';
import { alteredOnTheWay, lostOnTheWay } from '../negotiation/on-the-way';
import { refusedCandidates } from '../negotiation/refused-candidates';
import { refusedCalls } from '../negotiation/refused';
import { twoAnswerers } from '../negotiation/two-answerers';
import { servers } from '../turn/servers';
import { outcomeOf } from './outcome';
import { sessionOf, type Session } from './session';
import { together } from './together';
import { unexplained } from './unexplained';

/** Looks at a session as a whole. */
export type SessionDetector = (session: Session) => Finding | readonly Finding[] | null;

/** What is looked at in each session, causes before what follows from them. */
export const SESSION_DETECTORS: readonly SessionDetector[] = [
	lostOnTheWay,
	refusedCalls,
	crossing,
	twoAnswerers,
	refusedCandidates,
	credentials,
	fingerprints,
	roles,
	bundleLost,
	nothingGathered,
	gaveUpEarly,
	noneReceived,
	noPairPossible,
	unreachable,
	servers,
	handshake,
	broken,
	neverAnswered,
	agreed,
	refusedDevices,
	notNegotiated,
	interruptedTracks,
	flow,
	loss,
	quality,
	dataSection,
	neverOpened,
	unequalIds,
	answeredWithoutTrack,
	interrupted,
	alteredOnTheWay
];

/**
 * Concludes why a call did not come about, or what is wrong with one that did, from the trace of an
 * attempt, live or recorded. Never throws.
 *
 * @param entries of one attempt, or of several: then it is about the last
 * @param view what they fold to, where somebody has it already
 * @param isBrokenElse whether something beside the trace tells that it is broken
 */
export function diagnoseSession(
	entries: readonly TraceEntry[],
	view: SessionView = reduce(entries),
	isBrokenElse = false
): Diagnosis {
	const attempt = entries.at(-1)?.attempt;
	const own = entries.filter((one) => one.attempt === attempt);
	const session = sessionOf(own, view);
	const found: Finding[] = SESSION_DETECTORS.flatMap((detector) => listed(detector(session)));
	found.push(...listed(unexplained(session, found)));
	const isBroken = isBrokenElse || found.some(({ severity }) => severity === 'breaks the call');
	return {
		findings: inOrder(together(found)),
		verdict: outcomeOf(session, isBroken, found.some(isConsentLost)),
		checks: SESSION_DETECTORS.length
	};
}

const isConsentLost = ({ id }: Finding): boolean => id === 'ice.consent-lost';

const listed = (found: Finding | readonly Finding[] | null): readonly Finding[] =>
	found === null ? [] : 'id' in found ? [found] : found;
