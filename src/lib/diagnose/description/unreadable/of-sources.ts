import { BOTH_BROWSERS } from '../../../sdp';
import { isUpTo, said, wordsIn, type Demand } from './demand';

const LARGEST = 2 ** 32 - 1;

const DIRECTIONS = ['send', 'recv'];

/** The number of an extension, without its direction. */
const idOf = (word = '') => word.split('/')[0] ?? '';

/** What browsers want of header extensions, sources, streams and simulcast. */
export const OF_SOURCES: readonly Demand[] = [
	{
		id: 'sdp.extension-unreadable',
		on: ['extmap'],
		fault: (line) => {
			const [id, uri] = wordsIn(line);
			if (uri === undefined) return 'names no header extension';
			return /^\d+$/.test(idOf(id))
				? null
				: `has ${said(id)} where a header extension has its number`;
		},
		refusedBy: ['Chromium'],
		todo: 'Write a=extmap with a number from 1 to 14, a blank and the URI of the extension.',
		source: 'RFC 8285, 5 and 8'
	},
	{
		id: 'sdp.extension-number',
		on: ['extmap'],
		fault: (line) => {
			const id = idOf(wordsIn(line)[0]);
			return /^\d+$/.test(id) && (Number(id) === 0 || Number(id) > 255)
				? `gives a header extension the number ${id.slice(0, 20)}; there are 1 to 255`
				: null;
		},
		refusedBy: BOTH_BROWSERS,
		todo: 'Choose a number from 1 to 14.',
		source: 'RFC 8285, 4.2 and 5'
	},
	{
		id: 'sdp.extension-of-two-bytes',
		on: ['extmap'],
		fault: (line) => {
			const id = Number(idOf(wordsIn(line)[0]));
			return id > 14 && id < 256
				? `gives a header extension the number ${id}, which needs headers of two bytes`
				: null;
		},
		refusedBy: ['Firefox'],
		todo: 'Choose a number from 1 to 14: not every browser has headers of two bytes.',
		source: 'RFC 8285, 4.2 and 4.3'
	},
	{
		id: 'sdp.source-unreadable',
		isOfRtp: true,
		on: ['ssrc'],
		fault: (line) => {
			const [id, about] = wordsIn(line);
			if (!isUpTo(id, LARGEST)) return `has ${said(id)} where a source has its number of 32 bits`;
			return about === undefined ? 'says nothing of its source' : null;
		},
		refusedBy: ['Chromium'],
		todo: 'Write a=ssrc with the number and what is said of it: a=ssrc:1234 cname:x.',
		source: 'RFC 5576, 4.1'
	},
	{
		id: 'sdp.sources-unreadable',
		isOfRtp: true,
		on: ['ssrc-group'],
		fault: (line) => {
			const [, ...ids] = wordsIn(line);
			if (ids.length === 0) return 'groups no sources';
			const odd = ids.find((id) => !isUpTo(id, LARGEST));
			return odd === undefined ? null : `has ${said(odd)} where a source has its number of 32 bits`;
		},
		refusedBy: ['Chromium'],
		todo: 'Write a=ssrc-group with the kind and the numbers of its sources, or take the line out.',
		source: 'RFC 5576, 4.2'
	},
	{
		id: 'sdp.stream-nameless',
		on: ['msid'],
		fault: (line) => (wordsIn(line).length === 0 ? 'names no stream' : null),
		refusedBy: ['Chromium'],
		todo: 'Write a=msid with the stream, or - for none, and the track.',
		source: 'RFC 8830, 2'
	},
	{
		id: 'sdp.simulcast-unreadable',
		on: ['simulcast'],
		fault: (line) => {
			const [direction, streams] = wordsIn(line);
			return DIRECTIONS.includes(direction ?? '') && streams !== undefined
				? null
				: 'does not say which streams are sent and which are received';
		},
		refusedBy: BOTH_BROWSERS,
		todo: 'Write a=simulcast with send or recv in front of the streams.',
		source: 'RFC 8853, 5.1'
	},
	{
		id: 'sdp.simulcast-of-no-stream',
		looksAround: true,
		on: ['simulcast'],
		fault: (line) => {
			const named = wordsIn(line)
				.filter((word) => !DIRECTIONS.includes(word))
				.flatMap((word) => word.split(/[;,]/))
				.map((one) => one.replace(/^~/, ''));
			const stray = named.find((one) => !line.section.rids.has(one));
			return stray === undefined ? null : `names a stream ${said(stray)} that no a=rid describes`;
		},
		refusedBy: ['Firefox'],
		todo: 'Write an a=rid line for each stream of a=simulcast.',
		source: 'RFC 8853, 5.2'
	},
	{
		id: 'sdp.rid-without-direction',
		on: ['rid'],
		fault: (line) => {
			const [id, direction = ''] = wordsIn(line);
			return DIRECTIONS.includes(direction)
				? null
				: `does not say whether the stream ${said(id)} is sent or received`;
		},
		refusedBy: ['Firefox'],
		todo: 'Write a=rid with the name of the stream and send or recv.',
		source: 'RFC 8851, 4'
	}
];
