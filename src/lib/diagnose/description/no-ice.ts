import { BOTH_BROWSERS, inForce, type Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, isForBrowsers, sectionName, usedSections, type Material } from '../material';

const NAMES = ['ice-ufrag', 'ice-pwd'];

/** An empty one is none to browsers. */
const isMissing = (section: Section, name: string) => !inForce(section, name)?.value;

/** Without a user name and a password there are no connectivity checks (RFC 9429, 5.8.3; RFC 8839, 5.4). */
export function noIce(material: Material): Finding | null {
	if (!isForBrowsers(material)) return null;
	const bare = usedSections(material).find((section) =>
		NAMES.some((name) => isMissing(section, name))
	);
	if (bare === undefined) return null;
	const missing = NAMES.filter((name) => isMissing(bare, name));
	return finding({
		id: 'sdp.no-ice-credentials',
		claim: `${missing.map((name) => `a=${name}`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing for ${sectionName(bare)}, in itself, its bundle and the session part: there can be no connectivity checks.`,
		because: lines(material.of, [bare.mLine]),
		todo: `Have whoever made this ${called(material)} put the ICE credentials into each section, or see what took them out on the way.`,
		source: 'RFC 9429, 5.8.3; RFC 8839, 5.4',
		refusedBy: BOTH_BROWSERS
	});
}
