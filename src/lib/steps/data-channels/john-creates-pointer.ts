import type { Step } from '../step';

/** No offer: the channel is opened within SCTP (RFC 8832, 5.1). */
export const johnCreatesPointer: Step = {
	id: 'john-creates-pointer',
	needs: 'stable',
	john({ john }) {
		const pointer = john.pc.createDataChannel('pointer', { ordered: false, maxRetransmits: 0 });
		pointer.onopen = () => pointer.send('x 120, y 80');
	}
};
