import { describe, expect, it } from 'vitest';
import { Pointer } from '../../src/lib/ui/stage/pointer.svelte';

const at = ({ x, y }: Pointer) => [x, y];

describe('where somebody points', () => {
	it('begins in the middle of the stage', () => {
		expect(at(new Pointer())).toEqual([0.5, 0.5]);
	});

	it.each([
		['ArrowLeft', -1, 0],
		['ArrowRight', 1, 0],
		['ArrowUp', 0, -1],
		['ArrowDown', 0, 1],
		['PageDown', 0, 0]
	])('goes its way by %s', (key, across, down) => {
		const pointer = new Pointer();
		pointer.step(key);
		expect([Math.sign(pointer.x - 0.5), Math.sign(pointer.y - 0.5)]).toEqual([across, down]);
	});

	it('stays on the stage', () => {
		const pointer = new Pointer();
		for (let press = 0; press < 50; press += 1) pointer.step('ArrowUp');
		expect(at(pointer)).toEqual([0.5, 0]);
		pointer.moveTo(1.2, -3);
		expect(at(pointer)).toEqual([1, 0]);
	});
});

describe('the light there', () => {
	it('can be made larger, and as small again', () => {
		const pointer = new Pointer();
		const before = pointer.radius;
		pointer.grow();
		expect(pointer.radius).toBeGreaterThan(before);
		pointer.shrink();
		expect(pointer.radius).toBeCloseTo(before);
	});

	it('is never nothing, and never everything', () => {
		const pointer = new Pointer();
		for (let press = 0; press < 50; press += 1) pointer.shrink();
		expect(pointer.radius).toBeGreaterThan(0.05);
		for (let press = 0; press < 50; press += 1) pointer.grow();
		expect(pointer.radius).toBeLessThan(0.7);
	});
});
