import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

const RID = 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id';

/** Simulcast tells its streams apart by a header extension (RFC 8853, 5; RFC 8852, 3.1). */
export function simulcast(material: Material): Finding | null {
	const bare = usedSections(material).find(
		(section) =>
			section.attribute('simulcast') !== undefined &&
			!section.attributes('extmap').some(({ value }) => value.includes(RID))
	);
	if (bare === undefined) return null;
	return finding({
		id: 'sdp.simulcast-without-rid',
		claim: `Simulcast in ${sectionName(bare)} without the header extension ${RID}: the receiver cannot tell its streams apart.`,
		because: lines(material.of, [bare.attribute('simulcast'), ...bare.attributes('rid')]),
		todo: 'Offer and answer the extension rtp-stream-id wherever there is simulcast.',
		source: 'RFC 8853, 5; RFC 8852, 3.1',
		refusedBy: ['Chromium']
	});
}
