import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { annotate } from '../../src/lib/sdp';
import { follow } from '../../src/lib/state/follow.svelte';
import { afresh, endAll, liveOffer, read } from './live';

const { created, gathered } = await liveOffer();
const lines = annotate(gathered).lines;
const numberOf = (start: string) => lines.find(({ text }) => text.startsWith(start))!.number;

afresh();

describe('the reader of a live offer', () => {
	it('starts with its sections, each in a line of words', () => {
		const { rows } = read({ text: gathered });
		const words = rows('section').map(({ textContent }) => textContent?.replace(/\s+/g, ' '));
		expect(words).toHaveLength(4);
		expect(words[1]).toMatch(/audio, mid 0, .*codecs, Opus first/);
		expect(rows('line')).toHaveLength(0);
	});

	it('shows every line as it is, beside what it says', async () => {
		const { rows, row, all } = read({ text: gathered });
		row('s-1').click();
		await expect.poll(() => rows('line').length).toBeGreaterThan(3);
		const shown = all('.line .text').map(({ textContent }) => textContent);
		const session = lines.filter(({ section }) => section.index === -1);
		expect(shown.slice(0, 4)).toEqual(session.slice(0, 4).map(({ text }) => text));
		for (const one of all('.line .explanation')) {
			expect(one.textContent!.trim().length).toBeGreaterThan(10);
		}
	});

	it('has the explanation beside the line, and beneath it on a phone', async () => {
		for (const [width, beside] of [
			[830, true],
			[390, false]
		] as const) {
			const { row, all } = read({ text: gathered }, width);
			row('s-1').click();
			await expect.poll(() => all('.line').length).toBeGreaterThan(0);
			const text = all('.line .text')[0]!.getBoundingClientRect();
			const explanation = all('.line .explanation')[0]!.getBoundingClientRect();
			expect(explanation.top < text.bottom).toBe(beside);
			expect(all('.reader')[0]!.scrollWidth).toBeLessThanOrEqual(width);
			endAll();
		}
	});

	it('scrolls through all lines, and draws a few of them at a time', async () => {
		const { target, rows, row, all } = read({ text: gathered });
		for (const key of ['s2', 's1', 's0', 's-1']) {
			row(key).click();
			await expect.poll(() => row(key).getAttribute('aria-expanded')).toBe('true');
		}
		const found = new Set<string>();
		while (target.scrollTop + target.clientHeight < target.scrollHeight - 1) {
			target.scrollTop += 200;
			await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
			for (const one of all('.line .number')) found.add(one.textContent!.trim());
			expect(rows('line').length).toBeLessThan(120);
		}
		for (const one of all('.line .number')) found.add(one.textContent!.trim());
		expect(found.size).toBe(lines.length);
	});

	it('counts as seen what was opened, and can leave that out', async () => {
		const { rows, row, check, all } = read({ text: gathered });
		row('s-1').click();
		await expect.poll(() => rows('line').length).toBeGreaterThan(3);
		row('1').click();
		check('not seen');
		await expect.poll(() => row('1')).toBeNull();
		expect(all('.line').length).toBeGreaterThan(3);
	});

	it('can be compared with how it was created', async () => {
		const { all, check } = read({ text: gathered, before: created });
		check('what changed');
		await expect.poll(() => all('.line').length).toBeGreaterThan(0);
		const shown = all('.line .text').map(({ textContent }) => textContent!);
		expect(shown.length).toBeLessThan(lines.length / 2);
		expect(shown.some((text) => text.startsWith('a=candidate:'))).toBe(true);
		expect(shown.some((text) => text.startsWith('a=ice-ufrag:'))).toBe(false);
	});

	it('finds lines by their text', async () => {
		const { all, search } = read({ text: gathered });
		search('a=ICE-ufrag');
		await expect.poll(() => all('.line').length).toBeGreaterThan(0);
		for (const one of all('.line .text')) expect(one.textContent).toMatch(/^a=ice-ufrag:/);
		search('no line has this');
		await expect.poll(() => all('.none')[0]?.textContent).toContain('No line fits');
		all('.none button')[0]!.click();
		await expect.poll(() => all('.section').length).toBe(8);
	});

	it('shows the text as it is, and can copy it', async () => {
		const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
		const { all } = read({ text: gathered });
		const button = (name: string) => all('button').find(({ textContent }) => textContent === name)!;
		button('Raw').click();
		await expect.poll(() => all('pre').length).toBeGreaterThan(0);
		const raw = all('pre').map(({ textContent }) => textContent);
		expect(raw.join('')).toBe(gathered.replaceAll('\r', ''));
		all('button')
			.find(({ textContent }) => textContent?.trim() === 'Copy')!
			.click();
		expect(written).toHaveBeenCalledWith(gathered);
		written.mockRestore();
	});
});

describe('following a value in the reader', () => {
	const ufrag = numberOf('a=ice-ufrag:');

	it('lights it in every line that has it, of all readers on the page', async () => {
		const one = read({ text: gathered, id: 'one' });
		const two = read({ text: created, id: 'two' });
		one.search('ice-ufrag');
		two.search('ice-ufrag');
		await expect.poll(() => one.all('.line').length).toBeGreaterThan(0);
		one.row(`${ufrag}`).querySelector<HTMLElement>('[data-value]')!.click();
		await expect.poll(() => one.all('.lit').length).toBe(one.all('.line').length);
		expect(two.all('.lit').length).toBe(two.all('.line').length);
		expect(one.rows('token')).toHaveLength(0);
		const style = getComputedStyle(one.all('.lit')[0]!);
		expect(style.textDecorationStyle).toBe('solid');
		follow.clear();
		await expect.poll(() => one.all('.lit').length).toBe(0);
	});

	it('can be done by keyboard', async () => {
		const { row, search, focused } = read({ text: gathered });
		search('ice-ufrag');
		await expect.poll(() => row(`${ufrag}`)).not.toBeNull();
		row(`${ufrag}`).focus();
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => row(`${ufrag}.2`)).not.toBeNull();
		await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
		await expect.poll(focused).toBe(`${ufrag}.2`);
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => row(`${ufrag}.2`).getAttribute('aria-selected')).toBe('true');
		expect(follow.selected?.kind).toBe('ufrag');
	});

	it('says in the head of a folded section that it is there', async () => {
		const { rows } = read({ text: gathered });
		follow.select({ kind: 'ufrag', value: lines[ufrag - 1]!.fields.get('ufrag') });
		await expect
			.poll(() => rows('section').filter((one) => one.textContent?.includes('followed')).length)
			.toBeGreaterThan(0);
	});
});

describe('the link of a line', () => {
	it('opens the line, its section and brings it into view, on load and later', async () => {
		const last = lines.at(-1)!.number;
		location.hash = `#offer-${last}`;
		const { row, target } = read({ text: gathered });
		const isShown = (number: number) => {
			const element = row(`${number}`);
			if (element?.getAttribute('aria-expanded') !== 'true') return false;
			const box = element.getBoundingClientRect();
			const view = target.getBoundingClientRect();
			return box.top >= view.top - 1 && box.top < view.bottom;
		};
		await expect.poll(() => isShown(last)).toBe(true);
		location.hash = '#offer-2';
		await expect.poll(() => isShown(2)).toBe(true);
		expect(row('2').id).toBe('offer-2');
	});

	it('opens the line that is pressed, in what is filtered too', async () => {
		const { all, row, search } = read({ text: gathered });
		search('a=mid:');
		await expect.poll(() => all('.line').length).toBe(3);
		const { key = '' } = all('.line')[0]!.dataset;
		for (const expanded of ['true', 'false', 'true']) {
			if (expanded === 'false') row(key).click();
			else row(key).querySelector('a')!.click();
			await expect.poll(() => row(key).getAttribute('aria-expanded')).toBe(expanded);
		}
		expect(location.hash).toBe(`#offer-${key}`);
		expect(all('.line')).toHaveLength(3);
	});

	it.each(['#offer-0', '#offer-99999', '#offer-x', '#other-1', '#%', '#offer-'])(
		'%s opens nothing and breaks nothing',
		async (hash) => {
			location.hash = hash;
			const { rows } = read({ text: gathered });
			await new Promise(requestAnimationFrame);
			expect(rows('line')).toHaveLength(0);
		}
	);
});
