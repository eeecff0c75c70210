import type { Step } from '../step';

export const theyHangUp: Step = {
	id: 'they-hang-up',
	awaits: 'connected',
	ends: true,
	john({ john }) {
		john.send({ bye: true });
		john.pc.close();
	},
	async jane({ jane }) {
		await jane.receive();
		jane.pc.close();
	}
};
