import type { Step } from '../step';

export const johnAddsCandidates: Step = {
	id: 'john-adds-candidates',
	needs: 'have-local-offer',
	john({ john }) {
		john.oncandidate = (candidate) => john.pc.addIceCandidate(candidate);
	}
};
