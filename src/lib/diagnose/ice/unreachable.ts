import { finding, type Evidence, type Finding } from '../finding';
import { errorsOf } from '../turn/errors';
import { otherOf, type Session, type SessionPeer } from '../session/session';
import { entry, fact, short } from '../session/words';
import { isBehindNat, LIKELY_NAT, RELAY_TODO } from './behind-nat';
import { endsOf, type End } from './candidates-of';
import { checksOf, checkWords, pairsOf } from './checks';
import { apartInWords, mappedApart } from './mapped-apart';
import { ONE_WAY_SOURCE, ONE_WAY_TODO } from './one-way';
import { isHidden } from './scopes';
import { asGiven, sharedNetwork, SHARED_TODO } from './shared-network';

/**
 * Checks that nobody answered, and what the candidates tell of why: addresses of another network, no
 * relay, a NAT that shows each destination another port (RFC 8445, 5.1.1 and 7.2.5; RFC 4787, 4.1).
 */
export function unreachable(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		if (peer.course !== 'never connected' && !isStuck(peer)) return [];
		const mine = endsOf(session, peer, 'local');
		const theirs = endsOf(session, peer, 'remote');
		const checks = checksOf(peer);
		if (mine.length === 0 || theirs.length === 0) return [];
		if (checks.pairs === 0 && !hasFailedUnseen(peer)) return [];
		if (pairsOf(peer).some(({ state }) => state === 'succeeded')) return [];
		if ((checks.answered ?? 0) > 0) return [];
		const found =
			onlyInside(session, peer, mine, theirs) ??
			symmetric(session, peer, mine, theirs) ??
			oneWay(session, peer) ??
			natted(session, peer, mine, theirs);
		// What was sent and answered is told by statistics alone.
		if (found === null && checks.pairs === 0) return [];
		return [found ?? unanswered(session, peer, mine, theirs)];
	});
}

/** Whether ICE gave up, and there are no statistics that would tell of its checks. */
const hasFailedUnseen = ({ samples, view }: SessionPeer): boolean =>
	samples.length === 0 && view.states.iceConnectionState.some(({ value }) => value === 'failed');

/** So many checks without an answer are no accident. */
const MANY = 10;

/** Statistics may be of a moment at which ICE still tries, in vain. */
function isStuck(peer: SessionPeer): boolean {
	if (!peer.isStatistics || peer.course === 'worked' || peer.course === 'broke') return false;
	const { sent, answered, pairs } = checksOf(peer);
	if (answered === 0 && sent !== null && sent >= MANY) return true;
	return pairs > 0 && pairsOf(peer).every(({ state }) => state === 'failed');
}

/** The evidence that all of these have. */
function evidence(peer: SessionPeer, ends: readonly End[]): Evidence[] {
	const sample = peer.samples.findLast(({ stats }) => stats.pairs.length > 0);
	const checks = checksOf(peer);
	const over =
		checks.pairs === 0 ? '' : `, over ${checks.pairs} ${checks.pairs === 1 ? 'pair' : 'pairs'}`;
	const words = `${checkWords(checks)}${over}`;
	return [
		sample === undefined ? fact(words) : entry(sample, words),
		...ends
			.slice(0, 4)
			.map(({ seq, text }) => (seq === null ? fact(short(text)) : entry({ seq }, short(text))))
	];
}

/** Why there is no relay that could have helped. */
function withoutRelay(peer: SessionPeer, mine: readonly End[]): string {
	if (mine.some(({ type }) => type === 'relay')) return '';
	const [error] = errorsOf(peer).filter(({ isTurn }) => isTurn);
	return error === undefined
		? ` ${peer.called} has no relay either.`
		: ` ${peer.called} has no relay either: ${error.server} ${error.refusal}.`;
}

const begin = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function onlyInside(
	session: Session,
	peer: SessionPeer,
	mine: readonly End[],
	theirs: readonly End[]
): Finding | null {
	const known = theirs.filter(({ address }) => address !== null);
	if (known.length === 0 || !known.every(({ scope }) => scope !== null && isHidden(scope)))
		return null;
	if (sharedBy(mine, theirs) !== null) return null;
	const shown = asGiven(known.map(({ address }) => address!));
	const isNames = known.every(({ scope }) => scope === 'mdns');
	const isLoop = known.every(({ scope }) => scope === 'loopback');
	const what = isNames
		? 'names in .local, which nobody outside of its network can resolve'
		: isLoop
			? `loopback addresses (${shown}), which nobody but the device itself can reach`
			: `addresses of its own network (${shown}), which nobody outside of it reaches`;
	return finding({
		id: isNames ? 'ice.remote-only-mdns' : 'ice.remote-only-private',
		severity: 'breaks the call',
		claim: `${begin(checkWords(checksOf(peer)))}: ${otherOf(session, peer)} announces only ${what}.${withoutRelay(peer, mine)}`,
		because: evidence(peer, theirs),
		todo: 'Have the other side announce an address that can be reached: a STUN and a TURN server in its iceServers; in a server or a container, its public address (announced or external IP).',
		source: 'RFC 8445, 5.1.1 and 7.2.5; RFC 1918, 3',
		isCertain: false
	});
}

const sharedBy = (mine: readonly End[], theirs: readonly End[]): string | null =>
	sharedNetwork(
		mine.map(({ address }) => address),
		theirs.map(({ address }) => address)
	);

/** Only what a server has found tells of a mapping. */
const asMapped = (end: End): End => (end.type === 'srflx' ? end : { ...end, base: null });

function symmetric(
	session: Session,
	peer: SessionPeer,
	mine: readonly End[],
	theirs: readonly End[]
): Finding | null {
	const sides = [mappedApart(mine.map(asMapped)), mappedApart(theirs.map(asMapped))] as const;
	const hasRelay = [...mine, ...theirs].some(({ type }) => type === 'relay');
	if (sides.every((ends) => ends.length === 0) || hasRelay) return null;
	const whose =
		sides[0].length > 0 && sides[1].length > 0
			? 'Both sides are'
			: sides[0].length > 0
				? `${peer.called} is`
				: `${begin(otherOf(session, peer))} is`;
	const ends = [...sides[0], ...sides[1]];
	return finding({
		id: 'ice.symmetric-nat',
		severity: 'breaks the call',
		claim: `${whose} ${apartInWords(ends)}, so the announced address is of no use to the other side, and there is no relay.`,
		because: evidence(peer, ends),
		todo: 'Give both sides a TURN server: behind such a NAT only a relay has an address that holds.',
		source: 'RFC 4787, 4.1; RFC 8656, 1',
		isCertain: false
	});
}

/** Both sides have been told by a server how they look from outside, and that was of no use. */
function natted(
	session: Session,
	peer: SessionPeer,
	mine: readonly End[],
	theirs: readonly End[]
): Finding | null {
	const seen = (ends: readonly End[]) =>
		ends.map(({ type, scope }) => ({ type, isInside: scope === null || isHidden(scope) }));
	if (!isBehindNat(seen(mine)) || !isBehindNat(seen(theirs))) return null;
	const found = [...mine, ...theirs].filter(({ type }) => type === 'srflx');
	return finding({
		id: 'ice.no-relay',
		severity: 'breaks the call',
		claim: `${begin(checkWords(checksOf(peer)))}, though ${peer.called} and ${otherOf(session, peer)} both have found out how they look from outside: ${LIKELY_NAT}.${withoutRelay(peer, mine)}`,
		because: evidence(peer, found),
		todo: RELAY_TODO,
		source: 'RFC 4787, 4.1 and 5; RFC 8656, 1',
		isCertain: false
	});
}

function oneWay(session: Session, peer: SessionPeer): Finding | null {
	const { arrived, replied } = checksOf(peer);
	if (!arrived) return null;
	const other = otherOf(session, peer);
	return finding({
		id: 'ice.one-way',
		severity: 'breaks the call',
		claim: `${begin(checkWords(checksOf(peer)))}, while ${arrived} of ${other} arrived${replied ? ` and ${replied} were answered` : ''}: packets come through in one direction, or ${other} does not take the credentials.`,
		because: evidence(peer, []),
		todo: ONE_WAY_TODO,
		source: ONE_WAY_SOURCE,
		isCertain: false
	});
}

function unanswered(
	session: Session,
	peer: SessionPeer,
	mine: readonly End[],
	theirs: readonly End[]
): Finding {
	const network = sharedBy(mine, theirs);
	const even =
		network === null ? '' : `, though both have an address in ${network}.x, as if in one network`;
	return finding({
		id: 'ice.no-answer',
		severity: 'breaks the call',
		claim: `${begin(checkWords(checksOf(peer)))}: nothing of what ${peer.called} sends to ${otherOf(session, peer)} comes back${even}.${withoutRelay(peer, mine)}`,
		because: evidence(peer, theirs),
		todo:
			network !== null
				? SHARED_TODO
				: 'See whether UDP gets through between these addresses (firewall, VPN, closed ports of a server), and give both sides a TURN server, over TCP or TLS too.',
		source: 'RFC 8445, 7.2.5',
		isCertain: false
	});
}
