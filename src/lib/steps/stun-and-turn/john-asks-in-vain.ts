import type { Step } from '../step';

/** have-local-offer → have-local-offer: an offer in the place of one that nobody was sent (RFC 9429, 3.2) */
export const johnAsksInVain: Step = {
	id: 'john-asks-in-vain',
	needs: 'have-local-offer',
	gathers: true,
	async john({ john }) {
		const gathered = new Promise((resolve) => {
			john.pc.onicegatheringstatechange = () => {
				if (john.pc.iceGatheringState === 'complete') resolve(true);
			};
		});
		john.pc.restartIce();
		await john.pc.setLocalDescription();
		await gathered;
	}
};
