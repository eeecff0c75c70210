import { BOTH_BROWSERS, type Line } from '../../../sdp';
import { isUpTo, said, wordsIn, type Demand } from './demand';

/** The kinds of sections that browsers know. */
const KINDS = ['audio', 'video', 'application'];
/** Those that Firefox reads, though it rejects them; of a message it was not tried. */
const READ = [...KINDS, 'image', 'message'];

const protocolOf = (line: Line) => wordsIn(line)[2] ?? '';
const isKnown = (line: Line) => KINDS.includes(wordsIn(line)[0] ?? '');
const isForData = (line: Line) => wordsIn(line)[0] === 'application';
/** Browsers take RTP and SCTP; what is wrong where it is neither. */
const protocolFault = (line: Line) =>
	!isKnown(line) || /RTP\/|SCTP/i.test(protocolOf(line))
		? null
		: `names the protocol ${said(protocolOf(line))}, which is not for media or data`;
/** What is listed behind the protocol, where it is payload types. */
const typesOf = (line: Line) => (line.section.isRtp ? wordsIn(line).slice(3) : []);
const hasCodec = ({ section }: Line, type: string) => section.lineOf('rtpmap', type) !== undefined;

/** What RTCP has where it shares the port with RTP (RFC 5761, 4). */
const isOfRtcp = (type: string) => /^\d+$/.test(type) && Number(type) >= 64 && Number(type) <= 95;

/** What browsers want of m= lines. */
export const OF_SECTIONS: readonly Demand[] = [
	{
		id: 'sdp.section-port',
		on: ['m'],
		fault: (line) => {
			const [, port] = wordsIn(line);
			return port === undefined || /^\d/.test(port)
				? null
				: `has ${said(port)} where a section has its port`;
		},
		refusedBy: BOTH_BROWSERS,
		todo: 'Write 9, which stands for none yet, or 0 for a section that is not used.',
		source: 'RFC 8866, 5.14'
	},
	{
		id: 'sdp.section-port-range',
		on: ['m'],
		fault: (line) => {
			const [, port = '0'] = wordsIn(line);
			if (!/^\d/.test(port) || isUpTo(port, 65535)) return null;
			return port.includes('/')
				? `names several ports, ${said(port)}`
				: `has the port ${said(port)}; there are 65535`;
		},
		refusedBy: ['Chromium'],
		todo: 'Write one port from 0 to 65535; with ICE the port does not count, and may be 9.',
		source: 'RFC 8866, 5.14'
	},
	{
		id: 'sdp.section-without-formats',
		on: ['m'],
		fault: (line) => (wordsIn(line).length < 4 ? 'has no formats behind the protocol' : null),
		refusedBy: ['Chromium'],
		todo: 'Name at least one format; a section that is not used keeps those that were offered, with port 0.',
		source: 'RFC 8866, 5.14'
	},
	{
		id: 'sdp.unknown-kind',
		on: ['m'],
		fault: (line) =>
			READ.includes(wordsIn(line)[0] ?? '')
				? null
				: `is a section for ${said(wordsIn(line)[0])}; browsers know ${KINDS.join(', ')}`,
		refusedBy: ['Firefox'],
		todo: 'Leave sections of other kinds out of what browsers are given.',
		source: 'RFC 8866, 5.14'
	},
	{
		id: 'sdp.section-for-images',
		on: ['m'],
		fault: (line) =>
			wordsIn(line)[0] === 'image' ? 'is a section for images, as fax has them' : null,
		refusedBy: [],
		unanswerableBy: ['Firefox'],
		todo: 'Leave sections of other kinds out of what browsers are given.',
		source: 'RFC 8866, 5.14'
	},
	{
		id: 'sdp.unknown-protocol',
		on: ['m'],
		fault: (line) => (isForData(line) ? null : protocolFault(line)),
		refusedBy: BOTH_BROWSERS,
		todo: 'Write UDP/TLS/RTP/SAVPF for media and UDP/DTLS/SCTP for data.',
		source: 'RFC 9429, 5.1.2'
	},
	{
		id: 'sdp.unknown-protocol-of-data',
		on: ['m'],
		fault: (line) => (isForData(line) ? protocolFault(line) : null),
		refusedBy: ['Firefox'],
		todo: 'Leave sections for other protocols than UDP/DTLS/SCTP out of what browsers are given: Chromium rejects them.',
		source: 'RFC 9429, 5.1.2'
	},
	{
		id: 'sdp.protocol-in-small-letters',
		on: ['m'],
		fault: (line) => {
			const protocol = protocolOf(line);
			return isKnown(line) && /RTP\/|SCTP/i.test(protocol) && !/RTP\/|SCTP/.test(protocol)
				? `has its protocol in small letters, ${said(protocol)}`
				: null;
		},
		refusedBy: ['Chromium'],
		todo: 'Write UDP/TLS/RTP/SAVPF for media and UDP/DTLS/SCTP for data, in capital letters.',
		source: 'RFC 9429, 5.1.2'
	},
	{
		id: 'sdp.payload-type-range',
		on: ['m'],
		fault: (line) => {
			const odd = typesOf(line).find((type) => /^\d+$/.test(type) && !isUpTo(type, 127));
			return odd === undefined
				? null
				: `names the payload type ${odd.slice(0, 20)}; the last is 127`;
		},
		refusedBy: BOTH_BROWSERS,
		todo: 'Choose payload types from 96 to 127, and from 35 to 63 where these do not suffice.',
		source: 'RFC 3550, 5.1; RFC 8866, 5.14'
	},
	{
		id: 'sdp.payload-type-number',
		on: ['m'],
		fault: (line) => {
			const odd = typesOf(line).find((type) => !/^\d+$/.test(type));
			return odd === undefined ? null : `names ${said(odd)} where media have payload types`;
		},
		refusedBy: ['Chromium'],
		todo: 'Write numbers; the names of the codecs stand in a=rtpmap.',
		source: 'RFC 8866, 5.14'
	},
	{
		id: 'sdp.payload-type-of-rtcp',
		on: ['m'],
		fault: (line) => {
			const odd = typesOf(line).find(isOfRtcp);
			return odd === undefined ? null : `names the payload type ${odd}; 64 to 95 look like RTCP`;
		},
		refusedBy: ['Firefox'],
		todo: 'Choose payload types from 96 to 127, and from 35 to 63 where these do not suffice.',
		source: 'RFC 5761, 4'
	},
	{
		id: 'sdp.codec-of-rtcp',
		looksAround: true,
		on: ['m'],
		fault: (line) => {
			const odd = typesOf(line).find((type) => isOfRtcp(type) && hasCodec(line, type));
			return odd === undefined
				? null
				: `gives a codec the payload type ${odd}; 64 to 95 look like RTCP on the same port`;
		},
		refusedBy: ['Chromium'],
		todo: 'Choose payload types from 96 to 127, and from 35 to 63 where these do not suffice.',
		source: 'RFC 5761, 4'
	}
];
