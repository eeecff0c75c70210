import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { annotate } from '../../src/lib/sdp';
import { afresh, liveOffer, read } from './live';

const { gathered } = await liveOffer();
const lines = annotate(gathered).lines;

afresh();

describe('the keys in the reader', () => {
	it('move between lines, and have one stop for Tab', async () => {
		const { all, row, focused } = read({ text: gathered });
		row('s-1').focus();
		expect(all('[role="row"][tabindex="0"]')).toHaveLength(1);
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(focused).toBe('s0');
		await userEvent.keyboard('{End}');
		await expect.poll(focused).toBe('s2');
		await userEvent.keyboard('{Home}');
		await expect.poll(focused).toBe('s-1');
		expect(all('[role="row"][tabindex="0"]')).toHaveLength(1);
	});

	it('unfold a section, open a line, and go back out', async () => {
		const { row, focused, rows } = read({ text: gathered });
		row('s-1').focus();
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => rows('line').length).toBeGreaterThan(3);
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(focused).toBe('1');
		await userEvent.keyboard(' ');
		await expect.poll(() => rows('token').length).toBe(2);
		await userEvent.keyboard('{ArrowRight}');
		await expect.poll(focused).toBe('1.0');
		await userEvent.keyboard('{ArrowLeft}');
		await expect.poll(focused).toBe('1');
		await userEvent.keyboard('{ArrowLeft}');
		await expect.poll(() => rows('token').length).toBe(0);
	});

	it('go to the last of many lines and back, with the focus in view', async () => {
		const { row, focused, target } = read({ text: gathered });
		row('s2').click();
		await expect.poll(() => row('s2').getAttribute('aria-expanded')).toBe('true');
		row('s1').click();
		await expect.poll(() => row('s1').getAttribute('aria-expanded')).toBe('true');
		row('s-1').focus();
		for (const [key, expected] of [
			['{End}', `${lines.length}`],
			['{Home}', 's-1']
		] as const) {
			await userEvent.keyboard(key);
			await expect.poll(focused).toBe(expected);
			await expect
				.poll(() => {
					const box = document.activeElement!.getBoundingClientRect();
					const view = target.getBoundingClientRect();
					return box.top >= view.top - 1 && box.bottom <= view.bottom + 1;
				})
				.toBe(true);
		}
	});

	it('are not heard by the page, but others are', async () => {
		const heard = vi.fn((event: KeyboardEvent) => event.key);
		window.addEventListener('keydown', heard);
		const { row } = read({ text: gathered });
		row('s-1').focus();
		await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowDown}{ArrowUp}{Home}{End}{Enter} n');
		window.removeEventListener('keydown', heard);
		expect(heard.mock.results.map(({ value }) => value as string)).toEqual(['n']);
	});
});
