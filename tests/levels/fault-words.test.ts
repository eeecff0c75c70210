import { expect, it } from 'vitest';
import { CHANGES } from '../../src/lib/breaks';
import type { LevelFault } from '../../src/lib/levels';
import { faultWords } from '../../src/lib/levels/fault-words';

const TITLES = {
	'jane-adds-tracks': 'Jane adds her tracks',
	'jane-creates-answer': 'Jane answers'
};

it.each<[LevelFault, string]>([
	[
		{ do: 'change', to: 'jane', of: 'offer', change: 'fingerprint-digit' },
		'the offer to Jane: one digit of the fingerprint changed'
	],
	[
		{ do: 'change', to: 'john', of: 'candidate', change: 'another-port' },
		'each candidate to John: its port changed to 9'
	],
	[{ do: 'lose', to: 'john', of: 'answer' }, 'the answer to John lost'],
	[
		{ do: 'configure', peer: 'john', configuration: { iceTransportPolicy: 'relay' } },
		'John’s connection made with iceTransportPolicy: "relay"'
	],
	[
		{ do: 'move', step: 'jane-adds-tracks', behind: 'jane-creates-answer' },
		'‘Jane adds her tracks’ after ‘Jane answers’'
	]
])('a fault is told by what it did: %j', (fault, words) => {
	expect(faultWords(fault, TITLES)).toBe(words);
});

it.each(CHANGES.map(({ id }) => id))('the change %s is told in words', (change) => {
	const fault = { do: 'change', to: 'jane', of: 'offer', change } as const;
	expect(faultWords(fault, {})).not.toContain(change);
});
