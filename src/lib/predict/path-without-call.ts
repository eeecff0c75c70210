import { PEER_NAMES } from '../trace/entry.ts';
import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { firstOf } from './reading.ts';

/**
 * How far two come whose fingerprint was altered on its way: ICE has nothing to do with it, and DTLS has to fail
 * (RFC 5763, 5). It is decided once Jane’s connection is `connected` or `failed`.
 */
export const pathWithoutCall: Check = {
	answers: ['DTLS fails', 'ICE fails', 'both succeed'],
	expected: 'DTLS fails',
	read({ wire, peers }) {
		if (!wire.some(({ altered, to }) => altered && to === 'jane')) return null;
		const [john, jane] = PEER_NAMES.map((peer) => ({
			ice: firstOf(peers[peer].states.iceConnectionState, 'connected', 'completed'),
			end: firstOf(peers[peer].states.connectionState, 'connected', 'failed')
		}));
		const { ice, end } = jane!;
		if (!end) return null;
		if (!ice) {
			return {
				is: 'ICE fails',
				proof:
					'Jane’s connectionState read failed, and her iceConnectionState was never connected.',
				seq: end.seq
			};
		}
		const has = { connected: 'both succeed', failed: 'DTLS fails' }[end.value]!;
		return {
			is: has,
			proof: `Jane’s iceConnectionState read ${ice.value}${john!.ice ? ', and John’s as well' : ''}; her connectionState read ${end.value} ${durationWords(Math.abs(end.at - ice.at))} ${end.at < ice.at ? 'earlier' : 'later'}.`,
			seq: end.seq
		};
	}
};
