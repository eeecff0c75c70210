import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** Without profile-level-id H264 is Baseline at level 1, which is 128 by 96 at 30 a second (RFC 6184, 8.1). */
export function h264(material: Material): Finding | null {
	for (const section of usedSections(material)) {
		const bare = section.attributes('rtpmap').find(({ value }) => {
			const number = /^(\d+)\s+h264\//i.exec(value)?.[1];
			if (number === undefined) return false;
			const beginning = `${number} `;
			return !section
				.attributes('fmtp')
				.some((line) => line.value.startsWith(beginning) && /profile-level-id=/i.test(line.value));
		});
		if (bare === undefined) continue;
		return finding({
			id: 'sdp.h264-without-profile',
			severity: 'worth knowing',
			claim: `H264 in ${sectionName(section)} comes without profile-level-id, which means Baseline at level 1: what the other side offers with another profile is another codec.`,
			because: lines(material.of, [bare]),
			todo: 'Write the profile-level-id that is meant into a=fmtp, such as 42e01f for Constrained Baseline at level 3.1.',
			source: 'RFC 6184, 8.1 and 8.2.2'
		});
	}
	return null;
}
