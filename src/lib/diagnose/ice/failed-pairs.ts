import { describeAddress, type AddressScope } from '../../ice';
import { finding, type Finding } from '../finding';

/** A pair of candidates, as a page or a log tells of it: `192.0.2.1:50001/udp(host)`. */
export interface ToldPair {
	readonly local: string;
	readonly remote: string;
	/** As it is written: `failed`, `IN_PROGRESS`. */
	readonly state: string;
	/** Where it is told, as a line of what was pasted. */
	readonly line: number;
	/** Checks that were sent on it, and those that were answered, where that is told. */
	readonly checks?: { readonly sent: number; readonly answered: number };
}

const addressOf = (end: string) => end.replace(/:\d+\/.*$/, '');
const OUTSIDE: ReadonlySet<AddressScope> = new Set(['public', 'name', 'translated', 'tunnel']);

const hasFailed = ({ state }: ToldPair) => /^(failed|cancell?ed)$/i.test(state);

/** So many checks without an answer are no accident: Chromium shows such a pair as in progress. */
const MANY = 10;
const isUnanswered = ({ checks }: ToldPair) =>
	checks !== undefined && checks.answered === 0 && checks.sent >= MANY;

const sentOn = (pairs: readonly ToldPair[]) =>
	pairs.reduce((sum, { checks }) => sum + (checks?.sent ?? 0), 0);

/** At most so many pairs are named. */
const MOST = 4;

/**
 * Pairs of which none works: checks were sent and not answered (RFC 8445, 6.1.4.3 and 7.2.5). Where the
 * other side announces only addresses of its own network, that is why.
 */
export function failedPairs(pairs: readonly ToldPair[]): Finding | null {
	if (pairs.length === 0 || !pairs.every((pair) => hasFailed(pair) || isUnanswered(pair)))
		return null;
	const remote = [...new Set(pairs.map((pair) => addressOf(pair.remote)))];
	const isInside = remote.every((address) => !OUTSIDE.has(describeAddress(address).scope));
	const relayed = pairs.some(({ local }) => /relay/i.test(local));
	const shown = remote.slice(0, 3).join(', ');
	const what = pairs.every(hasFailed)
		? `${pairs.length === 1 ? 'The only pair has' : `All ${pairs.length} pairs have`} failed`
		: `No check ${pairs.length === 1 ? 'of the only pair' : `of the ${pairs.length} pairs`} was answered, and ${sentOn(pairs)} were sent`;
	const why = isInside
		? `the other side announces only ${remote.length === 1 ? 'an address' : 'addresses'} of its own network (${shown}), which nobody outside of it reaches`
		: `no check was answered by the other side (${shown})`;
	const even = isInside && relayed ? ', not even over a relay' : '';
	return finding({
		id: isInside ? 'ice.remote-only-private' : 'ice.all-pairs-failed',
		severity: 'breaks the call',
		claim: `${what}: ${why}${even}.`,
		because: pairs.slice(0, MOST).map(({ local, remote: end, state, line, checks }) => ({
			kind: 'fact',
			text: `line ${line}: ${local} → ${end}, ${state}${checks ? `; ${checks.sent} checks sent, ${checks.answered} answered` : ''}`
		})),
		todo: isInside
			? 'Have the other side announce an address that can be reached: a STUN or TURN server in its iceServers; in a server or a container, its public address (announced or external IP).'
			: 'See whether UDP reaches the other side at all, and have a TURN server on both sides.',
		source: 'RFC 8445, 5.1.1, 6.1.4.3 and 7.2.5',
		isCertain: false
	});
}
