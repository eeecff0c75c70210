import { inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** What a section of an offer has itself, or from the session part. */
const NAMES = ['ice-ufrag', 'ice-pwd', 'fingerprint', 'setup'];

/**
 * The transport of a bundle is told by its tagged section, and the others may leave it to that
 * (RFC 9143, 7.1.3); Firefox wants it of each section of an offer that is not bundle-only.
 */
export function notRepeated(material: Material): Finding | null {
	if (material.role !== 'offer') return null;
	for (const section of usedSections(material)) {
		const missing = NAMES.filter(
			(name) => section.effective(name) === undefined && inForce(section, name) !== null
		);
		if (missing.length === 0 || section.isBundleOnly) continue;
		return finding({
			id: 'offer.transport-not-repeated',
			claim: `${missing.map((name) => `a=${name}`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not repeated for ${sectionName(section)}: it has them from its bundle by the rules, but Firefox wants them in each section of an offer.`,
			because: lines(material.of, [section.mLine, inForce(section, missing[0] ?? '')]),
			todo: 'Repeat ICE credentials, fingerprint and a=setup in each section, or say a=bundle-only with port 0.',
			source: 'RFC 9143, 7.1.3; RFC 9429, 5.2.1',
			refusedBy: ['Firefox']
		});
	}
	return null;
}
