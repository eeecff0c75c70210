import { directionsOf } from '../../predict/reading.ts';
import { connectedSince, type Goal } from './goal.ts';

/** Jane’s answer says `recvonly` in each section, and she sees John (RFC 9429, 5.3.1; webrtc-pc, 5.4). */
export const answerRecvonly: Goal = (standing) => {
	const since = connectedSince(standing);
	const { descriptions, milestones } = standing.view.peers.jane;
	const answer = descriptions.currentLocalDescription;
	const directions = answer?.type === 'answer' ? [...directionsOf(answer.sdp).values()] : [];
	if (directions.length === 0 || directions.some((one) => one !== 'recvonly')) return null;
	const seq = Math.max(since ?? Infinity, milestones.firstFrame ?? Infinity);
	return seq === Infinity
		? null
		: { proof: 'Jane’s answer says recvonly in each section, and she sees John.', seq };
};
