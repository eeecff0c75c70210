import { BOTH_BROWSERS, inForce, type Browser } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, usedSections, type Material } from '../material';

/** The shortest user name and password that ICE allows, in characters (RFC 8839, 5.4). */
const LEAST = { 'ice-ufrag': 4, 'ice-pwd': 22 } as const;
/** The longest (RFC 8839, 5.4). */
const MOST = 256;

/** Whether user name and password are long enough to be guessed by nobody (RFC 8839, 5.4). */
export function iceLength(material: Material): Finding | null {
	if (!isForBrowsers(material)) return null;
	for (const section of usedSections(material)) {
		for (const [name, least] of Object.entries(LEAST)) {
			const line = inForce(section, name);
			// An empty one is missing.
			if (!line?.value) continue;
			const { length } = line.value;
			if (length >= least && length <= MOST) continue;
			const isShort = length < least;
			const refusedBy: readonly Browser[] = isShort ? BOTH_BROWSERS : ['Chromium'];
			return finding({
				id: isShort ? 'sdp.ice-credentials-length' : 'sdp.ice-credentials-too-long',
				claim: `a=${name} has ${length} ${length === 1 ? 'character' : 'characters'}; it has to have ${isShort ? `at least ${least}` : `at most ${MOST}`}.`,
				because: lines(material.of, [line]),
				todo: isShort
					? 'See whether something cuts it on the way, or have it made longer.'
					: 'Have it made shorter: browsers write 4 characters of user name and 24 or 32 of password.',
				source: 'RFC 8839, 5.4',
				refusedBy
			});
		}
	}
	return null;
}
