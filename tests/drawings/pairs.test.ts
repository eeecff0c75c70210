import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Pairs from '../../src/lib/ui/drawings/Pairs.svelte';

const { body } = render(Pairs);
/** The numbers on the lines, in the order in which they are drawn. */
const places = [...body.matchAll(/<text[^>]*class="middle strong[^>]*>(\d)<\/text>/g)].map(
	([, place]) => Number(place)
);
const solid = [...body.matchAll(/<line[^>]*x2="388"[^>]*>/g)].map(([line]) => line);
const desc = /<desc[^>]*>([^<]*)/.exec(body)![1]!;

describe('the drawing of pairs', () => {
	// RFC 8445, 6.1.2.4: a reflexive candidate is replaced by its base, and what is then redundant goes.
	it('has six checks of three candidates a side, none of them from the reflexive one', () => {
		expect(solid).toHaveLength(6);
		expect(places).toEqual([1, 2, 3, 4, 5, 6]);
		expect(desc).toContain('checks 6 pairs, not nine');
		expect(desc).not.toMatch(/srflx with/);
	});

	// RFC 8445, 6.1.2.3: 2³² · MIN + 2 · MAX, so no pair with a relay comes before one without.
	it('orders them by the weaker end, and only then by the stronger', () => {
		expect(desc).toContain(
			'host with host, host with srflx, host with relay, relay with host, relay with srflx, relay with relay'
		);
	});

	it('draws each weaker than the one before it', () => {
		const widths = solid.map((line) => Number(/stroke-width="([\d.]+)/.exec(line)![1]));
		expect(widths).toHaveLength(6);
		for (const [index, width] of widths.slice(1).entries())
			expect(width).toBeLessThan(widths[index]!);
		expect(Math.min(...widths)).toBeGreaterThan(0.8);
	});
});
