import type { Step } from '../step';

/** He is impolite (webrtc-pc, 10.7): no call of the API, and no state changes. */
export const johnIgnoresOffer: Step = {
	id: 'john-ignores-offer',
	needs: 'have-local-offer',
	async john({ john }) {
		const { description } = await john.receive('description');
		const collides = description.type === 'offer' && john.pc.signalingState !== 'stable';
		// John is impolite: his own offer stands.
		if (collides) return;
		await john.pc.setRemoteDescription(description);
	}
};
