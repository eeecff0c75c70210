import type { Step } from '../step';

/** Nothing fires outside stable (webrtc-pc, 4.7.3). */
export const johnAddsOneMore: Step = {
	id: 'john-adds-one-more',
	needs: 'have-local-offer',
	john({ john }) {
		john.pc.addTransceiver('audio', { direction: 'recvonly' });
	}
};
