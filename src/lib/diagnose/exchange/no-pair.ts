import { describeAddress, whyNoPair } from '../../ice';
import {
	addressesOf,
	candidatesOf,
	evidenceOf,
	type OwnCandidate
} from '../candidates/of-material';
import { areToCome, isJustBegun } from '../candidates/to-come';
import { finding, type Finding } from '../finding';
import type { Exchange } from './exchange';

/** What a candidate is, for whoever has to see why no two go together: `IPv6 UDP`. */
const kindsOf = (all: readonly OwnCandidate[]) =>
	[
		...new Set(
			all.map(({ candidate }) => {
				const { family } = describeAddress(candidate.address);
				const version = family === null ? '' : `IPv${family} `;
				const who = candidate.tcpType === null ? '' : ` ${candidate.tcpType.slice(0, 10)}`;
				return `${version}${candidate.transport.slice(0, 10).toUpperCase()}${who}`;
			})
		)
	].join(', ');

/** Whether any candidate of the offer can be paired with one of the answer. */
export const canPair = (mine: readonly OwnCandidate[], theirs: readonly OwnCandidate[]) =>
	mine.some((one) => theirs.some((other) => whyNoPair(one.candidate, other.candidate) === null));

/**
 * Both sides have candidates, and no two of them go together: another version of IP, another transport,
 * or two that both wait or both connect (RFC 8445, 6.1.2.2; RFC 6544, 6.2).
 */
export function noPair({ offer, answer }: Exchange): Finding | null {
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	if (mine.length === 0 || theirs.length === 0 || canPair(mine, theirs)) return null;
	const isPart = isJustBegun(offer) || isJustBegun(answer);
	const isKnown = !areToCome(offer.description) && !areToCome(answer.description);
	return finding({
		id: 'ice.no-pair-possible',
		// Where more may have come beside the descriptions, these alone say little.
		severity: isKnown ? 'breaks the call' : isPart ? 'worth knowing' : 'will bite',
		claim: `No candidate of the offer (${kindsOf(mine)}: ${addressesOf(mine)}) can be paired with one of the answer (${kindsOf(theirs)}: ${addressesOf(theirs)}), so ICE has nothing to check.`,
		because: [...evidenceOf(offer.of, mine), ...evidenceOf(answer.of, theirs)],
		todo: 'Have both sides gather candidates of one transport and one version of IP, or give them a TURN server. If candidates came beside the descriptions, paste those too.',
		source: 'RFC 8445, 6.1.2.2; RFC 6544, 6.2',
		isCertain: isKnown
	});
}
