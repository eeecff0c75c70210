import { BOTH_BROWSERS, type Browser, type Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, type Material } from '../material';

/** The lines that a session begins with, in this order (RFC 8866, 5), and who refuses one without it. */
const FIRST: readonly (readonly [type: string, refusedBy: readonly Browser[]])[] = [
	['v', BOTH_BROWSERS],
	['o', BOTH_BROWSERS],
	['s', ['Chromium']],
	['t', BOTH_BROWSERS]
];

/** The order in which lines of a session come: those between `s=` and `t=` may be missing. */
const ORDER = 'vosiuepcbt';

/** Whether v=, o=, s= and t= are there, in this order (RFC 8866, 5). */
export function sessionLines(material: Material): Finding | null {
	const { of, description } = material;
	const session = description.session.lines;
	// Some lines of a description have no beginning, and need none.
	if (session.length === 0) return null;
	const missing = FIRST.find(([type]) => !session.some((line) => line.type === type));
	if (missing !== undefined) {
		const [type, refusedBy] = missing;
		return finding({
			id: 'sdp.missing-line',
			claim: `The ${called(material)} has no ${type}= line, which each has to have.`,
			because: lines(of, session.slice(0, 3)),
			todo: `Put the ${type}= line back; what takes lines out of descriptions took one too many.`,
			source: 'RFC 8866, 5',
			refusedBy
		});
	}
	const stray = misplaced(session);
	if (stray === null) return null;
	const [before, after] = stray;
	return finding({
		id: 'sdp.line-order',
		claim: `The ${after.type}= line stands behind the ${before.type}= line, and has to stand in front of it.`,
		because: lines(of, [before, after]),
		todo: 'Keep the order v=, o=, s=, …, t=: readers of SDP count on it.',
		source: 'RFC 8866, 5',
		refusedBy: before.number === 1 ? BOTH_BROWSERS : ['Chromium']
	});
}

/** Two neighbours that stand the wrong way round. */
function misplaced(session: readonly Line[]): readonly [Line, Line] | null {
	const ordered = session.filter(({ type }) => type !== '' && ORDER.includes(type));
	for (const [at, line] of ordered.entries()) {
		const before = ordered[at - 1];
		if (before && ORDER.indexOf(before.type) > ORDER.indexOf(line.type)) {
			return [before, line];
		}
	}
	return null;
}
