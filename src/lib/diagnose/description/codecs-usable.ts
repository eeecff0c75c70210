import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** What helps another codec, and plays nothing by itself. */
const HELPERS = /^(?:rtx|red|ulpfec|flexfec-03|flexfec)$/i;

/** A section for pictures has a codec that can show one, and retransmission has one that it is for (RFC 4588, 8.1). */
export function codecsUsable(material: Material): Finding | null {
	for (const section of usedSections(material)) {
		if (!section.isRtp || section.kind !== 'video') continue;
		const lost = section.attributes('fmtp').find(({ value }) => {
			const apt = /^\d+ apt=(\d+)/.exec(value)?.[1];
			return apt !== undefined && section.lineOf('rtpmap', apt) === undefined;
		});
		if (lost !== undefined) {
			return finding({
				id: 'sdp.retransmission-of-nothing',
				claim: `Retransmission in ${sectionName(section)} is for payload type ${/apt=(\d{1,20})/.exec(lost.value)?.[1] ?? ''}, which stands for no codec of it.`,
				because: lines(material.of, [lost]),
				todo: 'Take out rtx together with its codec: a=rtpmap, a=fmtp and the payload type in the m= line.',
				source: 'RFC 4588, 8.1',
				refusedBy: ['Chromium']
			});
		}
		const plays = section
			.attributes('rtpmap')
			.some(({ fields }) => !HELPERS.test(fields.get('encoding')));
		if (plays) continue;
		return finding({
			id: 'sdp.no-codec-named',
			claim: `No a=rtpmap in ${sectionName(section)} names a codec for pictures.`,
			because: lines(material.of, [section.mLine]),
			todo: 'Name each payload type in an a=rtpmap line; what filters codecs took all of them.',
			source: 'RFC 8866, 6.6; RFC 9429, 5.2.1',
			refusedBy: ['Chromium']
		});
	}
	return null;
}
