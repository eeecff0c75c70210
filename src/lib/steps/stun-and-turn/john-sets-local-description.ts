import type { Step } from '../step';

/** stable → have-local-offer; and it waits until all addresses are found, to see all that comes (RFC 9429, 3.5.1) */
export const johnSetsLocalDescription: Step = {
	id: 'john-sets-local-description',
	needs: 'stable',
	gathers: true,
	async john({ john }) {
		const gathered = new Promise((resolve) => {
			john.pc.onicegatheringstatechange = () => {
				if (john.pc.iceGatheringState === 'complete') resolve(true);
			};
		});
		await john.pc.setLocalDescription();
		await gathered;
	}
};
