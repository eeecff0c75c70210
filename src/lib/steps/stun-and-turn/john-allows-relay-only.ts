import type { Step } from '../step';

/** What the policy forbids is not gathered the next time (webrtc-pc, 4.2.3, RTCIceTransportPolicy). */
export const johnAllowsRelayOnly: Step = {
	id: 'john-allows-relay-only',
	needs: 'have-local-offer',
	john({ john }) {
		john.pc.setConfiguration({ ...john.pc.getConfiguration(), iceTransportPolicy: 'relay' });
	}
};
