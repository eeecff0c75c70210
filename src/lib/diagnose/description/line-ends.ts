import { BOTH_BROWSERS } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, type Material } from '../material';

/** Lines end in CRLF, and browsers take LF alone, but not CR alone (RFC 8866, 5). */
export function lineEnds(material: Material): Finding | null {
	const { of, description } = material;
	const ends = description.lines.map(({ ending }) => ending);
	if (!ends.includes('\r') || ends.some((ending) => ending.endsWith('\n'))) return null;
	return finding({
		id: 'sdp.line-ends',
		claim: `The lines of the ${called(material)} end in CR alone: to a browser it is a single line.`,
		because: lines(of, description.lines.slice(0, 1)),
		todo: 'Write \\r\\n behind each line; see what takes the \\n out on the way.',
		source: 'RFC 8866, 5',
		refusedBy: BOTH_BROWSERS
	});
}
