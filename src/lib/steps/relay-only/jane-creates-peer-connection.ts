import type { Step } from '../step';

/** Any candidate, and no server: she is the one who has addresses. */
export const janeCreatesPeerConnection: Step = {
	id: 'jane-creates-peer-connection',
	jane({ jane, RTCPeerConnection }) {
		jane.pc = new RTCPeerConnection({ iceServers: [], iceTransportPolicy: 'all' });
		jane.pc.onicecandidate = ({ candidate }) => jane.candidates.push(candidate);
		jane.pc.ontrack = ({ track }) => jane.remote.addTrack(track);
	}
};
