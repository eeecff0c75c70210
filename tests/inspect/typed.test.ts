import { describe, expect, it } from 'vitest';
import { findingsOf } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const json = (type: string, text: string) => JSON.stringify({ type, sdp: text });
const first = async (text: string) => (await findingsOf(text))[0];

describe('an answer that leaves the DTLS role open breaks the call', () => {
	it.for([
		['JSON', json('answer', OFFER)],
		['JSON, the type behind', JSON.stringify({ sdp: OFFER, type: 'answer' })],
		[
			'JSON in a message',
			JSON.stringify({ to: 'john', data: JSON.stringify({ type: 'answer', sdp: OFFER }) })
		],
		['a line of a console', `[12:04] received ${json('answer', OFFER)}`],
		[
			'what Go prints of pion',
			`webrtc.SessionDescription{Type:3, SDP:${JSON.stringify(OFFER)}, parsed:(*sdp.SessionDescription)(nil)}`
		],
		['a literal of a program', `const it = { type: 'answer', sdp: \`${OFFER}\` };`]
	])('where it is its type: %s', async ([, text]) => {
		expect(await first(text!)).toMatchObject({
			id: 'sdp.setup-open',
			severity: 'breaks the call',
			isCertain: true,
			refusedBy: ['Chromium', 'Firefox']
		});
	});

	it.for([
		['prose', `Here is the answer:\n\n${OFFER}`],
		['a heading', `answer sdp\n${OFFER}`],
		['a name', JSON.stringify({ answer: OFFER })],
		['a type of provisional answers', json('pranswer', OFFER)],
		['the type of what carries it', JSON.stringify({ messageType: 'answer', body: OFFER })]
	])('and may be an offer where it is a word beside it: %s', async ([, text]) => {
		const found = (await findingsOf(text!)).find(({ id }) => id === 'sdp.setup-open');
		expect(found).toMatchObject({ severity: 'worth knowing', isCertain: false, refusedBy: [] });
	});

	it('and leaves nothing open where the section decides that is bundled with', async () => {
		const one = OFFER.replace('a=setup:actpass', 'a=setup:active');
		const ids = (await findingsOf(json('answer', one))).map(({ id }) => id);
		expect(ids).not.toContain('sdp.setup-open');
	});
});
