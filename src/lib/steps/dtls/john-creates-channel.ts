import type { Step } from '../step';

/** Something to agree on: without it, an offer has no section, and so no handshake. */
export const johnCreatesChannel: Step = {
	id: 'john-creates-channel',
	needs: 'stable',
	john({ john }) {
		john.chat = john.pc.createDataChannel('chat');
	}
};
