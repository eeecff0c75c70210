import type { Step } from '../step';

export const johnHangsUp: Step = {
	id: 'john-hangs-up',
	awaits: 'connected',
	ends: true,
	john({ john }) {
		john.send({ bye: true });
		john.pc.close();
		for (const track of john.stream.getTracks()) track.stop();
	},
	async jane({ jane }) {
		await jane.receive();
		jane.pc.close();
	}
};
