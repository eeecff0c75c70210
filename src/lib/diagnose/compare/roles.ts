import type { PeerName } from '../../trace';
import type { SessionPeer } from '../session/session';
import type { Recorded } from './recorded';

/** What a peer is in the negotiation; an `end` where one of both is recorded on either side. */
export type Role = 'offerer' | 'answerer' | 'end';

/** Peers of two recordings that are held against each other; null where a recording has none at all. */
export interface Matched {
	readonly role: Role;
	readonly one: SessionPeer | null;
	readonly other: SessionPeer | null;
}

const opposite = (role: Role): Role => (role === 'offerer' ? 'answerer' : 'offerer');

/** By what a peer that has no description shows what it wanted to be. */
const TRIES = ['createOffer', 'createAnswer', 'setLocalDescription', 'setRemoteDescription'];

/** What a peer shows that it is, by the first description that it has, or tried to have. */
function roleOf({ applied, entries }: SessionPeer): Role | null {
	const [first] = applied;
	if (first !== undefined) {
		return (first.type === 'offer') === (first.side === 'local') ? 'offerer' : 'answerer';
	}
	const tried = entries.find(({ kind, name }) => kind === 'call' && TRIES.includes(name));
	if (tried === undefined) return null;
	return tried.name === 'createAnswer' || tried.name === 'setRemoteDescription'
		? 'answerer'
		: 'offerer';
}

/** Without a sign, who is shown as John calls. */
const usual = (name: PeerName): Role => (name === 'john' ? 'offerer' : 'answerer');

function byRole({ session: { peers } }: Recorded): ReadonlyMap<Role, SessionPeer> {
	const [first, second] = peers;
	if (first === undefined) return new Map();
	const shown = roleOf(first);
	const role = shown ?? (second && roleOf(second) ? opposite(roleOf(second)!) : usual(first.name));
	// Where offers cross, both have made one: the first of them is the offerer.
	return new Map([[role, first], ...(second ? ([[opposite(role), second]] as const) : [])]);
}

/**
 * The peers of two recordings, offerer with offerer and answerer with answerer. An end that only one of
 * them has is left out, unless each has one end alone: then these are the two ends of one call.
 */
export function matched(one: Recorded, other: Recorded): readonly Matched[] {
	const [ours, theirs] = [byRole(one), byRole(other)];
	const all = (['offerer', 'answerer'] as const).map((role) => ({
		role,
		one: ours.get(role) ?? null,
		other: theirs.get(role) ?? null
	}));
	if (ours.size === 0 || theirs.size === 0) {
		return all.filter((pair) => pair.one !== null || pair.other !== null);
	}
	const both = all.filter((pair) => pair.one !== null && pair.other !== null);
	if (both.length > 0) return both;
	return [{ role: 'end', one: [...ours.values()][0]!, other: [...theirs.values()][0]! }];
}
