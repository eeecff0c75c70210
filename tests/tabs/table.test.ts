import { describe, expect, it } from 'vitest';
import { fragmentOf, searchOf, tableOf, type RoomKey } from '../../src/lib/tabs/table';

const asked = (search: string) => tableOf(new URLSearchParams(search));

describe('where an address says that its tab sits', () => {
	it('is nowhere without a seat', () => {
		expect(asked('')).toBe(null);
		expect(asked('?room=2')).toBe(null);
	});

	it('is a seat, in the main room unless another is named', () => {
		expect(asked('?seat=john')).toEqual({
			by: 'browser',
			room: 'main',
			key: null,
			broker: null,
			seats: ['john']
		});
		expect(asked('?seat=jane&room=2')).toEqual({
			by: 'browser',
			room: '2',
			key: null,
			broker: null,
			seats: ['jane']
		});
		expect(asked('?seat=jane&room=')).toEqual({
			by: 'browser',
			room: 'main',
			key: null,
			broker: null,
			seats: ['jane']
		});
	});

	it('is among those who watch for a seat that there is not', () => {
		expect(asked('?seat=none')?.seats).toEqual([]);
		expect(asked('?seat=eve')?.seats).toEqual([]);
	});

	it('comes back from what is written of it', () => {
		const written = [
			'?seat=john',
			'?seat=jane&room=2',
			'?seat=none&room=a+%26+b',
			'?seat=jane&by=hand'
		];
		for (const search of written) {
			expect(searchOf(asked(search)!)).toBe(search);
		}
	});

	describe('where a broker carries the room', () => {
		const KEY = 'AAAAAAAAAAAAAAAAAAAAAA';
		const far = (hash: string, kept: RoomKey | null = null) =>
			tableOf(new URLSearchParams('?seat=jane&by=broker'), hash, kept);

		it('is in its fragment alone', () => {
			const table = far(`#room=abc.${KEY}`)!;
			expect(table).toEqual({
				by: 'broker',
				room: 'abc',
				key: KEY,
				broker: null,
				seats: ['jane']
			});
			expect([searchOf(table), fragmentOf(table)]).toEqual([
				'?seat=jane&by=broker',
				`#room=abc.${KEY}`
			]);
		});

		it('is what the page has kept where the fragment names a place on the page', () => {
			const kept = { room: 'abc', key: KEY, broker: 'wss://hall.example/mqtt' };
			expect(far('#main', kept)).toMatchObject(kept);
		});

		it('is not the one that the page has kept where the link names another, though that is damaged', () => {
			const kept = { room: 'old', key: KEY, broker: null };
			for (const hash of ['#room=abc', '#room=abc.', '#room=', `#room=a b.${KEY}`]) {
				expect(far(hash, kept)?.key, hash).toBe('');
			}
			const whole = far(`#room=abc.${KEY}&broker=wss://hall.example/mqtt`, kept);
			expect(whole).toMatchObject({ room: 'abc', broker: 'wss://hall.example/mqtt' });
		});

		it('has the broker with it where that is not the site’s', () => {
			for (const broker of [
				'wss://hall.example/mqtt',
				'ws://192.168.1.5:9001/',
				'wss://[2001:db8::1]:8084/mqtt?a=b&c=%23'
			]) {
				const table = far(fragmentOf({ room: 'abc', key: KEY, broker }))!;
				expect(table).toMatchObject({ room: 'abc', key: KEY, broker });
			}
		});

		it('never is at the site’s broker where the link names another, however damaged', () => {
			for (const end of ['&broker=', '&broker=%E0%A4%A', '&broker=a b', '&broker=x&y']) {
				const table = far(`#room=abc.${KEY}${end}`)!;
				expect(table.key === '' || table.broker !== null, end).toBe(true);
			}
		});

		it('is never a room of this browser where the link has lost the key', () => {
			for (const hash of ['', '#room=', '#room=abc', '#room=abc.', '#room=a b.c']) {
				expect(far(hash)?.key).toBe('');
			}
		});
	});
});
