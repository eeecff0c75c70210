import { describe, expect, it } from 'vitest';
import { reduce } from '../../src/lib/trace';
import { foundationWords, livesOf } from '../../src/lib/ui/ice/lives';
import { negotiated, trickled } from './session';

describe('the candidates of a peer', () => {
	const recording = negotiated();
	const view = reduce(recording.entries);

	it.each(['local', 'remote'] as const)(
		'that are %s have the times at which they were gathered, sent, delivered and added',
		(side) => {
			const lives = livesOf(view, 'john', side, recording.entries);
			expect(lives).toHaveLength(2);
			for (const { gathered, sent, delivered, added, refused } of lives) {
				const times = [gathered, sent, delivered, added].map((time) => time ?? -1);
				expect(times.every((time) => time > 0)).toBe(true);
				expect([...times].sort((a, b) => a - b)).toEqual(times);
				expect(refused).toBe(false);
			}
		}
	);

	it('have no time for what has not happened yet', () => {
		const one = negotiated();
		one.event('john', 'icecandidate', { candidate: trickled('192.0.2.3', 1003) });
		const [, , life] = livesOf(reduce(one.entries), 'john', 'local', one.entries);
		expect(life).toMatchObject({ label: 'L3', sent: null, delivered: null, added: null });
		expect(life?.gathered).toBeGreaterThan(0);
	});

	it('say when the browser refused one', () => {
		const one = negotiated();
		const bad = { ...trickled('192.0.2.3', 1003), candidate: 'garbage' };
		const call = one.call('john', 'addIceCandidate', bad);
		one.error('john', 'addIceCandidate', call, { name: 'OperationError', message: 'no' });
		const life = livesOf(reduce(one.entries), 'john', 'remote', one.entries).at(-1);
		expect(life).toMatchObject({ refused: true, added: null, candidate: null });
		expect(life?.problem).toMatch(/ends before/);
	});

	it('say with whom they share a foundation', () => {
		const one = negotiated();
		one.event('john', 'icecandidate', { candidate: trickled('192.0.2.1', 1003) });
		const [first, second] = livesOf(reduce(one.entries), 'john', 'local', one.entries);
		expect(first?.alike).toEqual({ labels: ['L3'], count: 1 });
		expect(foundationWords(first!)).toMatch(/^L3 has foundation \d too/);
		expect(foundationWords(second!)).toMatch(/^No other candidate/);
	});

	it('say why one is of no use after the answer', () => {
		const one = negotiated();
		one.event('john', 'icecandidate', { candidate: trickled('192.0.2.1', 1, 2122260223, '1') });
		const life = livesOf(reduce(one.entries), 'john', 'local', one.entries).at(-1);
		expect(life?.aside).toBe('With BUNDLE, section 1 travels on the transport of section 0.');
	});
});
