import type { Step } from '../step';

/** As it was entered. It counts when candidates are gathered the next time. */
export const johnHasPassword: Step = {
	id: 'john-has-password',
	needs: 'have-local-offer',
	john({ john, servers }) {
		john.pc.setConfiguration({ ...john.pc.getConfiguration(), iceServers: servers.turn });
	}
};
