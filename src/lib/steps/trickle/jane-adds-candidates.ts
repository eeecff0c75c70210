import type { Step } from '../step';

export const janeAddsCandidates: Step = {
	id: 'jane-adds-candidates',
	needs: 'have-remote-offer',
	async jane({ jane }) {
		for (const candidate of jane.early.splice(0)) {
			await jane.pc.addIceCandidate(candidate);
		}
		jane.oncandidate = (candidate) => jane.pc.addIceCandidate(candidate);
	}
};
