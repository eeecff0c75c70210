import { afterEach, describe, expect, it } from 'vitest';
import { fit } from '../../src/lib/ui/stage/fit';

let list: HTMLElement;
let end: (() => void) | void;

afterEach(() => {
	end?.();
	list.remove();
});

/** A list of lines, 30 px tall, in a box; the type is as large as `--grow` says. */
function fitted(texts: readonly string[], { width = 400, height = 150, isLine = false } = {}) {
	list = document.createElement('div');
	list.style.cssText = `width: ${width}px; height: ${height}px; overflow: hidden`;
	for (const text of texts) {
		const line = document.createElement('p');
		line.style.cssText = 'margin: 0; font: calc(20px * var(--grow, 1)) / 1.5 monospace';
		line.textContent = text;
		if (isLine) line.dataset.line = '';
		list.append(line);
	}
	document.body.append(list);
	end = fit(list);
}

const shown = () =>
	[...list.children].filter((child) => (child as HTMLElement).offsetHeight > 0).length;
const growth = () => Number(list.style.getPropertyValue('--grow'));

describe('what is fitted into a box', () => {
	it('loses the last where not all have room, and keeps its size', () => {
		fitted(['one', 'two', 'three', 'four', 'five', 'six', 'seven']);
		expect(shown()).toBe(5);
		expect(growth()).toBe(1);
	});

	it('keeps the first in any case', () => {
		fitted(['one', 'two'], { height: 10 });
		expect(shown()).toBe(1);
	});

	it('grows into the room that is left, up to a limit', () => {
		fitted(['one', 'two', 'three', 'four']);
		expect(growth()).toBeGreaterThan(1.2);
		expect(growth()).toBeLessThan(1.26);
		fitted(['one']);
		expect(growth()).toBe(1.45);
	});

	it('does not grow where that tears a line', () => {
		const text = 'have-remote-offer is one line';
		fitted([text], { width: 380 });
		expect(growth()).toBe(1.45);
		list.remove();
		fitted([text], { width: 380, isLine: true });
		expect(growth()).toBeLessThan(1.1);
		expect(list.firstElementChild!.clientHeight).toBeLessThan(40);
	});

	it('is fitted again when it changes', async () => {
		fitted(['one']);
		list.append(...Array.from({ length: 4 }, () => list.firstElementChild!.cloneNode(true)));
		await expect.poll(growth).toBeLessThan(1.02);
		list.style.height = '300px';
		await expect.poll(growth).toBe(1.45);
	});
});
