import {
	addressesOf,
	candidatesOf,
	evidenceOf,
	isInside,
	type OwnCandidate
} from '../candidates/of-material';
import { apartInWords, mappedApart } from '../candidates/mapping';
import { finding, type Evidence, type Finding } from '../finding';
import { isBehindNat, LIKELY_NAT, ONE_NAT, ONE_NAT_TODO, RELAY_TODO } from '../ice/behind-nat';
import { makerOf } from '../material';
import type { ToldTurn } from '../turn/told';
import type { Exchange } from './exchange';

const seen = (all: readonly OwnCandidate[]) =>
	all.map((one) => ({
		type: one.candidate.type,
		isInside: isInside(one) || one.scope === 'mdns' || one.scope === 'loopback'
	}));

const found = (all: readonly OwnCandidate[]) =>
	all.filter(({ candidate }) => candidate.type === 'srflx');

/** Why there is no relay, as far as it is told, and what to do about it. */
function lackOf(turn: ToldTurn | null): { why: string; todo: string; because: Evidence[] } {
	const { named = null, refusal = null } = turn ?? {};
	if (refusal !== null) {
		const { server, words, todo, code, line } = refusal;
		return {
			why: `there is no relay, for the TURN server ${server.slice(0, 80)} ${words}`,
			todo,
			because: [{ kind: 'fact', text: `line ${line}: icecandidateerror ${code}` }]
		};
	}
	if (named !== null) {
		return {
			why: `neither has a relayed candidate, though iceServers names ${named.slice(0, 80)}`,
			todo: 'See why that server gave no relay: icecandidateerror events tell what it answered, or that it was not reached. See too that descriptions are sent, and candidates, when gathering is done.',
			because: []
		};
	}
	return {
		why: `neither has a relayed candidate: ${LIKELY_NAT}`,
		todo: RELAY_TODO,
		because: []
	};
}

/**
 * A connection that failed though both sides know how they look from outside, and neither has a relay:
 * then at least one NAT gives each destination another port, or lets nothing in (RFC 4787, 4.1 and 5;
 * RFC 8656, 1).
 */
export function needsRelay({ offer, answer, outcome, turn }: Exchange): Finding | null {
	if (outcome !== 'failed') return null;
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	if (!isBehindNat(seen(mine)) || !isBehindNat(seen(theirs))) return null;
	const evidence = [...evidenceOf(offer.of, found(mine)), ...evidenceOf(answer.of, found(theirs))];
	const outside = new Set(found(mine).map(({ candidate }) => candidate.address));
	const shared = found(theirs).filter(({ candidate }) => outside.has(candidate.address));
	const told = { severity: 'breaks the call', isCertain: false } as const;
	if (shared.length > 0) {
		return finding({
			...told,
			id: 'ice.one-nat',
			claim: `The connection failed, and both sides are seen from outside at one address (${addressesOf(shared)}): ${ONE_NAT}.`,
			because: evidence,
			todo: ONE_NAT_TODO,
			source: 'RFC 4787, 6; RFC 8445, 5.1.1'
		});
	}
	const apart = [mappedApart(mine), mappedApart(theirs)] as const;
	if (apart[0].length + apart[1].length > 0) {
		const [first] = apart.filter((some) => some.length > 0);
		const whose =
			apart[0].length > 0 && apart[1].length > 0
				? 'both sides are'
				: `${makerOf(apart[0].length > 0 ? offer : answer)} is`;
		return finding({
			...told,
			id: 'ice.symmetric-nat',
			claim: `The connection failed, and ${whose} ${apartInWords(first!)}: that address is of no use to the other side, and there is no relay.`,
			because: [...evidenceOf(offer.of, apart[0]), ...evidenceOf(answer.of, apart[1])],
			todo: RELAY_TODO,
			source: 'RFC 4787, 4.1; RFC 8656, 1'
		});
	}
	const { why, todo, because } = lackOf(turn);
	return finding({
		...told,
		id: 'ice.no-relay',
		claim: `Both sides have found out how they look from outside (${addressesOf(found(mine))}; ${addressesOf(found(theirs))}), the connection failed, and ${why}.`,
		because: [...evidence, ...because],
		todo,
		source: 'RFC 4787, 4.1 and 5; RFC 8656, 1'
	});
}
