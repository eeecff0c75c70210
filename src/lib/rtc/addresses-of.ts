import type { LossFacts } from './explain-loss';

const has = (description: RTCSessionDescription | null, line: 'candidate' | 'end-of-candidates') =>
	new RegExp(`^a=${line}\\b`, 'm').test(description?.sdp ?? '');

/**
 * What a connection knows of addresses: that there are none, or no more (RFC 8840, 4.4).
 * @param isToldOfAll whether the other side has said that no more come: Chromium does not write it into the description
 */
export function addressesOf(
	{
		iceGatheringState,
		localDescription,
		remoteDescription
	}: Pick<RTCPeerConnection, 'iceGatheringState' | 'localDescription' | 'remoteDescription'>,
	isToldOfAll = false
): Pick<LossFacts, 'isWithoutAddress' | 'isToldOfNone' | 'hasAll'> {
	const isTold = isToldOfAll || has(remoteDescription, 'end-of-candidates');
	const isDone = iceGatheringState === 'complete';
	return {
		isWithoutAddress: isDone && !has(localDescription, 'candidate'),
		isToldOfNone: isTold && !has(remoteDescription, 'candidate'),
		hasAll: isTold && isDone
	};
}
