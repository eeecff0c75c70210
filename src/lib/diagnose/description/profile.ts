import { inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** Browsers use the profile with feedback (RFC 9429, 5.1.2): without it there is no rtcp-fb (RFC 4585). */
export function profile(material: Material): Finding | null {
	const bare = usedSections(material).find(
		(section) =>
			section.isRtp &&
			inForce(section, 'fingerprint') !== null &&
			/AVP$/.test(section.mLine?.fields.get('proto') ?? '')
	);
	if (bare === undefined) return null;
	return finding({
		id: 'sdp.profile-without-feedback',
		severity: 'worth knowing',
		claim: `${sectionName(bare)} has the profile ${bare.mLine?.fields.get('proto') ?? ''}, without the F of feedback: by it no lost packet and no lost picture is asked for again. Browsers write UDP/TLS/RTP/SAVPF, and take this all the same.`,
		because: lines(material.of, [bare.mLine]),
		todo: 'Write UDP/TLS/RTP/SAVPF in each section for media.',
		source: 'RFC 9429, 5.1.2; RFC 4585'
	});
}
