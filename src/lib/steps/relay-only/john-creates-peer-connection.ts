import type { Step } from '../step';

/** Relayed candidates alone, and no server to lend one (webrtc-pc, 4.2.3, RTCIceTransportPolicy). */
export const johnCreatesPeerConnection: Step = {
	id: 'john-creates-peer-connection',
	john({ john, RTCPeerConnection }) {
		john.pc = new RTCPeerConnection({ iceServers: [], iceTransportPolicy: 'relay' });
		john.pc.onicecandidate = ({ candidate }) => john.candidates.push(candidate);
		john.pc.ontrack = ({ track }) => john.remote.addTrack(track);
	}
};
