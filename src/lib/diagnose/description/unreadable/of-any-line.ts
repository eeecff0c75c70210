import type { Description, Line } from '../../../sdp';
import { said, type Demand } from './demand';

/** The letters that lines begin with (RFC 8866, 5). */
const LETTERS = 'vosiuepcbtrzkam';

/** The number of the last line of a description that is not empty, found once. */
const ends = new WeakMap<Description, number>();

/** Whether it is one of the empty lines that end the text: only the copy may have them. */
function isBehindAll({ number, section: { description } }: Line): boolean {
	let end = ends.get(description);
	if (end === undefined) {
		end = description.lines.findLast(({ text }) => text !== '')?.number ?? 0;
		ends.set(description, end);
	}
	return number > end;
}

function shapeless(line: Line): string | null {
	const { text, type } = line;
	if (text === '') return isBehindAll(line) ? null : 'is empty';
	if (type === '') return 'does not begin with a small letter and an equals sign';
	if (text.length < 3) return 'has nothing behind its equals sign';
	// A session without a name has a blank for one.
	return text.charAt(2) === ' ' && type !== 's' ? 'has a blank behind its equals sign' : null;
}

const isUnknown = ({ text }: Line) => text.charAt(1) === '=' && !LETTERS.includes(text.charAt(0));

/** What is said of a line that is none. */
export const NO_LINE = 'sdp.no-line-of-sdp';

/** What every line has to be. */
export const OF_ANY_LINE: readonly Demand[] = [
	{
		id: NO_LINE,
		fault: shapeless,
		refusedBy: ['Chromium'],
		todo: 'Take it out, or mend it; see what adds lines and blanks on the way, such as a template or an editor.',
		source: 'RFC 8866, 5'
	},
	{
		id: 'sdp.unknown-line-type',
		fault: (line) =>
			isUnknown(line)
				? `is of a kind that SDP does not have, ${said(line.text.slice(0, 2))}`
				: null,
		refusedBy: ['Firefox'],
		todo: 'Take the line out; what is not in the standard goes into an a= line.',
		source: 'RFC 8866, 5'
	},
	{
		id: 'sdp.unknown-line-in-session',
		fault: (line) =>
			line.type !== '' && isUnknown(line)
				? `stands in the session part, and is of a kind that SDP does not have`
				: null,
		where: ({ section }) => section.index === -1,
		refusedBy: ['Chromium'],
		todo: 'Take the line out; what is not in the standard goes into an a= line.',
		source: 'RFC 8866, 5'
	},
	{
		id: 'sdp.nameless-attribute',
		on: [''],
		fault: ({ text }) => (text === 'a=' ? 'is an attribute without a name' : null),
		refusedBy: ['Firefox'],
		todo: 'Take the line out, or see what took its text away.',
		source: 'RFC 8866, 5.13'
	},
	{
		id: 'sdp.not-ascii',
		fault: ({ text }) => {
			const stray = /[\u0080-\uffff]/.exec(text)?.[0];
			return stray === undefined ? null : `has a character outside ASCII, ${said(stray)}`;
		},
		refusedBy: ['Firefox'],
		todo: 'Write ASCII alone: the names of sessions, streams and sections may have letters, digits and some signs.',
		source: 'RFC 8866, 5 and 9'
	}
];
