import type { Step } from '../step';

/** Nobody is asked before candidates are gathered the next time (RFC 9429, 4.1.18). */
export const johnHasWrongPassword: Step = {
	id: 'john-has-wrong-password',
	needs: 'have-local-offer',
	john({ john, servers }) {
		john.pc.setConfiguration({
			...john.pc.getConfiguration(),
			iceServers: servers.turn.map((server) => ({ ...server, credential: 'wrong' }))
		});
	}
};
