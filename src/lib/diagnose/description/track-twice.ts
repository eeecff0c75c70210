import type { Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import type { Material } from '../material';

/** Each section has a track of its own (RFC 8830, 2): no two have the same stream and track. */
export function trackTwice({ of, description }: Material): Finding | null {
	const owners = new Map<string, Line>();
	for (const section of description.sections) {
		for (const line of section.attributes('msid')) {
			const former = owners.get(line.value);
			owners.set(line.value, line);
			// A stream alone may have tracks in several sections.
			if (!former || former.section === section || !line.value.includes(' ')) continue;
			return finding({
				id: 'sdp.track-twice',
				claim: `Two sections have one track, "${line.value.slice(0, 80)}".`,
				because: lines(of, [former, line]),
				todo: 'Give each section a track of its own in a=msid; whoever copies a section has to change that line too.',
				source: 'RFC 8830, 2',
				refusedBy: ['Chromium']
			});
		}
	}
	return null;
}
