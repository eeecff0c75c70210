import { annotate, bundlesOf, midsOf, type Description } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, type Material } from '../material';
import { connectionLine } from './connection-line';
import { mids } from './mids';
import { noFingerprint } from './no-fingerprint';
import { noIce } from './no-ice';
import { rtcpMux } from './rtcp-mux';
import { setup } from './setup';

/** What may be missing in a part of a description. */
const NEEDED = [noIce, noFingerprint, setup, rtcpMux, mids, connectionLine];

/** Where Firefox takes a description for ended: what has no equals sign behind its first character, and NUL. */
const endIn = (text: string): number => (text.charAt(1) === '=' ? text.indexOf('\0') : 0);

const namesLost = (part: Description): boolean =>
	bundlesOf(part).some((group) => midsOf(group).some((mid) => part.sectionOf(mid) === undefined));

/**
 * A line behind which Firefox reads no further (RFC 8866, 5 has no such lines): it takes what stands
 * in front of it for the whole description, and refuses it where something is missing in that.
 */
export function cutOff(material: Material): Finding | null {
	const { of, role, description } = material;
	const all = description.lines;
	const at = all.findIndex(({ text }) => endIn(text) !== -1);
	const line = all[at];
	// Nothing is lost with empty lines behind all others.
	if (line === undefined || all.slice(at).every(({ text }) => text === '')) return null;
	const read = all.slice(0, at).map(({ text, ending }) => text + ending);
	const part = annotate(read.join('') + line.text.slice(0, endIn(line.text)));
	const lost = description.sections.length - part.sections.length;
	const isRefused =
		// An answer has as many sections as its offer.
		(role === 'answer' && lost > 0) ||
		NEEDED.flatMap(
			(detector) => detector({ ...material, description: part, written: part }) ?? []
		).some(({ refusedBy }) => refusedBy.includes('Firefox'));
	const sections =
		lost === 0 ? '' : `, and ${lost === 1 ? 'a section is' : `${lost} sections are`} lost`;
	return finding({
		id: 'sdp.cut-off',
		severity: 'breaks the call',
		claim: `Firefox takes the ${called(material)} for ended at line ${line.number}, which is no line of SDP: what stands behind it is not read${sections}.`,
		because: lines(of, [line]),
		todo: 'Take the line out, or mend it; see what adds lines, blanks and other characters on the way.',
		source: 'RFC 8866, 5',
		refusedBy: isRefused ? ['Firefox'] : [],
		// It misses the sections that the bundle names when it answers.
		unanswerableBy: role === 'offer' && !isRefused && namesLost(part) ? ['Firefox'] : []
	});
}
