import { BOTH_BROWSERS } from '../../../sdp';
import { isUpTo, said, wordsIn, type Demand } from './demand';

const PROTOCOLS = ['udp', 'tcp', 'ssltcp'];
const TYPES = ['host', 'srflx', 'prflx', 'relay'];
const SIDES = ['active', 'passive', 'so'];
const HASHES = ['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512', 'md5', 'md2'];

/**
 * The words of a candidate, those that follow `candidate:`. One whose foundation is empty has all the others, and is read: see
 * `candidateFoundation`.
 */
export function wordsOfCandidate(value: string): readonly string[] {
	const words = value.split(' ').filter((word) => word !== '');
	return value.startsWith(' ') ? ['', ...words] : words;
}

/** What is wrong with the words of a candidate, as what follows `It `; null where nothing is. */
export function candidateFault(words: readonly string[]): string | null {
	const [, component, protocol, priority, , port, keyword, type] = words;
	if (words.length < 8 || keyword !== 'typ') return 'has fewer words than a candidate';
	const sideAt = words.indexOf('tcptype') + 1;
	const demands: readonly (readonly [what: string, word: string | undefined, isMet: boolean])[] = [
		['component', component, isUpTo(component, 2 ** 31 - 1)],
		['protocol', protocol, PROTOCOLS.includes(protocol?.toLowerCase() ?? '')],
		['priority', priority, isUpTo(priority, 2 ** 32 - 1)],
		['port', port, isUpTo(port, 65535)],
		['type', type, TYPES.includes(type ?? '')],
		['type over TCP', words[sideAt], sideAt === 0 || SIDES.includes(words[sideAt] ?? '')]
	];
	const broken = demands.find(([, , isMet]) => !isMet);
	return broken === undefined
		? null
		: `has ${said(broken[1])} where a candidate has its ${broken[0]}`;
}

/** What browsers want of what is said of names, ICE, DTLS and the transport of data. */
export const OF_TRANSPORT: readonly Demand[] = [
	{
		id: 'sdp.mid-characters',
		on: ['mid'],
		fault: ({ value }) => {
			const [stray] = /[^!#-'*+.\-0-9A-Z^-~]/.exec(value) ?? [];
			return stray === undefined ? null : `has ${said(stray)} in the name of a section`;
		},
		refusedBy: ['Chromium'],
		todo: 'Name sections with letters and digits alone.',
		source: 'RFC 5888, 4'
	},
	{
		id: 'sdp.candidate-unreadable',
		on: ['candidate'],
		fault: ({ value }) => candidateFault(wordsOfCandidate(value)),
		refusedBy: ['Chromium'],
		todo: 'Take the candidate out, or mend it where it is made; what is trickled is refused by itself.',
		source: 'RFC 8839, 5.1'
	},
	{
		id: 'sdp.fingerprint-unreadable',
		on: ['fingerprint'],
		fault: (line) => {
			const [hash, bytes] = wordsIn(line);
			if (bytes === undefined) return `does not name both, a hash function and its value`;
			return /^[0-9a-f]{2}(?::[0-9a-f]{2})*$/i.test(bytes)
				? null
				: `has not bytes with colons between them for the value of ${said(hash)}`;
		},
		refusedBy: BOTH_BROWSERS,
		todo: 'Write the hash function, a blank, and each byte as two digits with a colon between.',
		source: 'RFC 8122, 5'
	},
	{
		id: 'sdp.fingerprint-hash',
		on: ['fingerprint'],
		fault: (line) => {
			const [hash = '', bytes] = wordsIn(line);
			return bytes === undefined || HASHES.includes(hash.toLowerCase())
				? null
				: `names the hash function ${said(hash)}, which browsers do not have`;
		},
		refusedBy: BOTH_BROWSERS,
		todo: 'Make the fingerprint with sha-256.',
		source: 'RFC 8122, 5'
	},
	{
		id: 'sdp.fingerprint-in-small-letters',
		on: ['fingerprint'],
		fault: (line) =>
			/[a-f]/.test(wordsIn(line)[1] ?? '') ? 'has a fingerprint in small letters' : null,
		refusedBy: ['Firefox'],
		todo: 'Write the digits A to F in capital letters.',
		source: 'RFC 8122, 5'
	},
	{
		id: 'sdp.sctp-port',
		on: ['sctp-port'],
		fault: ({ value }) =>
			isUpTo(value, 65535) ? null : `has ${said(value)} where SCTP has a port from 0 to 65535`,
		refusedBy: ['Chromium'],
		todo: 'Write a=sctp-port:5000, as browsers do.',
		source: 'RFC 8841, 5.1'
	},
	{
		id: 'sdp.max-message-size',
		on: ['max-message-size'],
		fault: ({ value }) =>
			/^\d+$/.test(value)
				? null
				: `has ${said(value)} where the largest message has its size in bytes`,
		refusedBy: ['Chromium'],
		todo: 'Write a number of bytes, 0 for messages of any size, or take the line out.',
		source: 'RFC 8841, 6.1'
	}
];
