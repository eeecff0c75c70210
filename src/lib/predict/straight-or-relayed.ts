import type { Check } from './check';
import { shown, statsOf } from './reading.ts';

/** After so many reports over the relay there was time to find another path. */
const ENOUGH = 4;

const ends = ({ local, remote }: { local: { type: string }; remote: { type: string } }) =>
	`${local.type} to ${remote.type}`;

/**
 * Over which kind of pair a call goes that may use all, once it has gone through a relay: over a straight one, where
 * there is one, as relayed candidates have the lowest priority (RFC 8445, 5.1.2.2).
 */
export const straightOrRelayed: Check = {
	answers: ['straight', 'relayed'],
	read(view, entries) {
		// The second answer is agreed on, and statistics of the path come after it.
		const answers = view.calls.filter(
			({ peer, name, status }) =>
				peer === 'john' && name === 'setRemoteDescription' && status === 'resolved'
		);
		const agreed = answers[1];
		if (!agreed) return null;
		const since = statsOf(shown(view, entries), 'john').filter(
			({ seq, stats }) => seq > agreed.seq && stats.selected
		);
		const isRelayed = (one: (typeof since)[number]) =>
			[one.stats.selected!.local, one.stats.selected!.remote].some(({ type }) => type === 'relay');
		const straight = since.find((one) => !isRelayed(one));
		const proves = straight ?? since[ENOUGH - 1];
		if (!proves) return null;
		return {
			is: straight ? 'straight' : 'relayed',
			proof: `The pair that is used: ${ends(proves.stats.selected!)}.`,
			seq: proves.seq
		};
	}
};
