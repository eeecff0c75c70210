import { finding } from '../finding';

/** What is said of each provisional answer: tried, it is refused before it is read. */
export const PROVISIONAL = finding({
	id: 'answer.provisional',
	severity: 'will bite',
	claim:
		'Firefox does not have provisional answers: it refuses whatever it is given with the type pranswer.',
	todo: 'Wait for the final answer, or hand this one over as the answer where no other will follow.',
	source: 'RFC 9429, 4.1.10.1; webrtc-pc, 4.6.1',
	refusedBy: ['Firefox']
});
