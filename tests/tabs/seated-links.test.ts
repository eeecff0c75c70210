import { describe, expect, it } from 'vitest';
import { seatedAddress, type Seated } from '../../src/lib/ui/page/seated-links';

const ORIGIN = 'https://parley.example';
const TABS: Seated = { search: '?seat=john&room=2', fragment: '' };
const MACHINES: Seated = { search: '?seat=jane&by=broker', fragment: '#room=hall.key' };

const seated = (href: string, where: Seated, base = '') =>
	seatedAddress(new URL(href, `${ORIGIN}${base}/walk/glare/one`), where, { origin: ORIGIN, base });

describe('a link to a slide, for whoever sits in a room', () => {
	it.each([
		['/walk/connected', TABS, '/walk/connected?seat=john&room=2'],
		['/walk/glare/two', TABS, '/walk/glare/two?seat=john&room=2'],
		['/', TABS, '/?seat=john&room=2'],
		['/walk/connected?deck=a', TABS, '/walk/connected?deck=a&seat=john&room=2'],
		['/walk/connected', MACHINES, '/walk/connected?seat=jane&by=broker#room=hall.key'],
		// One address has one end: the page knows the room by what it has kept.
		['/walk/vocabulary#sdp', MACHINES, '/walk/vocabulary?seat=jane&by=broker#sdp']
	])('%s keeps the seat', (href, where, address) => {
		expect(seated(href, where)).toBe(address);
	});

	it('has the base path of the site', () => {
		expect(seated('/parley/walk/connected', TABS, '/parley')).toBe(
			'/parley/walk/connected?seat=john&room=2'
		);
		expect(seated('/walk/connected', TABS, '/parley')).toBeNull();
	});

	it.each([
		'/walk/connected?seat=jane',
		'/walk/connected?seat=john&room=2',
		'/stage/connected',
		'/inspect',
		'/repair',
		'/program/glare.html',
		'https://elsewhere.example/walk/connected',
		'mailto:ada@example.org'
	])('%s stays as it is', (href) => {
		for (const where of [TABS, MACHINES]) expect(seated(href, where)).toBeNull();
	});

	it('has the key where no server sees it, and nowhere else', () => {
		for (const href of ['/walk/connected', '/walk/connected?deck=a', '/walk/vocabulary#sdp']) {
			expect(seated(href, MACHINES)!.split('#')[0]).not.toContain('key');
		}
	});
});
