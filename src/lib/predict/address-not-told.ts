import type { Json } from '../trace/entry.ts';
import type { Check } from './check';

type Reported = Record<string, Json | undefined> | null;

/** What stands for an address that is told: of IPv4 or IPv6. Browsers write others where they tell none. */
const ADDRESS = /^[\d.]+$|:/;

/**
 * What John’s report says of the address of a candidate that came by no signaling: nothing, for a page is told
 * only those that it has given to the connection (webrtc-stats, RTCIceCandidateStats, address).
 */
export const addressNotTold: Check = {
	answers: ['nothing', 'the address', 'a name'],
	expected: 'nothing',
	read({ calls }) {
		for (const { peer, name, result, seq } of calls) {
			if (peer !== 'john' || name !== 'getStats') continue;
			const found = Object.values((result ?? {}) as Record<string, Reported>).find(
				(one) => one?.type === 'remote-candidate' && one.candidateType === 'prflx'
			);
			if (!found) continue;
			const address = typeof found.address === 'string' ? found.address : '';
			const is = address.endsWith('.local')
				? 'a name'
				: ADDRESS.test(address)
					? 'the address'
					: 'nothing';
			return {
				is,
				proof: `In the report: candidateType prflx, priority ${String(found.priority)}, and ${address === '' ? 'an empty address' : `the address “${address}”`}.`,
				seq
			};
		}
		return null;
	}
};
