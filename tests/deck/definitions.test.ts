import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definitionsIn } from '../../src/lib/deck/definitions';
import { TERMS } from '../../src/lib/deck/terms.js';

const slide = readFileSync('content/01-call/01-opening/03-vocabulary.md', 'utf8');

describe('the definitions of a vocabulary', () => {
	it('are read with their ids, their words and what they mean', () => {
		const text = '<dl><dt id="ice">ICE</dt>\n<dd>Tries <code>paths</code>.</dd></dl>';
		expect(definitionsIn(text)).toEqual({
			ice: { word: 'ICE', html: 'Tries <code>paths</code>.' }
		});
	});

	it('are there for each word that slides link, and for no other', () => {
		const ids = TERMS.map(({ id }) => id);
		expect(Object.keys(definitionsIn(slide)).sort()).toEqual([...ids].sort());
	});

	it('are none where a text defines nothing', () => {
		expect(definitionsIn('ICE tries paths.')).toEqual({});
	});
});
