import { expect, it } from 'vitest';
import { CHANGES, deedWords, type Deed, type Told } from '../../src/lib/breaks';

const to = (peer: 'john' | 'jane') => ({ peer, message: 1 });

it.each<[string, Deed, Told?]>([
	[
		'The offer to Jane: one digit of the fingerprint changed',
		{ do: 'change', change: 'fingerprint-digit', ...to('jane') },
		{ message: 'offer' }
	],
	[
		'The answer to John: 3 lines changed by hand',
		{
			do: 'edit',
			edits: [
				{ at: 1, removes: 2, adds: ['x'] },
				{ at: 7, removes: 0, adds: ['y'] }
			],
			...to('john')
		},
		{ message: 'answer' }
	],
	[
		'A candidate to John: one line changed by hand',
		{ do: 'edit', edits: [{ at: 1, removes: 1, adds: ['x'] }], ...to('john') },
		{ message: 'candidate' }
	],
	['A candidate to John is lost', { do: 'drop', ...to('john') }, { message: 'candidate' }],
	['A message to John comes twice', { do: 'repeat', ...to('john') }],
	[
		'The offer to Jane comes after all others that wait',
		{ do: 'postpone', ...to('jane') },
		{ message: 'offer' }
	],
	['The offer to Jane goes back to John', { do: 'return', ...to('jane') }, { message: 'offer' }],
	['From now on relay candidates alone reach Jane', { do: 'filter', keeps: 'relay', peer: 'jane' }],
	[
		'From now on server reflexive candidates alone reach John',
		{ do: 'filter', keeps: 'srflx', peer: 'john' }
	],
	['From now on no candidate reaches Jane', { do: 'filter', keeps: 'none', peer: 'jane' }],
	['From now on nothing reaches Jane', { do: 'silence', peer: 'jane' }],
	['John wants a new search for a path: restartIce', { do: 'restart', peer: 'john' }],
	['Jane makes a data channel', { do: 'channel', peer: 'jane' }],
	['Jane’s connection is closed, and nobody is told', { do: 'close', peer: 'jane' }],
	['John makes an offer, whatever Jane does', { do: 'offer', peer: 'john' }],
	['The next step is left out', { do: 'skip' }],
	['‘John creates an offer’ is left out', { do: 'skip' }, { title: 'John creates an offer' }],
	[
		'‘John creates an offer’ once more',
		{ do: 'step', step: 'john-creates-offer' },
		{ title: 'John creates an offer' }
	],
	[
		'‘John creates an offer’ too early',
		{ do: 'step', step: 'john-creates-offer' },
		{ title: 'John creates an offer', isEarly: true }
	],
	['‘john-creates-offer’ once more', { do: 'step', step: 'john-creates-offer' }]
])('“%s”', (words, deed, told) => {
	expect(deedWords(deed, told)).toBe(words);
});

it('each ready-made change can be told', () => {
	const all = CHANGES.map(({ id }) => deedWords({ do: 'change', change: id, ...to('jane') }));
	expect(new Set(all).size).toBe(CHANGES.length);
	for (const words of all) expect(words).toMatch(/^A message to Jane: .+[^.]$/);
});
