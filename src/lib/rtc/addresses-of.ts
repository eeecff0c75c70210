import type { LossFacts } from './explain-loss';

const has = (description: RTCSessionDescription | null, line: 'candidate' | 'end-of-candidates') =>
	new RegExp(`^a=${line}\\b`, 'm').test(description?.sdp ?? '');

/** What the descriptions of a connection say of addresses: that there are none, or no more (RFC 8840, 4.4). */
export function addressesOf({
	iceGatheringState,
	localDescription,
	remoteDescription
}: Pick<RTCPeerConnection, 'iceGatheringState' | 'localDescription' | 'remoteDescription'>): Pick<
	LossFacts,
	'isWithoutAddress' | 'isToldOfNone' | 'hasAll'
> {
	const isToldOfAll = has(remoteDescription, 'end-of-candidates');
	return {
		isWithoutAddress: iceGatheringState === 'complete' && !has(localDescription, 'candidate'),
		isToldOfNone: isToldOfAll && !has(remoteDescription, 'candidate'),
		hasAll: isToldOfAll && iceGatheringState === 'complete'
	};
}
