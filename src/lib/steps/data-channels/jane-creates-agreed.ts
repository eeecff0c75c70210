import type { Step } from '../step';

/** The same number, and so the same channel (RFC 8831, 6.4). */
export const janeCreatesAgreed: Step = {
	id: 'jane-creates-agreed',
	needs: 'stable',
	jane({ jane }) {
		jane.agreed = jane.pc.createDataChannel('agreed', { negotiated: true, id: 100 });
		jane.agreed.onopen = () => jane.agreed.send('Nobody told me of this channel.');
	}
};
