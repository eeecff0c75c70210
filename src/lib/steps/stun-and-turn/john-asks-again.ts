import type { Step } from '../step';

/** The same, and the server knows him now (RFC 8656, 7) */
export const johnAsksAgain: Step = {
	id: 'john-asks-again',
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
