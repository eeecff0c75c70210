import type { Step } from '../step';

/** stable → have-local-offer; candidates may come from here on (RFC 9429, 4.1.11 and 3.5.1) */
export const johnSetsLocalDescription: Step = {
	id: 'john-sets-local-description',
	needs: 'stable',
	async john({ john }) {
		await john.pc.setLocalDescription(john.offer);
	}
};
