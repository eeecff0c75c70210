import type { Step } from '../step';

/** stable → have-local-offer, with credentials that are new (RFC 9429, 5.2.2; RFC 8839, 4.4.1.1.1) */
export const johnSetsLocalDescription: Step = {
	id: 'john-sets-local-description',
	needs: 'stable',
	async john({ john }) {
		await john.pc.setLocalDescription();
	}
};
