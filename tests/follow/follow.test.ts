import { beforeEach, describe, expect, it } from 'vitest';
import { Follow } from '../../src/lib/state/follow.svelte';
import { groupPlaces, nameOfPlace, nameOfValue } from '../../src/lib/ui/sdp/places';
import { occurrences } from '../../src/lib/trace/occurrences';
import { OFFER, first, view } from './session';

describe('what is followed', () => {
	let follow: Follow;
	beforeEach(() => {
		follow = new Follow();
	});

	it('is nothing at first', () => {
		expect(follow.selected).toBeNull();
	});

	it('is the value that was chosen last, without where it stood', () => {
		follow.select({ kind: 'mid', value: '1' });
		follow.select({ kind: 'port', value: '5000', start: 3, end: 7 } as never);
		expect(follow.selected).toEqual({ kind: 'port', value: '5000' });
	});

	it('is nothing again when it is chosen twice, or cleared', () => {
		follow.select({ kind: 'mid', value: '1' });
		follow.select({ kind: 'mid', value: '1' });
		expect(follow.selected).toBeNull();
		follow.select({ kind: 'mid', value: '1' });
		follow.clear();
		expect(follow.selected).toBeNull();
	});

	it('lights what is the same and nothing else', () => {
		follow.select({ kind: 'payload type', value: '111', mid: '0' });
		expect(follow.isLit({ kind: 'payload type', value: '111', mid: '0' })).toBe(true);
		expect(follow.isLit({ kind: 'payload type', value: '111', mid: '1' })).toBe(false);
		expect(follow.isLit({ kind: 'port', value: '111' })).toBe(false);
	});
});

describe('the list of places', () => {
	const session = view();
	const value = first(OFFER, /^a=ice-ufrag:(\S+)/m);
	const places = occurrences(session, { kind: 'ufrag', value });
	const names = places.map((place) => nameOfPlace(place, session));

	it('names them in words', () => {
		expect(names).toContain('John’s local description, line 15');
		expect(names).toContain('John’s candidates, candidate 1');
		expect(names).toContain('Jane’s pairs, selected pair');
		expect(new Set(names).size).toBe(names.length);
	});

	it('joins what is in one place', () => {
		const groups = groupPlaces(places, session);
		const own = groups.find(({ name }) => name === 'John’s local description');
		expect(own?.places.map(({ short }) => short)).toEqual(['line 15', 'line 48', 'line 172']);
	});

	it('says what is followed', () => {
		expect(nameOfValue({ kind: 'payload type', value: '111', mid: '0' })).toBe(
			'payload type 111 of section 0'
		);
		expect(nameOfValue({ kind: 'foundation', value: '1', peer: 'john' })).toBe(
			'foundation 1 of John'
		);
	});
});
