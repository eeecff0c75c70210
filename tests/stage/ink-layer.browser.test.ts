import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Ink } from '../../src/lib/ui/stage/ink.svelte';
import InkLayer from '../../src/lib/ui/stage/InkLayer.svelte';
import { layerProps } from './layer-props.svelte';

let ink: Ink;
let layer: Record<string, unknown>;
let props: { ink: Ink; slug: string; isDrawing: boolean };

beforeEach(() => {
	ink = new Ink();
	props = layerProps({ ink, slug: 'first', isDrawing: true });
	layer = mount(InkLayer, { target: document.body, props });
	flushSync();
});
afterEach(() => unmount(layer));

function pointer(type: 'down' | 'move' | 'up', pointerId = 1): void {
	const surface = document.querySelector('.ink')!;
	// Only a pointer that is really there can be captured.
	surface.setPointerCapture = () => {};
	surface.dispatchEvent(
		new PointerEvent(`pointer${type}`, { pointerId, button: 0, bubbles: true })
	);
	flushSync();
}

it('a line stays on the slide on which it was begun, where the talk goes on meanwhile', () => {
	pointer('down');
	pointer('move');
	props.slug = 'second';
	flushSync();
	pointer('move');
	pointer('up');
	expect(ink.of('first').map(({ length }) => length)).toEqual([2]);
	expect(ink.of('second')).toEqual([]);
});

it('a second pointer takes nothing from a line that is begun', () => {
	pointer('down');
	pointer('move');
	pointer('down', 2);
	pointer('up', 2);
	pointer('move');
	pointer('up');
	expect(ink.of('first').map(({ length }) => length)).toEqual([3]);
});
