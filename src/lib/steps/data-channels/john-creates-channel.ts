import type { Step } from '../step';

/** The first one needs a section, and so an offer (webrtc-pc, 6.1, createDataChannel). */
export const johnCreatesChannel: Step = {
	id: 'john-creates-channel',
	needs: 'stable',
	john({ john }) {
		john.chat = john.pc.createDataChannel('chat');
	}
};
