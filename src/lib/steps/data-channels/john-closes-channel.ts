import type { Step } from '../step';

/** Its streams are reset, and the others go on (RFC 8831, 6.7). */
export const johnClosesChannel: Step = {
	id: 'john-closes-channel',
	needs: 'stable',
	john({ john }) {
		john.chat.close();
	}
};
