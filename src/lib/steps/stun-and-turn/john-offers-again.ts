import type { Step } from '../step';

/** stable → have-local-offer, with all addresses (RFC 9429, 5.2.2) */
export const johnOffersAgain: Step = {
	id: 'john-offers-again',
	needs: 'stable',
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
		john.send({ description: john.pc.localDescription });
	}
};
