import { describe, expect, it } from 'vitest';
import { pathOfSlide, slugIn } from '../../src/lib/deck/slide-path';
import { match } from '../../src/params/walk';

describe('the slide that a path names', () => {
	it('is the one that the path was made for', () => {
		expect(slugIn('walk', pathOfSlide('walk', 'vocabulary'))).toBe('vocabulary');
		expect(slugIn('stage', pathOfSlide('stage', 'vocabulary'))).toBe('vocabulary');
	});

	it.each([
		['walk', '/', ''],
		['walk', '/walk', ''],
		['walk', '/walk/', ''],
		['walk', '/walk/vocabulary/', 'vocabulary'],
		['walk', '/walk/trickle/connected', 'trickle/connected'],
		['stage', '/stage/trickle/connected', 'trickle/connected'],
		['stage', '/stage', ''],
		['stage', '/stage/', '']
	] as const)('in the %s is at %s “%s”', (place, path, slug) => {
		expect(slugIn(place, path)).toBe(slug);
	});

	it.each([
		['walk', '/stage/vocabulary'],
		['walk', '/inspect'],
		['walk', '/walkway'],
		['walk', '/walk/trickle/connected/more'],
		['walk', '/walk/%E0%A4%A'],
		['stage', '/'],
		['stage', '/walk/vocabulary']
	] as const)('is none in the %s at %s', (place, path) => {
		expect(slugIn(place, path)).toBe(null);
	});
});

describe('the pages of the walk', () => {
	it.each(['', 'walk', 'walk/vocabulary', 'walk/trickle/connected'])(
		'have the path “%s”',
		(path) => {
			expect(match(path)).toBe(true);
		}
	);

	it.each(['inspect', 'walkway', 'walk/', 'walk/trickle/connected/more', 'a/walk'])(
		'do not have the path “%s”',
		(path) => {
			expect(match(path)).toBe(false);
		}
	);
});
