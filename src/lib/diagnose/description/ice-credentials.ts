import {
	BOTH_BROWSERS,
	inForce,
	REFUSALS,
	ruleOfCharacters,
	type Browser,
	type Line
} from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, usedSections, type Material } from '../material';
import { LOST } from './lost-plus';

/** The shortest user name and password that ICE allows, in characters (RFC 8839, 5.4). */
const LEAST = { 'ice-ufrag': 4, 'ice-pwd': 22 } as const;
/** The longest (RFC 8839, 5.4). */
const MOST = 256;

type Name = keyof typeof LEAST;

/**
 * Whether user name and password are long enough to be guessed by nobody, and of characters that they may have
 * (RFC 8839, 5.4).
 */
export function iceCredentials(material: Material): Finding | null {
	if (!isForBrowsers(material)) return null;
	for (const section of usedSections(material)) {
		for (const name of Object.keys(LEAST) as Name[]) {
			const line = inForce(section, name);
			// An empty one is missing, and a masked one was another.
			if (!line?.value || material.masked?.has(line.number)) continue;
			const found = ofLength(material.of, name, line) ?? ofCharacters(material.of, name, line);
			if (found !== null) return found;
		}
	}
	return null;
}

function ofLength(of: string, name: Name, line: Line): Finding | null {
	const { length } = line.value;
	const least = LEAST[name];
	if (length >= least && length <= MOST) return null;
	const isShort = length < least;
	const refusedBy: readonly Browser[] = isShort ? BOTH_BROWSERS : ['Chromium'];
	return finding({
		id: isShort ? 'sdp.ice-credentials-length' : 'sdp.ice-credentials-too-long',
		claim: `a=${name} has ${length} ${length === 1 ? 'character' : 'characters'}; it has to have ${isShort ? `at least ${least}` : `at most ${MOST}`}.`,
		because: lines(of, [line]),
		todo: isShort
			? 'See whether something cuts it on the way, or have it made longer.'
			: 'Have it made shorter: browsers write 4 characters of user name and 24 or 32 of password.',
		source: 'RFC 8839, 5.4',
		refusedBy
	});
}

/** Characters for which a browser refuses it; a blank within it is told by itself. */
function ofCharacters(of: string, name: Name, line: Line): Finding | null {
	const rule = ruleOfCharacters(line.value);
	if (rule === null || REFUSALS[rule].length === 0 || LOST.test(line.value)) return null;
	return finding({
		id: 'sdp.ice-credentials-other-characters',
		claim: `a=${name} has characters that it may not have: only letters, digits, + and /.`,
		because: lines(of, [line]),
		todo: 'See what changes it on the way, or have it made of these alone.',
		source: 'RFC 8839, 5.4',
		refusedBy: REFUSALS[rule]
	});
}
