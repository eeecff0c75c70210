import { describe, expect, it } from 'vitest';

import { madeIn, placeOf } from '../../src/lib/ui/focus/about';
import { viewAfter } from './recorded';
import { STEPS } from '../call/course';

describe('what a moment is about is told in full', () => {
	it.each(STEPS.map(({ id }) => id))('where the code is, before %s', (id) => {
		expect(placeOf({ slug: id, step: id, kind: 'before' })).toBe('step');
	});

	it.each([
		['john-creates-offer', 'descriptions'],
		['john-sets-local-description', 'step'],
		['john-sends-offer', 'wire'],
		['john-sends-candidate', 'candidates']
	])('after %s where the first of its lines is from: %s', (slug, place) => {
		expect(placeOf({ slug, step: slug, kind: 'after' })).toBe(place);
	});

	it('on slides between steps as well, and of all others among the descriptions', () => {
		const idea = (slug: string) => placeOf({ slug, step: null, kind: 'only' });
		expect(idea('candidates-appear')).toBe('candidates');
		expect(idea('connected')).toBe('step');
		expect(idea('where-next')).toBe('descriptions');
	});
});

describe('the description that a step has made', () => {
	const made = (step: string, steps: number) => madeIn(viewAfter(steps), step);

	it('is the offer of the one and the answer of the other', () => {
		expect(made('john-creates-offer', 4)).toMatchObject({
			peer: 'john',
			description: { type: 'offer', sdp: expect.stringMatching(/^v=0/) }
		});
		expect(made('jane-creates-answer', 11)).toMatchObject({
			peer: 'jane',
			description: { type: 'answer' }
		});
	});

	it('is none before it was made, and of a step that makes none', () => {
		expect(made('john-creates-offer', 3)).toBeNull();
		expect(made('john-sends-offer', 6)).toBeNull();
		expect(madeIn(viewAfter(4), null)).toBeNull();
	});
});
