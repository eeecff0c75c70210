import { finding, lines, type Finding } from '../finding';
import { called, type Material } from '../material';

/** The last line has to end as the others do (RFC 8866, 5). */
export function lastLineEnd(material: Material): Finding | null {
	const { of, description } = material;
	const last = description.lines.at(-1);
	// Lines that were copied out of a description lose their last end by it.
	if (last === undefined || last.ending !== '' || description.lines.length < 2) return null;
	return finding({
		id: 'sdp.no-last-line-end',
		severity: 'worth knowing',
		claim: `The last line of the ${called(material)} has no line end. If it is handed over like this, Chromium refuses it: “Invalid SDP line.”`,
		because: lines(of, [last]),
		todo: 'Add \\r\\n behind the last line; see whether something trims the text on the way. If only the copy lacks it, all is well.',
		source: 'RFC 8866, 5',
		isCertain: false
	});
}
