import { finding, lines, type Finding } from '../finding';
import { called, type Material } from '../material';

/** The last line has to end as the others do, and none is empty (RFC 8866, 5). */
export function lastLineEnd(material: Material): Finding | null {
	const { of, description } = material;
	const last = description.lines.at(-1);
	const isEmpty = last?.text === '';
	// Lines that are copied out of a description lose their last end by it, or get one more.
	if (last === undefined || description.lines.length < 2) return null;
	if (last.ending !== '' && !isEmpty) return null;
	const id = isEmpty ? 'sdp.empty-last-line' : 'sdp.no-last-line-end';
	const is = isEmpty ? 'is empty' : 'has no line end';
	if (material.isQuoted) {
		return finding({
			id,
			claim: `The last line of the ${called(material)} ${is}, and the quotes around it show that it really ends so: Chromium refuses it.`,
			because: lines(of, [last]),
			todo: isEmpty
				? 'Take the empty line out; see what adds it on the way.'
				: 'Add \\r\\n behind the last line; see whether something trims the text on the way.',
			source: 'RFC 8866, 5',
			refusedBy: ['Chromium']
		});
	}
	return finding({
		id,
		severity: 'worth knowing',
		claim: `The last line of the ${called(material)} ${is}. If it is handed over like this, Chromium refuses it: “Invalid SDP line.”`,
		because: lines(of, [last]),
		todo: isEmpty
			? 'Take the empty line out; see what adds it on the way. If only the copy has it, all is well.'
			: 'Add \\r\\n behind the last line; see whether something trims the text on the way. If only the copy lacks it, all is well.',
		source: 'RFC 8866, 5',
		isCertain: false
	});
}
