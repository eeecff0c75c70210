import type { Step } from '../step';

export const janeCreatesPeerConnection: Step = {
	id: 'jane-creates-peer-connection',
	jane({ jane, RTCPeerConnection }) {
		jane.pc = new RTCPeerConnection();
		jane.pc.onicecandidate = ({ candidate }) => jane.candidates.push(candidate);
		jane.pc.ontrack = ({ track }) => jane.remote.addTrack(track);
	}
};
