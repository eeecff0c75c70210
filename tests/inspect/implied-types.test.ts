import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');
const withRole = (text: string, role: string) => text.replace(/^a=setup:\w+/gm, `a=setup:${role}`);

function read(...parts: readonly string[]) {
	const found = recognise(parts.join('\n'));
	if (!('exchanges' in found)) throw new Error(found.sentence);
	return { types: found.descriptions.map(({ type }) => type), exchanges: found.exchanges };
}

describe('of two descriptions of two sides that nobody labelled the first offers', () => {
	it.each([
		['passive', 'active'],
		['active', 'passive']
	])('also with a role that it fixed: %s', async (offered, answered) => {
		const parts = [withRole(OFFER, offered), withRole(ANSWER, answered)];
		expect(read(...parts)).toEqual({ types: ['offer', 'answer'], exchanges: [[0, 1]] });
		expect((await mattersIn(parts.join('\n'))).filter((id) => id.startsWith('answer.'))).toEqual(
			[]
		);
	});

	it('and that both have the same role is said', async () => {
		const parts = [withRole(OFFER, 'passive'), withRole(ANSWER, 'passive')];
		expect(read(...parts)).toEqual({ types: ['offer', 'answer'], exchanges: [[0, 1]] });
		expect(await mattersIn(parts.join('\n'))).toContain('answer.setup');
	});

	it('and where one is labelled the other is what it is not', () => {
		const [first, second] = [withRole(OFFER, 'passive'), withRole(ANSWER, 'active')];
		expect(read(first, 'answer:', second).types).toEqual(['offer', 'answer']);
		expect(read('answer:', second, 'and this:', first)).toEqual({
			types: ['answer', 'offer'],
			exchanges: [[1, 0]]
		});
	});

	it.each<[what: string, parts: readonly string[], types: readonly (string | null)[]]>([
		['one alone', [withRole(ANSWER, 'passive')], ['answer']],
		[
			'two of one side',
			[ANSWER, ANSWER.replace(/^(o=\S+ \S+) \S+/m, '$1 9')],
			['answer', 'answer']
		],
		[
			'two that are called answers',
			['answer', withRole(OFFER, 'active'), 'answer', ANSWER],
			['answer', 'answer']
		],
		['an answer in front of its offer', [ANSWER, OFFER], ['answer', 'offer']],
		['an answer that leaves its role open', ['answer', OFFER, ANSWER], ['answer', 'answer']]
	])('but not %s', (_, parts, types) => {
		expect(read(...parts).types).toEqual(types);
	});
});

describe('of one alone with a role that it fixed', () => {
	const fixed = withRole(OFFER, 'passive');

	it.each([
		['Send client sdp: ', 'I (9700) AGENT: Start agent as Controlling', 'offer'],
		['Local SDP:\n', 'ICE role: controlling', 'offer'],
		['Received remote sdp: ', 'ice: role=CONTROLLED', 'offer'],
		['Send client sdp: ', 'I (9700) AGENT: Start agent as Controlled', 'answer'],
		['Remote SDP:\n', 'ICE role: controlling', 'answer'],
		['Answer: send client sdp: ', 'Start agent as Controlling', 'answer'],
		['sdp: ', 'Start agent as Controlling', 'answer'],
		['Send client sdp: ', 'controlling: [candidate] controlled', 'answer'],
		['Send client sdp: ', 'AGENT: Start agent', 'answer']
	])('%j and %j tell that it is of this type: %s', (front, behind, type) => {
		expect(read(`${front}${fixed}${behind}`).types).toEqual([type]);
	});
});

describe('where a line names both an offer and an answer', () => {
	it.each([
		'12:00:01 answer SDP offer id 7',
		'[INFO] answer SDP for the offer',
		'Sending answer to offer:'
	])('the role that a description has taken tells that it answers: %s', async (line) => {
		const text = `Offer:\n${OFFER}\nAnswer:\n${line}\n${ANSWER}`;
		expect(read(text)).toEqual({ types: ['offer', 'answer'], exchanges: [[0, 1]] });
		expect(await mattersIn(text)).toEqual([]);
	});

	it('the last word is believed of a role that is open', () => {
		expect(read(`Got no answer, sending an offer:\n${OFFER}`).types).toEqual(['offer']);
		expect(read(`Got an offer, sending an answer:\n${OFFER}`).types).toEqual(['answer']);
	});
});
