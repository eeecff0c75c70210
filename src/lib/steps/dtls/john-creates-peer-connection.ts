import type { Step } from '../step';

export const johnCreatesPeerConnection: Step = {
	id: 'john-creates-peer-connection',
	john({ john, RTCPeerConnection }) {
		john.pc = new RTCPeerConnection({ certificates: [john.certificate] });
		john.pc.onicecandidate = ({ candidate }) => john.candidates.push(candidate);
	}
};
