import type { Step } from '../step';

/** The last one sent is null: the end of candidates (RFC 8838, 13). */
export const remainingCandidates: Step = {
	id: 'remaining-candidates',
	needs: 'stable',
	gathers: true,
	async john({ john }) {
		async function sendAll() {
			let candidate;
			do {
				candidate = await john.candidates.next();
				john.send({ candidate });
			} while (candidate);
		}
		async function addAll() {
			let arrived;
			do {
				arrived = await john.receive();
				await john.pc.addIceCandidate(arrived.candidate);
			} while (arrived.candidate);
		}
		// Both at once: where a server is slow to answer, the last of one's own come late.
		await Promise.all([sendAll(), addAll()]);
	},
	async jane({ jane }) {
		async function sendAll() {
			let candidate;
			do {
				candidate = await jane.candidates.next();
				jane.send({ candidate });
			} while (candidate);
		}
		async function addAll() {
			let arrived;
			do {
				arrived = await jane.receive();
				await jane.pc.addIceCandidate(arrived.candidate);
			} while (arrived.candidate);
		}
		// Both at once: where a server is slow to answer, the last of one's own come late.
		await Promise.all([sendAll(), addAll()]);
	}
};
