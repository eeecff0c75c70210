import type { Step } from '../step';

export const johnHangsUp: Step = {
	id: 'john-hangs-up',
	ends: true,
	john({ john }) {
		john.send({ bye: true });
		for (const { track } of john.pc.getSenders()) track?.stop();
		john.pc.close();
	},
	async jane({ jane }) {
		await jane.receive();
		for (const { track } of jane.pc.getSenders()) track?.stop();
		jane.pc.close();
	}
};
