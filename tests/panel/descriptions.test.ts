import { describe, expect, it } from 'vitest';
import { diff } from '../../src/lib/sdp';
import { descriptionsOf, idInHash, type Compared } from '../../src/lib/ui/panel/descriptions';
import { madeInternals, shown } from '../inspect/made';
import { exchanges } from '../sdp/exchanges';
import { finding } from '../sdp/small-answers';

type Log = readonly (readonly [string, unknown])[];

const set = (side: 'Local' | 'Remote', type: string, sdp: string): Log => [
	[`set${side}Description`, { type, sdp }],
	[`set${side}DescriptionOnSuccess`, null]
];
const created = (sdp: string): Log => [
	['createOffer', {}],
	['createOfferOnSuccess', { type: 'offer', sdp }]
];

/** What the current remote description of the only peer that was recorded is compared with. */
function answerIn(...log: Log[]): Compared[] {
	const { view } = shown(madeInternals(log.flat(), []));
	return descriptionsOf(view).find(({ name }) => name === 'current remote')!.comparisons;
}

describe('an answer', () => {
	const [first, second] = exchanges('dtls-role-flipped') as [
		{ offer: string; answer: string },
		{ offer: string; answer: string }
	];
	const call = [set('Local', 'offer', first.offer), set('Remote', 'answer', first.answer)];

	it('is compared with the offer that it settles, though nothing of the other peer was recorded', () => {
		expect(answerIn(...call)).toEqual([
			{ label: 'What became of the offer', before: first.offer, relation: 'answer' }
		]);
	});

	it('is not compared with an offer that is pending since', () => {
		const [{ before }] = answerIn(...call, set('Local', 'offer', second.offer)) as [Compared];
		expect(before).toBe(first.offer);
		const theirs = answerIn(...call, set('Remote', 'offer', second.answer)) as [Compared];
		expect(theirs.map((one) => one.before)).toEqual([first.offer]);
	});

	it('is seen against the exchange that it renegotiates, whose DTLS association stands', () => {
		const again = [set('Local', 'offer', second.offer), set('Remote', 'answer', second.answer)];
		const [{ before, relation, standing }] = answerIn(...call, ...again) as [Compared];
		expect(standing).toEqual(first);
		expect(finding(diff(before, second.answer, relation, standing), 'setup')?.meaning).toMatch(
			/the answerer is passive in the DTLS association that stands/
		);
	});
});

describe('a description that was set', () => {
	it('is compared with what was created for it, and not with what was created since', () => {
		const offer = (version: number, more = '') =>
			`v=0\r\no=- 7 ${version} IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n${more}`;
		const log = [
			created(offer(1)),
			set('Local', 'offer', offer(1, 'a=ice-lite\r\n')),
			created(offer(2))
		];
		const { view } = shown(madeInternals(log.flat(), []));
		expect(descriptionsOf(view)[0]?.comparisons).toEqual([
			{ label: 'What changed since createOffer', before: offer(1), relation: 'revision' }
		]);
	});
});

describe('a description that was refused', () => {
	const [{ offer, answer }] = exchanges('dtls-role-flipped') as [{ offer: string; answer: string }];
	const swapped = answer.replaceAll('a=setup:active', 'a=setup:actpass');
	const refused: Log = [
		['setRemoteDescription', { type: 'answer', sdp: swapped }],
		['setRemoteDescriptionOnFailure', 'Failed to set remote answer sdp.']
	];
	const names = (...log: Log[]) =>
		descriptionsOf(shown(madeInternals(log.flat(), [])).view).map(({ name }) => name);

	it('is read like those that a peer has, and held against the offer that it was to answer', () => {
		const { view } = shown(madeInternals([...set('Local', 'offer', offer), ...refused], []));
		expect(descriptionsOf(view).at(-1)).toMatchObject({
			id: expect.stringMatching(/^(john|jane)-remote-refused$/),
			name: 'refused remote',
			description: { type: 'answer', sdp: swapped },
			comparisons: [{ label: 'What became of the offer', before: offer, relation: 'answer' }]
		});
	});

	it('is gone once another one was taken in its place', () => {
		const offered = set('Local', 'offer', offer);
		expect(names(offered, refused)).toEqual(['pending local', 'refused remote']);
		expect(names(offered, refused, set('Remote', 'answer', answer))).toEqual([
			'current local',
			'current remote'
		]);
	});
});

describe('a link to a line', () => {
	it.each(['jane-local', 'john-remote', 'john-remote-refused'])('names %s', (id) => {
		expect(idInHash(`#${id}-12`)).toBe(id);
	});

	it.each(['#john-remote', '#tab-wire', '#john-created-12', '#anna-local-1'])(
		'is none: %s',
		(hash) => {
			expect(idInHash(hash)).toBeNull();
		}
	);
});
