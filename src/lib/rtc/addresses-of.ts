import type { LossFacts } from './explain-loss';

const has = (description: RTCSessionDescription | null, line: 'candidate' | 'end-of-candidates') =>
	new RegExp(`^a=${line}\\b`, 'm').test(description?.sdp ?? '');

/** What the descriptions of a connection say of addresses that there are not, and will not be (RFC 8840, 4.4). */
export function addressesOf({
	iceGatheringState,
	localDescription,
	remoteDescription
}: Pick<RTCPeerConnection, 'iceGatheringState' | 'localDescription' | 'remoteDescription'>): Pick<
	LossFacts,
	'isWithoutAddress' | 'isToldOfNone'
> {
	return {
		isWithoutAddress: iceGatheringState === 'complete' && !has(localDescription, 'candidate'),
		isToldOfNone:
			has(remoteDescription, 'end-of-candidates') && !has(remoteDescription, 'candidate')
	};
}
