import type { Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/**
 * The track that a source is of; null where it names none, and where it repeats or repairs another one, whatever
 * it is named. A track may be in several streams (RFC 8830, 2), and so the name of the stream says nothing.
 */
function trackOf({ value, section }: Line): string | null {
	const [, source = '', stream, track] = /^(\d+) msid:(\S+)(?:\s+(\S+))?/.exec(value) ?? [];
	if (stream === undefined || section.roleOfSsrc(source) !== null) return null;
	return track ?? stream;
}

/** Several tracks in one section, as browsers wrote it before Unified Plan (RFC 9429, 5.2.1 has one each). */
export function planB(material: Material): Finding | null {
	for (const section of usedSections(material)) {
		const tracks = new Map(
			section
				.attributes('ssrc')
				.map((line) => [trackOf(line), line] as const)
				.filter(([track]) => track !== null)
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
