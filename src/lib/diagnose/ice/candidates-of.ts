import { describeAddress, type AddressScope } from '../../ice';
import { candidatesOf as knownOf } from '../../trace/pairs';
import type { PairEnd } from '../../trace';
import type { Session, SessionPeer } from '../session/session';

/** A candidate of one side, as an event, a description or the statistics tell of it. */
export interface End {
	readonly type: string;
	/** null where the browser hides it. */
	readonly address: string | null;
	readonly port: number | null;
	/** `udp` or `tcp`. */
	readonly protocol: string;
	readonly scope: AddressScope | null;
	/** Where its base is, for those that a server has found: `192.168.1.2:5000`; null where it is hidden. */
	readonly base: string | null;
	/** The entry by which it came; null where there is none. */
	readonly seq: number | null;
	/** As it was written, or in words. */
	readonly text: string;
}

const isBase = (address: string | null) => address !== null && !/^(0\.0\.0\.0|::)$/.test(address);

/** The candidates of one side as a peer knows them: signaled ones, else those of its statistics. */
export function endsOf(
	{ view }: Session,
	peer: SessionPeer,
	side: 'local' | 'remote'
): readonly End[] {
	// What the browser refused is none that it has.
	const refused = new Set(
		peer.view.remoteCandidates.filter(({ added }) => added === false).map(({ seq }) => seq)
	);
	const signaled = knownOf(view, peer.name, side).flatMap(({ candidate, seq, text }): End[] => {
		if (candidate === null || (side === 'remote' && refused.has(seq ?? -1))) return [];
		const { type, address, port, transport, relatedAddress, relatedPort } = candidate;
		return [
			{
				type,
				address,
				port,
				protocol: transport.toLowerCase(),
				scope: describeAddress(address).scope,
				base: isBase(relatedAddress) ? `${relatedAddress}:${relatedPort}` : null,
				seq,
				text
			}
		];
	});
	return signaled.length > 0 ? signaled : reportedOf(peer, side);
}

/** Logs without events of candidates may have them in their statistics. */
function reportedOf({ view }: SessionPeer, side: 'local' | 'remote'): End[] {
	const { stats, droppedPairs } = view;
	const ends = new Map<string, PairEnd>();
	const pairs = [...droppedPairs, ...(stats?.pairs ?? [])].map((pair) => pair[side]);
	for (const end of [...(stats?.unpaired?.[side] ?? []), ...pairs]) {
		// What a check has shown was not signaled.
		if (end.type !== 'prflx') ends.set(end.id ?? JSON.stringify(end), end);
	}
	return [...ends.values()].map((end): End => {
		const { type, address, port, protocol } = end;
		return {
			type,
			address,
			port,
			protocol: protocol ?? 'udp',
			scope: address === null ? null : describeAddress(address).scope,
			base: null,
			seq: null,
			text: `${type} ${address ?? 'hidden'}:${port ?? '?'} ${protocol ?? ''} in the statistics`
		};
	});
}
