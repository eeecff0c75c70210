import type { Step } from '../step';

export const johnCreatesPeerConnection: Step = {
	id: 'john-creates-peer-connection',
	john({ john, RTCPeerConnection }) {
		john.pc = new RTCPeerConnection();
		john.pc.onicecandidate = ({ candidate }) => john.send({ candidate });
		john.pc.ontrack = ({ track }) => john.remote.addTrack(track);
	}
};
