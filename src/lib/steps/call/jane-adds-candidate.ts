import type { Step } from '../step';

export const janeAddsCandidate: Step = {
	id: 'jane-adds-candidate',
	needs: 'stable',
	async jane({ jane }) {
		const { candidate } = await jane.receive();
		await jane.pc.addIceCandidate(candidate);
	}
};
