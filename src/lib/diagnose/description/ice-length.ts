import { BOTH_BROWSERS, inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, usedSections, type Material } from '../material';

/** The shortest user name and password that ICE allows, in characters (RFC 8839, 5.4). */
const LEAST = { 'ice-ufrag': 4, 'ice-pwd': 22 } as const;

/** Whether user name and password are long enough to be guessed by nobody (RFC 8839, 5.4). */
export function iceLength(material: Material): Finding | null {
	if (!isForBrowsers(material)) return null;
	for (const section of usedSections(material)) {
		for (const [name, least] of Object.entries(LEAST)) {
			const line = inForce(section, name);
			if (line === null || line.value.length >= least) continue;
			return finding({
				id: 'sdp.ice-credentials-length',
				claim: `a=${name} has ${line.value.length} ${line.value.length === 1 ? 'character' : 'characters'}; it has to have at least ${least}.`,
				because: lines(material.of, [line]),
				todo: 'See whether something cuts it on the way, or have it made longer.',
				source: 'RFC 8839, 5.4',
				refusedBy: BOTH_BROWSERS
			});
		}
	}
	return null;
}
