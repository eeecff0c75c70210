import { maskedAddresses } from '../candidates/masked';
import { mapping } from '../candidates/mapping';
import { noCandidates } from '../candidates/no-candidates';
import { noPort } from '../candidates/no-port';
import { reach } from '../candidates/reach';
import { oneSection } from '../candidates/one-section';
import { relayInside } from '../candidates/relay-inside';
import type { Finding } from '../finding';
import type { Material } from '../material';
import { bundleMembers } from './bundle-members';
import { bundledExtensions } from './bundled-extensions';
import { bundledPayloadTypes } from './bundled-payload-types';
import { candidateFoundation } from './candidate-foundation';
import { codecsElsewhere } from './codecs-elsewhere';
import { codecsUsable } from './codecs-usable';
import { connectionLine } from './connection-line';
import { cutOff } from './cut-off';
import { fingerprintLength } from './fingerprint-length';
import { gluedLines } from './glued-lines';
import { h264 } from './h264';
import { iceCredentials } from './ice-credentials';
import { lastLineEnd } from './last-line-end';
import { lineEnds } from './line-ends';
import { lostPlus } from './lost-plus';
import { malformed } from './malformed';
import { mids } from './mids';
import { noFingerprint } from './no-fingerprint';
import { noIce } from './no-ice';
import { noSections } from './no-sections';
import { notForBrowsers } from './not-for-browsers';
import { notRepeated } from './not-repeated';
import { planB } from './plan-b';
import { profile } from './profile';
import { rtcpMux } from './rtcp-mux';
import { sctp } from './sctp';
import { sessionLines } from './session-lines';
import { setup } from './setup';
import { setupValue } from './setup-value';
import { simulcast } from './simulcast';
import { sourceTwice } from './source-twice';
import { sourcesOfSection } from './sources-of-section';
import { trackTwice } from './track-twice';
import { twice } from './twice';
import { unreadable } from './unreadable';

/** Looks at one description, and says what it has found. */
export type DescriptionDetector = (material: Material) => Finding | readonly Finding[] | null;

/** What is looked at in each description. */
export const DESCRIPTION_DETECTORS: readonly DescriptionDetector[] = [
	noSections,
	notForBrowsers,
	noIce,
	iceCredentials,
	lostPlus,
	noFingerprint,
	fingerprintLength,
	setup,
	setupValue,
	notRepeated,
	mids,
	bundleMembers,
	rtcpMux,
	sessionLines,
	connectionLine,
	twice,
	trackTwice,
	sourceTwice,
	sourcesOfSection,
	bundledExtensions,
	bundledPayloadTypes,
	sctp,
	gluedLines,
	lineEnds,
	cutOff,
	lastLineEnd,
	simulcast,
	codecsUsable,
	codecsElsewhere,
	candidateFoundation,
	planB,
	profile,
	h264,
	unreadable,
	malformed,
	reach,
	relayInside,
	mapping,
	noCandidates,
	maskedAddresses,
	noPort,
	oneSection
];
