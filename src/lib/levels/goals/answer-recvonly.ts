import { directionsOf } from '../../predict/reading.ts';
import { connectedAt, latest, outcome, throughAndConnected, type Goal } from './goal.ts';

/** Jane’s answer says `recvonly` in each section, and she sees John (RFC 9429, 5.3.1; webrtc-pc, 5.4). */
export const answerRecvonly: Goal = (standing) => {
	const { descriptions, milestones } = standing.view.peers.jane;
	const answer = descriptions.currentLocalDescription;
	const directions = answer?.type === 'answer' ? [...directionsOf(answer.sdp).values()] : [];
	const conditions = [
		{
			wanted: 'Jane’s answer says recvonly in each section.',
			isMet: directions.length > 0 && directions.every((one) => one === 'recvonly'),
			now: directions.length === 0 ? 'she has set none' : directions.join(', ')
		},
		...throughAndConnected(standing),
		{ wanted: 'She sees John.', isMet: milestones.firstFrame !== undefined }
	];
	return outcome(conditions, () => ({
		proof: 'Jane’s answer says recvonly in each section, and she sees John.',
		seq: latest([connectedAt(standing), milestones.firstFrame])
	}));
};
