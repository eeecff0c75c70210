import { bundlesOf, midsOf } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** Sections with a transport of their own need candidates of their own (RFC 8839, 5.1; RFC 9143, 7.1.3). */
export function oneSection(material: Material): Finding | null {
	const bundled = new Set(bundlesOf(material.description).flatMap(midsOf));
	const alone = usedSections(material).filter(
		({ mid, usesIce }) => usesIce && (mid === null || !bundled.has(mid))
	);
	const bare = alone.filter((section) => section.attribute('candidate') === undefined);
	const [first] = bare;
	if (first === undefined || bare.length === alone.length) return null;
	return finding({
		id: 'ice.candidates-in-one-section',
		severity: 'will bite',
		claim: `${sectionName(first)} is in no bundle and has no candidate of its own, though others have: it has no path.`,
		because: lines(material.of, [first.mLine]),
		todo: 'Give each section its candidates, with their sdpMid, or bundle the sections.',
		source: 'RFC 8839, 5.1; RFC 9143, 7.1.3',
		isCertain: false
	});
}
