import { descriptionAs, type FoundDescription } from './find-descriptions';
import { statedType } from './stated-type';

/** A whole line of SDP that begins a section (RFC 8866, 5.14): its formats are numbers, or a name of a data channel. */
const SECTION =
	/(?<![\w=-])m=(?:audio|video|application|text|image|message) \d{1,5}(?:\/\d{1,5})? [A-Z][\w/]{1,30}(?: (?:\d{1,5}(?![\w.])|webrtc-datachannel|t38))+/g;

/** Nobody writes more of them about. */
const MOST = 20;

/** Lines that begin a section and stand alone in what somebody wrote about them. Linear. */
export function findSections(text: string): FoundDescription[] {
	let from = 0;
	return [...text.matchAll(SECTION)].slice(0, MOST).map(({ 0: line, index: start }) => {
		const end = start + line.length;
		const stated = statedType(text, start, end, from);
		from = stated.end;
		const known = { start, end, whole: false, lacksEnd: false, type: stated.type };
		return descriptionAs(line, known);
	});
}
