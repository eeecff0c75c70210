import type { Step } from '../step';

/** A key pair, and a certificate that is signed with its own key (webrtc-pc, 4.9). */
export const johnMakesCertificate: Step = {
	id: 'john-makes-certificate',
	async john({ john, RTCPeerConnection }) {
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
		john.certificate = await RTCPeerConnection.generateCertificate(algorithm);
	}
};
