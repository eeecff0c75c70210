import type { Step } from '../step';

/** With servers to ask, of STUN: whoever entered none has none (webrtc-pc, 4.2.2). */
export const johnCreatesPeerConnection: Step = {
	id: 'john-creates-peer-connection',
	john({ john, servers, RTCPeerConnection }) {
		john.pc = new RTCPeerConnection({ iceServers: servers.stun, iceTransportPolicy: 'all' });
		john.pc.onicecandidate = ({ candidate }) => john.candidates.push(candidate);
		john.pc.ontrack = ({ track }) => john.remote.addTrack(track);
	}
};
