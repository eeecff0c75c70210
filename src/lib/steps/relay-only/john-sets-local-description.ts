import type { Step } from '../step';

/** stable → have-local-offer; what the policy forbids is not gathered (RFC 9429, 3.5.3) */
export const johnSetsLocalDescription: Step = {
	id: 'john-sets-local-description',
	needs: 'stable',
	async john({ john }) {
		await john.pc.setLocalDescription();
	}
};
