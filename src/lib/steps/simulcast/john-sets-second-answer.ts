import type { Step } from '../step';

/** have-local-offer → stable, with all encodings (webrtc-pc, 4.4.1.5) */
export const johnSetsSecondAnswer: Step = {
	id: 'john-sets-second-answer',
	needs: 'have-local-offer',
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	}
};
