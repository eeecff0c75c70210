import type { Step } from '../step';

/** Jane: have-remote-offer → stable. John: have-local-offer → stable. Both in one step: Firefox gives up in five seconds. */
export const janeAnswers: Step = {
	id: 'jane-answers',
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
