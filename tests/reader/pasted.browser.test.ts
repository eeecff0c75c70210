import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { annotate, type Line } from '../../src/lib/sdp';
import { afresh, liveOffer, longer, read } from './live';

const { gathered } = await liveOffer();
const lines = annotate(gathered).lines;

afresh();

describe('what was pasted', () => {
	it.each([
		'<img src=x onerror="window.broken = true">',
		'a=<script>window.broken = true</script>',
		'a=mid:<svg onload="window.broken = true">',
		'a=ice-ufrag:"><iframe srcdoc="<script>parent.broken = true</script>">',
		'm=<b>audio</b> 9 UDP/TLS/RTP/SAVPF <i>1</i>'
	])('%s is text', async (text) => {
		const { target, all, row } = read({ text });
		await expect.poll(() => all('.line').length).toBe(1);
		expect(all('.line .text')[0]!.textContent).toBe(text);
		row('1').click();
		await expect.poll(() => row('1').getAttribute('aria-expanded')).toBe('true');
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(target.querySelector('img, script, svg, iframe, i:not(:empty), b b')).toBeNull();
		expect('broken' in window).toBe(false);
	});

	it('is marked where it is malformed or unknown, and says what is wrong', async () => {
		const text = 'hello\na=x-unheard:of\na=setup:maybe';
		const { all } = read({ text });
		await expect.poll(() => all('.line').length).toBe(3);
		const marks = all('.line').map((line) => line.querySelector('.mark')?.textContent);
		expect(marks).toEqual(['malformed', 'unknown', 'malformed']);
		expect(all('.line')[2]!.textContent).toContain('The role must be');
		await expect.poll(() => all('.section .bad')[0]?.textContent).toBe('3 to look at');
	});

	it('may be nothing', () => {
		expect(read({ text: '' }).target.textContent).toContain('There is nothing to read');
	});

	it('may be a line of a megabyte', async () => {
		const { all } = read({ text: `a=x:${'y'.repeat(1e6)}` });
		await expect.poll(() => all('.line').length).toBe(1);
		expect(all('.line .text')[0]!.textContent!.length).toBeLessThan(2200);
	});
});

// How long it takes is measured by `npm run bench`; here, that the work does not grow with the text.
describe('a description of ten thousand lines', () => {
	const long = longer(gathered, 10_000);
	const prototype = Object.getPrototypeOf(lines[0]) as Line;
	const drawnRows = () => document.querySelectorAll('[role="row"]').length;

	/** Notes which lines are explained from now on. */
	function watchExplained() {
		const spy = vi.spyOn(prototype, 'explanation', 'get');
		return { count: () => new Set(spy.mock.contexts).size, end: () => spy.mockRestore() };
	}

	it('opens with a few rows, and explains no line that it does not draw', async () => {
		expect(long.split('\n').length).toBeGreaterThan(10_000);
		const explained = watchExplained();
		const { all } = read({ text: long });
		await expect.poll(() => all('.section').length).toBeGreaterThan(5);
		expect(drawnRows()).toBeLessThan(300);
		expect(explained.count()).toBeLessThanOrEqual(drawnRows());
		explained.end();
	});

	it('unfolds, scrolls and jumps to its end so as well', async () => {
		const explained = watchExplained();
		const { target, row, rows, focused, all } = read({ text: long });
		row('s0').click();
		row('s1').click();
		await expect.poll(() => rows('line').length).toBeGreaterThan(5);
		const counted: number[] = [];
		for (let at = 0; at < 30; at++) {
			target.scrollTop += 400;
			await new Promise(requestAnimationFrame);
			counted.push(drawnRows());
		}
		all('[role="row"]')[0]!.focus();
		await userEvent.keyboard('{End}');
		await expect.poll(() => focused()?.startsWith('s')).toBe(true);
		expect(Math.max(...counted)).toBeLessThan(300);
		// Of ten thousand, those of two sections at most.
		expect(explained.count()).toBeGreaterThan(20);
		expect(explained.count()).toBeLessThan(600);
		explained.end();
	});
});
