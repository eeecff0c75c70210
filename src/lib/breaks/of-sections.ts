import { linesOf, rewritten, without } from './lines.ts';
import type { ReadyMade } from './ready-made.ts';

/** What is left of a direction for who sends no more. */
const NOT_SENDING: ReadonlyMap<string, string> = new Map([
	['a=sendrecv', 'a=recvonly'],
	['a=sendonly', 'a=inactive']
]);

/** The first two m= sections the other way round; what ends the lines stays where it is. */
function swapped(sdp: string): string | null {
	const lines = linesOf(sdp);
	const texts = lines.map(({ text }) => text);
	const starts = [...texts.keys()].filter((at) => texts[at]!.startsWith('m='));
	const [first, second, end = texts.length] = starts;
	if (first === undefined || second === undefined) return null;
	const moved = [
		...texts.slice(0, first),
		...texts.slice(second, end),
		...texts.slice(first, second),
		...texts.slice(end)
	];
	const after = moved.map((text, at) => text + lines[at]!.ending).join('');
	return after === sdp ? null : after;
}

/** Changes of the m= sections and of how they belong together (RFC 3264; RFC 5888; RFC 9143). */
export const OF_SECTIONS: readonly ReadyMade[] = [
	{
		id: 'direction',
		title: 'Say that no picture is sent',
		about:
			'The direction of a section says, as its sender sees it, whether that side sends, receives, or does both.',
		of: 'description',
		change: (sdp) =>
			rewritten(sdp, (line, { mLine }) =>
				mLine.startsWith('m=video ') ? (NOT_SENDING.get(line) ?? line) : line
			)
	},
	{
		id: 'm-lines-swapped',
		title: 'Swap the first two sections',
		about:
			'The first section of an answer belongs to the first one of the offer, the second to the second, and so on.',
		of: 'description',
		change: swapped
	},
	{
		id: 'mid-removed',
		title: 'Remove the name of a section',
		about: 'By this name a bundle, a candidate and a packet can say which section they mean.',
		of: 'description',
		change(sdp) {
			let found = false;
			return without(sdp, (line) => {
				const isFirst = !found && line.startsWith('a=mid:');
				found ||= isFirst;
				return isFirst;
			});
		}
	},
	{
		id: 'no-rtcp-mux',
		title: 'Remove a=rtcp-mux',
		about:
			'It says that media (RTP) and the reports on it (RTCP) can share a port, so that a section needs one and not two.',
		of: 'description',
		change: (sdp) => without(sdp, (line) => line === 'a=rtcp-mux')
	},
	{
		id: 'no-bundle',
		title: 'Remove the bundle',
		about: 'It names the sections that share one path; without it each section is for itself.',
		of: 'description',
		change: (sdp) => without(sdp, (line) => /^a=group:BUNDLE(?: |$)/.test(line))
	}
];
