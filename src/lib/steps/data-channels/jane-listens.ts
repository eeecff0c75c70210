import type { Step } from '../step';

/** What comes before there is a handler is lost, so it is set in the very event. */
export const janeListens: Step = {
	id: 'jane-listens',
	needs: 'have-remote-offer',
	jane({ jane }) {
		jane.pc.ondatachannel = ({ channel }) => {
			channel.onmessage = ({ data }) => channel.send(`Jane has read: ${data}`);
		};
	}
};
