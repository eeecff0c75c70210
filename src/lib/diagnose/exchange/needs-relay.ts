import {
	addressesOf,
	candidatesOf,
	evidenceOf,
	isInside,
	type OwnCandidate
} from '../candidates/of-material';
import { finding, type Finding } from '../finding';
import { isBehindNat, LIKELY_NAT, RELAY_TODO } from '../ice/behind-nat';
import type { Exchange } from './exchange';

const seen = (all: readonly OwnCandidate[]) =>
	all.map((one) => ({
		type: one.candidate.type,
		isInside: isInside(one) || one.scope === 'mdns' || one.scope === 'loopback'
	}));

const found = (all: readonly OwnCandidate[]) =>
	all.filter(({ candidate }) => candidate.type === 'srflx');

/**
 * A connection that failed though both sides know how they look from outside, and neither has a relay:
 * then at least one NAT gives each destination another port, or lets nothing in (RFC 4787, 4.1 and 5;
 * RFC 8656, 1).
 */
export function needsRelay({ offer, answer, outcome }: Exchange): Finding | null {
	if (outcome !== 'failed') return null;
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	if (!isBehindNat(seen(mine)) || !isBehindNat(seen(theirs))) return null;
	return finding({
		id: 'ice.no-relay',
		severity: 'breaks the call',
		claim: `Both sides have found out how they look from outside (${addressesOf(found(mine))}; ${addressesOf(found(theirs))}), the connection failed, and neither has a relayed candidate: ${LIKELY_NAT}.`,
		because: [...evidenceOf(offer.of, found(mine)), ...evidenceOf(answer.of, found(theirs))],
		todo: RELAY_TODO,
		source: 'RFC 4787, 4.1 and 5; RFC 8656, 1',
		isCertain: false
	});
}
