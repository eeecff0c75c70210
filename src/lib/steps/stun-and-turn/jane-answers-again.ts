import type { Step } from '../step';

/** The same, and the two have other paths to choose from. */
export const janeAnswersAgain: Step = {
	id: 'jane-answers-again',
	gathers: true,
	async john({ john }) {
		const { description } = await john.receive();
		await john.pc.setRemoteDescription(description);
	},
	async jane({ jane }) {
		const gathered = new Promise((resolve) => {
			jane.pc.onicegatheringstatechange = () => {
				if (jane.pc.iceGatheringState === 'complete') resolve(true);
			};
		});
		await jane.pc.setLocalDescription();
		await gathered;
		jane.send({ description: jane.pc.localDescription });
	}
};
