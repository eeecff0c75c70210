import { describeAddress } from '../../ice';
import { finding, type Evidence, type Finding } from '../finding';
import { areKnownInside, isBehindNat, LIKELY_NAT, RELAY_TODO } from './behind-nat';
import { ONE_WAY_SOURCE, ONE_WAY_TODO } from './one-way';
import { isHidden } from './scopes';
import { sharedNetwork, SHARED_TODO } from './shared-network';

/** A pair of candidates, as a page or a log tells of it: `192.0.2.1:50001/udp(host)`. */
export interface ToldPair {
	readonly local: string;
	readonly remote: string;
	/** As it is written: `failed`, `IN_PROGRESS`. */
	readonly state: string;
	/** Where it is told, as a line of what was pasted. */
	readonly line: number;
	/** Checks on it, where they are told. */
	readonly checks?: ToldChecks;
}

/** The checks on a pair, as they were counted (webrtc-stats, RTCIceCandidatePairStats). */
export interface ToldChecks {
	readonly sent: number;
	readonly answered: number;
	/** Those of the other side that arrived, and those of them that were answered. */
	readonly arrived?: number;
	readonly replied?: number;
}

const addressOf = (end: string) =>
	end.replace(/:[^:/]{0,12}\/.*$/, '').replace(/^\[(.*:.*)\]$/, '$1');
/** Whether nobody outside of its network reaches an address. Of a masked one its beginning tells. */
function isInside(address: string): boolean {
	const { scope } = describeAddress(address);
	if (scope !== 'masked') return isHidden(scope);
	const [, ...rest] = address.split('.');
	if (!/^\d+\.\d+\./.test(address)) return false;
	const shown = rest.map((part) => (/^\d+$/.test(part) ? part : '1'));
	return isHidden(describeAddress([address.split('.')[0], ...shown].join('.')).scope);
}

/** A network that both sides are in, by their addresses. */
const sharedBy = (pairs: readonly ToldPair[]): string | null =>
	sharedNetwork(
		pairs.map(({ local }) => addressOf(local)),
		pairs.map(({ remote }) => addressOf(remote))
	);

/** What kind of candidate an end of a pair is, as far as it matters here. */
function typeOf(end: string): string {
	if (/\((?:srflx|serverreflexive|server-reflexive)\)/i.test(end)) return 'srflx';
	return /\brelay/i.test(end) ? 'relay' : end;
}

/** The addresses of ends, each once, in words. */
function addressesOf(ends: readonly string[]): string {
	return [...new Set(ends.map(addressOf))].slice(0, 3).join(', ');
}

/** Whether both sides are behind NATs, as their addresses and types tell. */
function areBehindNats(pairs: readonly ToldPair[]): boolean {
	const ends = (side: 'local' | 'remote') =>
		pairs.map((pair) => ({
			type: typeOf(pair[side]),
			isInside: isInside(addressOf(pair[side]))
		}));
	// What a server has found of this side is paired by its base (RFC 8445, 6.1.2.4).
	return areKnownInside(ends('local')) && isBehindNat(ends('remote'));
}

const hasFailed = ({ state }: ToldPair) => /^(failed|cancell?ed)$/i.test(state);

/** So many checks without an answer are no accident: Chromium shows such a pair as in progress. */
const MANY = 10;
const isUnanswered = ({ checks }: ToldPair) =>
	checks !== undefined && checks.answered === 0 && checks.sent >= MANY;

const countOn = (pairs: readonly ToldPair[], what: keyof ToldChecks) =>
	pairs.reduce((sum, { checks }) => sum + (checks?.[what] ?? 0), 0);

/** At most so many pairs are named. */
const MOST = 4;

function toldOf({ local, remote, state, line, checks }: ToldPair): Evidence {
	const told = checks
		? `; ${checks.sent} ${checks.sent === 1 ? 'check' : 'checks'} sent, ${checks.answered} answered`
		: '';
	const came = checks?.arrived
		? `; ${checks.arrived} arrived, ${checks.replied ?? 0} answered`
		: '';
	return { kind: 'fact', text: `line ${line}: ${local} → ${remote}, ${state}${told}${came}` };
}

/**
 * Pairs of which none works: checks were sent and not answered (RFC 8445, 6.1.4.3 and 7.2.5). Where the
 * other side announces only addresses of its own network, that is why.
 */
export function failedPairs(pairs: readonly ToldPair[]): Finding | null {
	if (pairs.length === 0 || !pairs.every((pair) => hasFailed(pair) || isUnanswered(pair)))
		return null;
	const remotes = pairs.map(({ remote }) => remote);
	const remote = [...new Set(remotes.map(addressOf))];
	const network = sharedBy(pairs);
	const isHidden = network === null && remote.every(isInside);
	const relayed = pairs.some(({ local }) => typeOf(local) === 'relay');
	const shown = addressesOf(remotes);
	const isNat = network === null && !isHidden && areBehindNats(pairs);
	const what = pairs.every(hasFailed)
		? `${pairs.length === 1 ? 'The only pair has' : `All ${pairs.length} pairs have`} failed`
		: `No check ${pairs.length === 1 ? 'of the only pair' : `of the ${pairs.length} pairs`} was answered, and ${countOn(pairs, 'sent')} were sent`;
	const because = pairs.slice(0, MOST).map(toldOf);
	const arrived = countOn(pairs, 'arrived');
	if (arrived > 0) {
		const replied = countOn(pairs, 'replied');
		return finding({
			id: 'ice.one-way',
			severity: 'breaks the call',
			claim: `${what}, while ${arrived} of the other side arrived${replied > 0 ? ` and ${replied} were answered` : ''}: packets come through in one direction, or the other side does not take the credentials.`,
			because,
			todo: ONE_WAY_TODO,
			source: ONE_WAY_SOURCE,
			isCertain: false
		});
	}
	const why = isHidden
		? `the other side announces only ${remote.length === 1 ? 'an address' : 'addresses'} of its own network (${shown}), which nobody outside of it reaches`
		: isNat
			? `both sides are behind a NAT (this one has ${addressesOf(pairs.map(({ local }) => local))}; of the other a server has seen ${addressesOf(remotes.filter((end) => typeOf(end) === 'srflx'))}), and no pair has a relay: ${LIKELY_NAT}`
			: network === null
				? `no check was answered by the other side (${shown})`
				: `both sides have an address in ${network}.x, and no check was answered even there (${shown})`;
	const even = isHidden && relayed ? ', not even over a relay' : '';
	return finding({
		id: isHidden ? 'ice.remote-only-private' : isNat ? 'ice.no-relay' : 'ice.all-pairs-failed',
		severity: 'breaks the call',
		claim: `${what}: ${why}${even}.`,
		because,
		todo: isHidden
			? 'Have the other side announce an address that can be reached: a STUN or TURN server in its iceServers; in a server or a container, its public address (announced or external IP).'
			: isNat
				? RELAY_TODO
				: network === null
					? 'See whether UDP reaches the other side at all, and have a TURN server on both sides.'
					: SHARED_TODO,
		source: 'RFC 8445, 5.1.1, 6.1.4.3 and 7.2.5',
		isCertain: false
	});
}
