import type { Step } from '../step';

export const johnAddsCandidate: Step = {
	id: 'john-adds-candidate',
	needs: 'stable',
	async john({ john }) {
		const { candidate } = await john.receive();
		await john.pc.addIceCandidate(candidate);
	}
};
