import { describeAddress, whyNoPair } from '../../ice';
import {
	addressesOf,
	candidatesOf,
	evidenceOf,
	hasUnread,
	type OwnCandidate
} from '../candidates/of-material';
import { areToCome, isJustBegun } from '../candidates/to-come';
import { finding, type Finding } from '../finding';
import { called } from '../material';
import type { Exchange } from './exchange';

/** What a candidate is, for whoever has to see why no two go together: `IPv6 UDP`. */
const kindsOf = (all: readonly OwnCandidate[]) =>
	[
		...new Set(
			all.map(({ candidate }) => {
				const { family } = describeAddress(candidate.address);
				const version = family === null ? '' : `IPv${family} `;
				const who = candidate.tcpType === null ? '' : ` ${candidate.tcpType.slice(0, 10)}`;
				const part = candidate.component === 1 ? '' : ` of component ${candidate.component}`;
				return `${version}${candidate.transport.slice(0, 10).toUpperCase()}${who}${part}`;
			})
		)
	].join(', ');

/** Whether any candidate of the offer can be paired with one of the answer. */
export const canPair = (mine: readonly OwnCandidate[], theirs: readonly OwnCandidate[]) =>
	mine.some((one) => theirs.some((other) => whyNoPair(one.candidate, other.candidate) === null));

/** As if all were for one component. */
const asOne = (all: readonly OwnCandidate[]) =>
	all.map((one) => ({ ...one, candidate: { ...one.candidate, component: 1 } }));

const TODO =
	'Have both sides gather candidates of one transport and one version of IP, or give them a TURN server. If candidates came beside the descriptions, paste those too.';
const COMPONENT =
	'Send the candidates of component 1. Those of component 2 are for RTCP on a port of its own, which a=rtcp-mux does away with: no browser uses them.';

/**
 * Both sides have candidates, and no two of them go together: another version of IP, another transport,
 * or two that both wait or both connect (RFC 8445, 6.1.2.2; RFC 6544, 6.2).
 */
export function noPair({ offer, answer }: Exchange): Finding | null {
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	if (mine.length === 0 || theirs.length === 0 || canPair(mine, theirs)) return null;
	if (hasUnread(offer, answer)) return null;
	const isByComponent = canPair(asOne(mine), asOne(theirs));
	const isPart = isJustBegun(offer) || isJustBegun(answer);
	const isKnown = !areToCome(offer.description) && !areToCome(answer.description);
	return finding({
		id: 'ice.no-pair-possible',
		// Where more may have come beside the descriptions, these alone say little.
		severity: isKnown ? 'breaks the call' : isPart ? 'worth knowing' : 'will bite',
		claim: `No candidate of the ${called(offer)} (${kindsOf(mine)}: ${addressesOf(mine)}) can be paired with one of the ${called(answer)} (${kindsOf(theirs)}: ${addressesOf(theirs)}), so ICE has nothing to check.`,
		because: [...evidenceOf(offer.of, mine), ...evidenceOf(answer.of, theirs)],
		todo: isByComponent ? COMPONENT : TODO,
		source: isByComponent
			? 'RFC 8445, 6.1.2.2; RFC 5761, 5.1.1'
			: 'RFC 8445, 6.1.2.2; RFC 6544, 6.2',
		isCertain: isKnown
	});
}
