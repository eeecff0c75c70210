import type { Step } from '../step';

export const johnSendsText: Step = {
	id: 'john-sends-text',
	needs: 'stable',
	john({ john }) {
		john.chat.send('Hello, Jane');
	}
};
