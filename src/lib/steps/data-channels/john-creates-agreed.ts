import type { Step } from '../step';

/** Nothing is said of it (webrtc-pc, 6.2, negotiated). */
export const johnCreatesAgreed: Step = {
	id: 'john-creates-agreed',
	needs: 'stable',
	john({ john }) {
		john.agreed = john.pc.createDataChannel('agreed', { negotiated: true, id: 100 });
	}
};
