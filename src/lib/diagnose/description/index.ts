import { maskedAddresses } from '../candidates/masked';
import { noCandidates } from '../candidates/no-candidates';
import { noPort } from '../candidates/no-port';
import { reach } from '../candidates/reach';
import { oneSection } from '../candidates/one-section';
import type { Finding } from '../finding';
import type { Material } from '../material';
import { connectionLine } from './connection-line';
import { gluedLines } from './glued-lines';
import { h264 } from './h264';
import { iceLength } from './ice-length';
import { lastLineEnd } from './last-line-end';
import { malformed } from './malformed';
import { mids } from './mids';
import { noFingerprint } from './no-fingerprint';
import { noIce } from './no-ice';
import { noSections } from './no-sections';
import { notForBrowsers } from './not-for-browsers';
import { planB } from './plan-b';
import { profile } from './profile';
import { rtcpMux } from './rtcp-mux';
import { sessionLines } from './session-lines';
import { setup } from './setup';
import { simulcast } from './simulcast';
import { twice } from './twice';

/** Looks at one description, and says what it has found. */
export type DescriptionDetector = (material: Material) => Finding | readonly Finding[] | null;

/** What is looked at in each description. */
export const DESCRIPTION_DETECTORS: readonly DescriptionDetector[] = [
	noSections,
	notForBrowsers,
	noIce,
	iceLength,
	noFingerprint,
	setup,
	mids,
	rtcpMux,
	sessionLines,
	connectionLine,
	twice,
	gluedLines,
	lastLineEnd,
	simulcast,
	planB,
	profile,
	h264,
	malformed,
	reach,
	noCandidates,
	maskedAddresses,
	noPort,
	oneSection
];
