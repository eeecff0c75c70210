import type { Line, Section } from '../../../sdp';
import { firstOfMore, isUpTo, said, wordsIn, type Demand } from './demand';

/** Payload types up to here stand for a codec of their own, without a=rtpmap (RFC 3551, 6). */
const LAST_STATIC = 34;

/** What is wrong with `opus/48000/2`, the codec of an a=rtpmap line. */
function codecFault(codec: string | undefined): string | null {
	if (codec === undefined) return 'names no codec';
	const [, clock, channels] = codec.split('/');
	if (clock === undefined) return `names the codec ${said(codec)} without its clock rate`;
	if (!isUpTo(clock, 2 ** 31)) return `has ${said(clock)} where a codec has its clock rate`;
	return channels === undefined || isUpTo(channels, 2 ** 31)
		? null
		: `has ${said(channels)} where a codec has its channels`;
}

const listed = new WeakMap<Section, ReadonlySet<string>>();

/** Whether the m= line of a section lists a payload type: of others Chromium reads no a=rtpmap. */
function isListed({ section }: Line, type: string): boolean {
	let types = listed.get(section);
	if (types === undefined) {
		types = new Set(section.mLine?.value.trim().split(/ +/).slice(3));
		listed.set(section, types);
	}
	return types.has(type);
}

/** The payload type that was asked for last, and where: all lines of a codec follow each other. */
let last: { section: Section | null; type: string; isOfNone: boolean } = {
	section: null,
	type: '',
	isOfNone: false
};

/** Whether something is said of a payload type that stands for no codec. */
function isOfNone(line: Line, type: string): boolean {
	const { section } = line;
	if (last.section !== section || last.type !== type) {
		const isDynamic = /^\d+$/.test(type) && Number(type) > LAST_STATIC;
		const isOfNone =
			isDynamic && (section.lineOf('rtpmap', type) === undefined || !isListed(line, type));
		last = { section, type, isOfNone };
	}
	return last.isOfNone;
}

/** What browsers want of what is said of codecs. */
export const OF_CODECS: readonly Demand[] = [
	{
		id: 'sdp.codec-unreadable',
		isOfRtp: true,
		on: ['rtpmap'],
		fault: (line) => codecFault(wordsIn(line)[1]),
		where: (line) => isListed(line, wordsIn(line)[0] ?? ''),
		refusedBy: ['Chromium'],
		todo: 'Write a=rtpmap with payload type, name and clock rate: a=rtpmap:96 VP8/90000.',
		source: 'RFC 8866, 6.6'
	},
	{
		id: 'sdp.codec-payload-type',
		isOfRtp: true,
		on: ['rtpmap'],
		fault: (line) => {
			const [type = ''] = wordsIn(line);
			return isUpTo(type, 127)
				? null
				: `has ${said(type)} where a codec has a payload type from 0 to 127`;
		},
		refusedBy: ['Chromium'],
		todo: 'Choose payload types from 96 to 127, and from 35 to 63 where these do not suffice.',
		source: 'RFC 8866, 6.6; RFC 3550, 5.1'
	},
	{
		id: 'sdp.parameters-unreadable',
		isOfRtp: true,
		on: ['fmtp'],
		fault: (line) =>
			wordsIn(line).length < 2 ? 'has not both, a payload type and its parameters' : null,
		refusedBy: ['Chromium'],
		todo: 'Write a=fmtp with the payload type, a blank and the parameters, or take the line out.',
		source: 'RFC 8866, 6.15'
	},
	{
		id: 'sdp.feedback-unreadable',
		isOfRtp: true,
		on: ['rtcp-fb'],
		fault: (line) => (wordsIn(line).length < 2 ? 'names no kind of feedback' : null),
		refusedBy: ['Chromium'],
		todo: 'Write a=rtcp-fb with the payload type or *, a blank and the kind: nack, nack pli, transport-cc.',
		source: 'RFC 4585, 4.2'
	},
	{
		id: 'sdp.parameters-of-no-codec',
		looksAround: true,
		isOfRtp: true,
		on: ['fmtp', 'rtcp-fb'],
		fault: (line) => {
			const type = firstOfMore(line);
			return type !== null && isOfNone(line, type)
				? `speaks of payload type ${type.slice(0, 20)}, which stands for no codec of its section`
				: null;
		},
		refusedBy: ['Chromium'],
		todo: 'Take all lines of a codec out together with its number in the m= line, or put back what is missing of it.',
		source: 'RFC 8866, 6.15; RFC 4585, 4.2'
	}
];
