import { finding, lines, type Finding } from '../finding';
import { sectionName, type Material } from '../material';

/** Each section has a c= line, or the session part has one for all (RFC 8866, 5.7). */
export function connectionLine(material: Material): Finding | null {
	const { of, description } = material;
	const has = (section: { lines: readonly { type: string }[] }) =>
		section.lines.some(({ type }) => type === 'c');
	if (has(description.session)) return null;
	const bare = description.sections.find((section) => !has(section));
	if (bare === undefined) return null;
	return finding({
		id: 'sdp.no-connection-line',
		claim: `There is no c= line for ${sectionName(bare)}, neither in it nor in the session part.`,
		because: lines(of, [bare.mLine]),
		todo: 'Put c=IN IP4 0.0.0.0 into the section: with ICE the address does not count, but the line has to be there.',
		source: 'RFC 8866, 5.7',
		refusedBy: ['Firefox']
	});
}
