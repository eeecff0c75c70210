import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** Several tracks in one section, as browsers wrote it before Unified Plan (RFC 9429, 5.2.1 has one each). */
export function planB(material: Material): Finding | null {
	for (const section of usedSections(material)) {
		const tracks = new Map(
			section
				.attributes('ssrc')
				.map((line) => [/^\d+ msid:(.*)$/.exec(line.value)?.[1], line] as const)
				.filter(([track]) => track !== undefined)
		);
		if (tracks.size < 2) continue;
		return finding({
			id: 'sdp.plan-b',
			severity: 'breaks a part',
			claim: `${sectionName(section)} has ${tracks.size} tracks in one section (Plan B): browsers take one for each, and drop the others.`,
			because: lines(material.of, [...tracks.values()]),
			todo: 'Update whatever made it to Unified Plan, one section for each track; no browser has Plan B any more.',
			source: 'RFC 9429, 5.2.1'
		});
	}
	return null;
}
