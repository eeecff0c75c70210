import type { Step } from '../step';

/** The offer that Jane is sent, with the addresses that are left in it */
export const johnOffers: Step = {
	id: 'john-offers',
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
		john.send({ description: john.pc.localDescription });
	}
};
