import {
	explainCandidate,
	explainCandidateField,
	parseCandidate,
	VENDOR_FIELDS,
	type Candidate
} from '../../ice';
import type { Fields } from '../fields';
import type { Meaning, Rules } from '../rule';
import { doc, rfc } from '../spec';
import { legacy, standard, WEBRTC } from '../usage';
import { clip, list, quote } from '../words';

const MDNS = doc(
	'draft-ietf-mmusic-mdns-ice-candidates',
	'https://datatracker.ietf.org/doc/html/draft-ietf-mmusic-mdns-ice-candidates'
);

/** The room for ICE reads the line as a whole: it knows `a=candidate:` as well as `candidate:`. */
function readCandidate(fields: Fields): void {
	const { candidate, fields: found, problem } = parseCandidate(fields.text);
	for (const { name, start, end } of found) fields.add(name, start, end);
	fields.problem = found.length === 0 ? 'The candidate is missing.' : problem;
	fields.noted(() => candidate);
}

/** What `readCandidate` left; it has read the line before anything else can be asked. */
const noCandidate = (): Candidate | null => null;
const noted = (fields: Fields) => fields.noted(noCandidate);

const candidateField: Meaning = (value, _, fields, index) =>
	explainCandidateField(fields.nameAt(index), value, noted(fields));

/** What a foundation says, and how many candidates of the section share it. */
const foundationField: Meaning = (value, { section }, fields) => {
	const sharing = section.count('candidate', 'foundation', value);
	const meaning = explainCandidateField('foundation', value, noted(fields)).slice(0, -1);
	return sharing > 1
		? `${meaning}; here ${sharing} candidates of this section share it.`
		: `${meaning}; here no other candidate of this section shares it.`;
};

const CANDIDATE_FIELDS = [
	'component-id',
	'transport',
	'priority',
	'connection-address',
	'port',
	'keyword',
	'cand-type',
	'rel-addr',
	'rel-port',
	'tcp-type',
	'ufrag',
	...VENDOR_FIELDS
];

/** The options that IANA lists, and what they promise. */
const ICE_OPTIONS: ReadonlyMap<string, string> = new Map([
	['trickle', 'candidates may follow one by one, after this description'],
	['ice2', 'this side follows RFC 8445'],
	['renomination', 'the controlling side may change its choice of a pair later'],
	['rtp+ecn', 'this side can test paths for ECN']
]);

function credential(name: string, what: string, least: number) {
	return (fields: Fields): string | null => {
		const value = fields.get(name);
		if (value.length < least || value.length > 256) {
			return `The ${what} must have ${least} to 256 characters.`;
		}
		return /^[A-Za-z0-9+/]*$/.test(value)
			? null
			: `The ${what} may have letters, digits, + and / only.`;
	};
}

/** ICE: how the two sides find a path to each other (RFC 8839, 5). */
export const ice: Rules = {
	candidate: {
		sample:
			'a=candidate:4192715185 1 udp 2122194687 192.0.2.2 36471 typ host generation 0 network-id 1',
		about: 'A candidate: one address that this side may be reached at',
		shape: readCandidate,
		level: 'media',
		spec: (fields) => {
			if (fields.get('connection-address').endsWith('.local')) return MDNS;
			return fields.has('tcp-type') ? rfc(6544, '4.5') : rfc(8839, '5.1');
		},
		usage: WEBRTC,
		fields: {
			...Object.fromEntries(CANDIDATE_FIELDS.map((name) => [name, candidateField])),
			foundation: foundationField
		},
		explain: (fields) => {
			const candidate = noted(fields);
			return candidate === null ? 'A candidate.' : explainCandidate(candidate);
		},
		identity: ['component-id', 'transport', 'connection-address', 'port', 'cand-type']
	},
	'remote-candidates': {
		sample: 'a=remote-candidates:1 192.0.2.3 45664',
		about: 'The candidates of the other side that the connection uses',
		shape: '{remote-candidate...}',
		level: 'media',
		spec: rfc(8839, '5.2'),
		usage: standard('SIP; browsers do not write it'),
		explain: () =>
			'Which candidates of the other side were chosen: component, address and port of each.'
	},
	'end-of-candidates': {
		sample: 'a=end-of-candidates',
		about: 'No more candidates',
		shape: '',
		level: 'both',
		spec: rfc(8840, '8.2'),
		usage: standard('Firefox and Safari; Chromium does not write it'),
		explain: () => 'Gathering is over: no further candidate will follow.'
	},
	'ice-ufrag': {
		sample: 'a=ice-ufrag:kCOP',
		about: 'The user name of this ICE session',
		shape: '{ufrag}',
		level: 'both',
		spec: rfc(8839, '5.4'),
		usage: WEBRTC,
		fields: {
			ufrag: 'Half of the user name in every connectivity check; a new one means an ICE restart.'
		},
		explain: (fields) =>
			`Checks sent to this side carry the user name ${quote(fields.get('ufrag'))}, a colon, and the sender's own.`,
		check: credential('ufrag', 'username fragment', 4)
	},
	'ice-pwd': {
		sample: 'a=ice-pwd:322zXO/YVqIjwoHPnwz7wO9M',
		about: 'The password of this ICE session',
		shape: '{password}',
		level: 'both',
		spec: rfc(8839, '5.4'),
		usage: WEBRTC,
		fields: {
			password: 'The key of the message integrity of each check; it is never sent itself.'
		},
		explain: () =>
			'Checks sent to this side are authenticated with this password, so that strangers can neither send nor answer them.',
		check: credential('password', 'password', 22)
	},
	'ice-options': {
		sample: 'a=ice-options:trickle',
		about: 'What this ICE agent can do',
		shape: '{ice-option-tag...}',
		level: 'both',
		spec: rfc(8839, '5.6'),
		usage: WEBRTC,
		fields: {
			'ice-option-tag': (value) =>
				`${ICE_OPTIONS.get(value) ?? 'an option that IANA does not list'}.`
		},
		explain: (fields) =>
			`This ICE agent says: ${list(
				fields
					.all('ice-option-tag')
					.slice(0, 12)
					.map((tag) => `${clip(tag)} (${ICE_OPTIONS.get(tag) ?? 'not a registered option'})`)
			)}.`
	},
	'ice-lite': {
		sample: 'a=ice-lite',
		about: 'A lite ICE agent',
		shape: '',
		level: 'session',
		spec: rfc(8839, '5.3'),
		usage: standard('servers, such as SFUs, with a public address'),
		explain: () =>
			'This side is ICE-lite: it sends no checks of its own, only answers them, so the other side controls.'
	},
	'ice-mismatch': {
		sample: 'a=ice-mismatch',
		about: 'Something on the way rewrote the addresses',
		shape: '',
		level: 'media',
		spec: rfc(8839, '5.3'),
		usage: standard('SIP; browsers do not write it'),
		explain: () =>
			"The other side's default address matched none of its candidates, so ICE is not used here."
	},
	'ice-pacing': {
		sample: 'a=ice-pacing:50',
		about: 'How fast this side sends its checks',
		shape: '{pacing-value}',
		level: 'session',
		spec: rfc(8839, '5.5'),
		usage: standard('ICE; browsers do not write it'),
		explain: (fields) =>
			`This side would leave ${clip(fields.get('pacing-value'))} ms between two checks; the slower of both sides wins.`
	},
	'google-ice': {
		sample: 'a=google-ice',
		about: 'ICE as Google Talk had it',
		shape: '',
		level: 'both',
		spec: rfc(8839),
		usage: legacy('Chrome before 2014'),
		explain: () => 'The ICE of Google Talk, before the standard.'
	}
};
