import type { Step } from '../step';

/** stable → have-local-offer (webrtc-pc, 4.4.2, setLocalDescription) */
export const johnSetsLocalDescription: Step = {
	id: 'john-sets-local-description',
	needs: 'stable',
	async john({ john }) {
		await john.pc.setLocalDescription();
	}
};
