import type { Step } from '../step';

/** stable → have-local-offer (RFC 9429, 5.2.2) */
export const johnSetsLocalDescription: Step = {
	id: 'john-sets-local-description',
	needs: 'stable',
	async john({ john }) {
		await john.pc.setLocalDescription();
	}
};
