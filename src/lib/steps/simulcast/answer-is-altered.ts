import type { Step } from '../step';

/** What an SFU would have answered: the last section takes all three (RFC 8853, 5.3.2). */
export const answerIsAltered: Step = {
	id: 'answer-is-altered',
	async john({ wire }) {
		await wire.alter('description', ({ type, sdp = '' }) => ({
			type,
			sdp: [
				sdp.trimEnd(),
				'a=rid:q recv',
				'a=rid:h recv',
				'a=rid:f recv',
				'a=simulcast:recv q;h;f\r\n'
			].join('\r\n')
		}));
	}
};
