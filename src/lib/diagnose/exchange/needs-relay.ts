import {
	addressesOf,
	candidatesOf,
	evidenceOf,
	hasUnread,
	isInside,
	type OwnCandidate
} from '../candidates/of-material';
import { apartOf } from '../candidates/mapping';
import { finding, type Evidence, type Finding } from '../finding';
import { isBehindNat, LIKELY_NAT, ONE_NAT, ONE_NAT_TODO, RELAY_TODO } from '../ice/behind-nat';
import { makerOf } from '../material';
import { apartInWords } from '../ice/mapped-apart';
import type { ToldTurn } from '../turn/told';
import type { Exchange } from './exchange';

const seen = (all: readonly OwnCandidate[]) =>
	all.map((one) => ({
		type: one.candidate.type,
		isInside: isInside(one) || one.scope === 'mdns' || one.scope === 'loopback'
	}));

const found = (all: readonly OwnCandidate[]) =>
	all.filter(({ candidate }) => candidate.type === 'srflx');

/** What is told of why there is no relay; null where nothing is. */
function lackOf(turn: ToldTurn | null): { why: string; todo: string; because: Evidence[] } | null {
	const { named = null, refusal = null } = turn ?? {};
	if (refusal !== null) {
		const { server, words, todo, code, line } = refusal;
		return {
			why: `there is no relay, for the TURN server ${server.slice(0, 80)} ${words}`,
			todo,
			because: [{ kind: 'fact', text: `line ${line}: icecandidateerror ${code}` }]
		};
	}
	if (named === null) return null;
	return {
		why: `neither has a relayed candidate, though iceServers names ${named.slice(0, 80)}`,
		todo: 'See why that server gave no relay: icecandidateerror events tell what it answered, or that it was not reached. Send each candidate as it comes, or the description when gathering is complete.',
		because: []
	};
}

/**
 * A connection that failed though both sides know how they look from outside, and neither has a relay:
 * then at least one NAT gives each destination another port, or lets nothing in (RFC 4787, 4.1 and 5;
 * RFC 8656, 1). Where both NATs are seen to do so, most likely it will.
 */
export function needsRelay({ offer, answer, outcome, turn }: Exchange): Finding | null {
	const hadPath = outcome !== null && outcome !== 'failed';
	if (hadPath || hasUnread(offer, answer)) return null;
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	if (!isBehindNat(seen(mine)) || !isBehindNat(seen(theirs))) return null;
	const lack = lackOf(turn);
	const outside = new Set(found(mine).map(({ candidate }) => candidate.address));
	const shared = found(theirs).filter(({ candidate }) => outside.has(candidate.address));
	const apart = [apartOf(mine), apartOf(theirs)] as const;
	const isApart = apart[0].length + apart[1].length > 0;
	const areApart = apart.every((some) => some.length > 0);
	if (outcome === null && (!areApart || shared.length > 0)) return null;
	const [ofOffer, ofAnswer] = isApart ? apart : [found(mine), found(theirs)];
	const told = {
		severity: 'breaks the call',
		isCertain: false,
		because: [
			...evidenceOf(offer.of, ofOffer),
			...evidenceOf(answer.of, ofAnswer),
			...(lack?.because ?? [])
		]
	} as const;
	if (shared.length > 0) {
		return finding({
			...told,
			id: 'ice.one-nat',
			claim: `The connection failed, and both sides are seen from outside at one address (${addressesOf(shared)}): ${ONE_NAT}${lack ? `; ${lack.why}` : ''}.`,
			todo: lack ? `${ONE_NAT_TODO} ${lack.todo}` : ONE_NAT_TODO,
			source: 'RFC 4787, 6; RFC 8445, 5.1.1'
		});
	}
	if (isApart) {
		const whose = areApart
			? 'both sides are'
			: `${makerOf(apart[0].length > 0 ? offer : answer)} is`;
		const [first] = apart.filter((some) => some.length > 0);
		const seen = `${whose} ${apartInWords(first!)}`;
		const lacks = lack?.why ?? 'there is no relay';
		return finding({
			...told,
			id: 'ice.symmetric-nat',
			severity: outcome === null ? 'will bite' : told.severity,
			claim:
				outcome === null
					? `As far as these candidates tell, ${seen}: what servers saw is of no use to the other side, and ${lacks}. Most likely no pair of theirs works.`
					: `The connection failed, and ${seen}: that address is of no use to the other side, and ${lacks}.`,
			todo: lack?.todo ?? RELAY_TODO,
			source: 'RFC 4787, 4.1; RFC 8656, 1'
		});
	}
	return finding({
		...told,
		id: 'ice.no-relay',
		claim: `Both sides have found out how they look from outside (${addressesOf(found(mine))}; ${addressesOf(found(theirs))}), the connection failed, and ${lack?.why ?? `neither has a relayed candidate: ${LIKELY_NAT}`}.`,
		todo: lack?.todo ?? RELAY_TODO,
		source: 'RFC 4787, 4.1 and 5; RFC 8656, 1'
	});
}
