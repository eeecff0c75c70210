import type { Step } from '../step';

/** Without a remote description it is refused (webrtc-pc, 4.4.2, addIceCandidate). */
export const janeAddsCandidateTooEarly: Step = {
	id: 'jane-adds-candidate-too-early',
	needs: 'stable',
	async jane({ jane }) {
		const { candidate } = await jane.receive('candidate');
		try {
			await jane.pc.addIceCandidate(candidate);
		} catch {
			// No remote description yet. The browser does not keep the candidate, so Jane does.
			jane.early.push(candidate);
		}
	}
};
