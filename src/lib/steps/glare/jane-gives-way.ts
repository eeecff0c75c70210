import type { Step } from '../step';

/** have-local-offer → stable → have-remote-offer (webrtc-pc, 4.4.2, setRemoteDescription; RFC 9429, 5.7) */
export const janeGivesWay: Step = {
	id: 'jane-gives-way',
	needs: 'have-local-offer',
	async jane({ jane }) {
		const { description } = await jane.receive('description');
		// Jane is polite: her own offer is taken back first, by the browser.
		await jane.pc.setRemoteDescription(description);
	}
};
