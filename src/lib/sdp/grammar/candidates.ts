import {
	explainCandidate,
	describeAddress,
	explainCandidateField,
	foundationOf,
	parseCandidate,
	VENDOR_FIELDS,
	type Candidate
} from '../../ice';
import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Meaning, Rules } from '../rule';
import { doc, rfc } from '../spec';
import { standard, WEBRTC } from '../usage';
import { clip, list } from '../words';
import { addressProblem } from './address';
import { isPositive, isWhole } from './number';

const MDNS = doc(
	'draft-ietf-mmusic-mdns-ice-candidates',
	'https://datatracker.ietf.org/doc/html/draft-ietf-mmusic-mdns-ice-candidates'
);

const CANDIDATE_SPEC = rfc(8839, '5.1');
const TCP_SPEC = rfc(6544, '4.5');

/** The room for ICE reads the line as a whole: it knows `a=candidate:` as well as `candidate:`. */
function readCandidate(fields: Fields): void {
	const { candidate, fields: found, problem } = parseCandidate(fields.text);
	for (const { name, start, end } of found) fields.add(name, start, end);
	if (found.length === 0) fields.problem = 'The candidate is missing.';
	else if (candidate === null) fields.problem = problem;
	else fields.flaw = problem;
	fields.noted(() => candidate);
}

/** What `readCandidate` left; it has read the line before anything else can be asked. */
const noCandidate = (): Candidate | null => null;
const noted = (fields: Fields) => fields.noted(noCandidate);

const candidateField: Meaning = (value, _, fields, index) =>
	explainCandidateField(fields.nameAt(index), value, noted(fields));

const foundationIn = ({ text }: Line) => foundationOf(text);

/** What a foundation says, and how many candidates of the section share it. */
const foundationField: Meaning = (value, { section }, fields) => {
	const sharing = section.count('candidate', value, foundationIn);
	const meaning = explainCandidateField('foundation', value, noted(fields)).slice(0, -1);
	return sharing > 1
		? `${meaning}; here ${sharing} candidates of this section share it.`
		: `${meaning}; here no other candidate of this section shares it.`;
};

/** Component, address and port follow one another. */
const remoteCandidateField: Meaning = (value, _, fields, index) => {
	const place = (index - fields.indexOf('remote-candidate')) % 3;
	if (place === 0) return `The component, ${clip(value)}: 1 for RTP, 2 for RTCP.`;
	return place === 1
		? `${clip(value)} is ${describeAddress(value).meaning}.`
		: `Its port, ${clip(value)}.`;
};

/** What is wrong with a component, an address and a port (RFC 8839, 5.2). */
const REMOTE_CHECKS: readonly ((word: string) => string | null)[] = [
	(word) =>
		isPositive(word) && Number(word) <= 256
			? null
			: 'The component must be a number from 1 to 256.',
	addressProblem,
	(word) =>
		isWhole(word) && Number(word) <= 65535 ? null : 'The port must be a number from 0 to 65535.'
];

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

/** Candidates: where each side may be reached (RFC 8839, 5.1). */
export const candidates: Rules = {
	candidate: {
		sample:
			'a=candidate:4192715185 1 udp 2122194687 192.0.2.2 36471 typ host generation 0 network-id 1',
		about: 'A candidate: one address that this side may be reached at',
		shape: readCandidate,
		level: 'media',
		spec: (fields) => {
			if (fields.get('connection-address').endsWith('.local')) return MDNS;
			return fields.has('tcp-type') ? TCP_SPEC : CANDIDATE_SPEC;
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
		fields: { 'remote-candidate': remoteCandidateField },
		explain: (fields) => {
			const chosen = fields.all('remote-candidate');
			const each = Array.from({ length: Math.min(Math.ceil(chosen.length / 3), 7) }, (_, at) => {
				const [component = '', address = '', port = ''] = chosen.slice(3 * at, 3 * at + 3);
				return `${clip(address)} port ${clip(port)} for component ${clip(component)}`;
			});
			return `These candidates of the other side were chosen: ${list(each, 6, Math.ceil(chosen.length / 3))}.`;
		},
		check: (fields) => {
			const words = fields.all('remote-candidate');
			if (words.length % 3 !== 0) return 'Each candidate needs a component, an address and a port.';
			for (const [index, word] of words.entries()) {
				const problem = REMOTE_CHECKS[index % 3]?.(word) ?? null;
				if (problem !== null) return problem;
			}
			return null;
		}
	},
	'end-of-candidates': {
		sample: 'a=end-of-candidates',
		about: 'No more candidates',
		shape: '',
		level: 'both',
		spec: rfc(8840, '8.1'),
		usage: standard('Firefox; Chromium and Safari do not write it'),
		explain: () => 'Gathering is over: no further candidate will follow.'
	}
};
