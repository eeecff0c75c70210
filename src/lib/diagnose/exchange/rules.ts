import type { Rule } from '../../sdp';
import type { Severity } from '../finding';

/** What is said of a rule of offer and answer that was broken. */
export interface RuleWords {
	readonly id: string;
	readonly todo: string;
	readonly source: string;
	/** How much it matters where no browser refuses it, and that is not little. */
	readonly severity?: Severity;
}

/** A name, a way out and the source for each rule whose breach browsers were tried with. */
export const RULES: Readonly<Record<Rule, RuleWords>> = {
	sections: {
		id: 'answer.sections-differ',
		todo: 'Answer each offered section, in the order of the offer, with its kind; reject what is not wanted with port 0.',
		source: 'RFC 3264, 6; RFC 9429, 5.3.1'
	},
	mid: {
		id: 'answer.mid-differs',
		todo: 'Copy a=mid from the offer. If all names differ, this is the answer to another offer.',
		source: 'RFC 9429, 5.3.1'
	},
	profile: {
		id: 'answer.profile-differs',
		todo: 'Copy the profile of the m= line from the offer.',
		source: 'RFC 3264, 6; RFC 9429, 5.3.1'
	},
	'rejected-tag': {
		id: 'answer.rejected-in-bundle',
		todo: 'Take the rejected section out of a=group:BUNDLE; the next one in the group then has the transport.',
		source: 'RFC 9143, 7.3.3'
	},
	'rejected-member': {
		id: 'answer.rejected-member-in-bundle',
		todo: 'Take the rejected section out of a=group:BUNDLE.',
		source: 'RFC 9143, 7.3.3'
	},
	'bundle-stray': {
		id: 'answer.bundle-stranger',
		todo: 'Name only sections in a=group:BUNDLE that the offer has bundled.',
		source: 'RFC 9143, 7.3'
	},
	'bundle-wider': {
		id: 'answer.bundle-wider',
		todo: 'Name in a=group:BUNDLE of the answer only sections that the group of the offer names.',
		source: 'RFC 9143, 7.3'
	},
	'bundle-unasked': {
		id: 'answer.bundle-not-offered',
		todo: 'Leave out an a=group:BUNDLE that the offer does not have, or bundle in the offer as well.',
		source: 'RFC 9143, 7.3'
	},
	'bundle-split': {
		id: 'answer.bundle-split',
		todo: 'Answer a bundle with one bundle, or with sections outside of it.',
		source: 'RFC 9143, 7.3'
	},
	'ice-credentials': {
		id: 'answer.no-ice-credentials',
		todo: 'Turn on ICE where the answer is made: a browser talks to nobody without it.',
		source: 'RFC 9429, 5.8.3; RFC 8839, 5.4'
	},
	'ice-length': {
		id: 'answer.ice-credentials-length',
		todo: 'Make the user name at least 4 and the password at least 22 characters long; see whether something cuts them.',
		source: 'RFC 8839, 5.4'
	},
	'ice-too-long': {
		id: 'answer.ice-credentials-too-long',
		todo: 'Make user name and password at most 256 characters long.',
		source: 'RFC 8839, 5.4'
	},
	'ice-characters': {
		id: 'answer.ice-credentials-characters',
		todo: 'Make user name and password of letters, digits, + and / alone.',
		source: 'RFC 8839, 5.4'
	},
	'ice-other-characters': {
		id: 'answer.ice-credentials-other-characters',
		todo: 'Make user name and password of letters, digits, + and / alone.',
		source: 'RFC 8839, 5.4'
	},
	'ice-dollar': {
		id: 'answer.ice-credentials-dollar',
		todo: 'Make user name and password of letters, digits, + and / alone.',
		source: 'RFC 8839, 5.4'
	},
	fingerprint: {
		id: 'answer.no-fingerprint',
		todo: 'Turn on DTLS-SRTP where the answer is made: browsers encrypt media with nothing else.',
		source: 'RFC 8827, 6.5; RFC 9429, 5.8.3'
	},
	'setup-open': {
		id: 'answer.setup-open',
		todo: 'Answer active or passive. If this is really another offer, it was handed over with the type “answer”.',
		source: 'RFC 8842, 5.3'
	},
	'setup-missing': {
		id: 'answer.no-setup',
		todo: 'Say a=setup:active or a=setup:passive in each section of an answer.',
		source: 'RFC 8842, 5.3'
	},
	'role-flip': {
		id: 'answer.dtls-role-flipped',
		todo: 'Answer with the role that the connection has; for another one, a new DTLS association is needed (another a=tls-id or certificate).',
		source: 'RFC 8842, 4 and 5.3; RFC 5763, 6.6'
	},
	'rtcp-mux': {
		id: 'answer.no-rtcp-mux',
		todo: 'Turn on RTP/RTCP multiplexing where the answer is made.',
		source: 'RFC 9429, 4.1.1 and 5.8.3; RFC 5761'
	},
	'rtcp-mux-inherited': {
		id: 'answer.rtcp-mux-not-repeated',
		todo: 'Repeat a=rtcp-mux in each section.',
		source: 'RFC 9429, 5.3.1'
	},
	'rtcp-mux-bundle-only': {
		id: 'answer.bundle-only-rtcp-mux-not-repeated',
		todo: 'Repeat a=rtcp-mux in each section: Firefox wants it in one that is bundle-only, too.',
		source: 'RFC 9429, 5.3.1'
	},
	direction: {
		id: 'answer.direction-not-offered',
		todo: 'Answer sendonly with recvonly or inactive, recvonly with sendonly or inactive.',
		source: 'RFC 3264, 6.1'
	},
	codecs: {
		id: 'answer.no-codec-left',
		todo: 'Give both sides a codec in common, with the same parameters, or reject the section with port 0.',
		source: 'RFC 3264, 6.1; RFC 9429, 5.3.1'
	},
	'codecs-beside': {
		id: 'answer.no-media-codec-left',
		todo: 'Give both sides a codec in common: Opus, PCMU or PCMA for sound, VP8 or H.264 for pictures; or reject the section with port 0.',
		source: 'RFC 3264, 6.1; RFC 7874, 3; RFC 4733, 2.1',
		severity: 'breaks a part'
	},
	'payload-type': {
		id: 'answer.payload-type-reused',
		todo: 'Let a payload type stand for one codec in all sections of a bundle.',
		source: 'RFC 9143, 9.1'
	},
	'extension-unasked': {
		id: 'answer.extension-not-offered',
		todo: 'Answer only header extensions that were offered.',
		source: 'RFC 8285, 6'
	},
	'extension-number': {
		id: 'answer.extension-renumbered',
		todo: 'Keep the number that a header extension has in the offer.',
		source: 'RFC 8285, 6'
	},
	'extension-twice': {
		id: 'answer.extension-id-twice',
		todo: 'Give each header extension a number of its own, the same one in all sections of a bundle.',
		source: 'RFC 8285, 5 and 6; RFC 9143, 9.1'
	},
	'sctp-port': {
		id: 'answer.no-sctp-port',
		todo: 'Answer a=sctp-port: there is no port by default.',
		source: 'RFC 8841, 5.1'
	}
};
