import type { Step } from '../step';

/** No offer: the channel is opened within SCTP (RFC 8832, 5.1). */
export const johnCreatesPointer: Step = {
	id: 'john-creates-pointer',
	needs: 'stable',
	john({ john }) {
		john.pointer = john.pc.createDataChannel('pointer', { ordered: false, maxRetransmits: 0 });
		john.pointer.onopen = () => john.pointer.send('x 120, y 80');
	}
};
