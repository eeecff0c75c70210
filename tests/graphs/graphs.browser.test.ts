import { mount, unmount, flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import Graphs from '../../src/lib/ui/graphs/Graphs.svelte';
import '../../src/lib/ui/theme.css';
import type { TraceEntry } from '../../src/lib/trace';
import { NO_STATS, Recording } from '../trace/recording';

const STREAM = {
	kind: 'video',
	mid: '0',
	codec: null,
	frames: null,
	framesPerSecond: 20,
	frameWidth: null,
	frameHeight: null,
	packetsLost: 0,
	jitter: 0.004
};

/** Ten seconds of a call: 800 kbit/s arrive at John, 400 at Jane. */
function entries(): readonly TraceEntry[] {
	const one = new Recording();
	one.attempt();
	for (let second = 1; second <= 10; second += 1) {
		for (const [peer, rate] of [
			['john', 100_000],
			['jane', 50_000]
		] as const) {
			const inbound = [{ ...STREAM, packets: second * 100, bytes: second * rate }];
			one.stats(peer, { ...NO_STATS, at: 1000 + second * 1000, inbound });
		}
	}
	return one.entries;
}

let component: ReturnType<typeof mount> | undefined;
let target: HTMLElement;

function show() {
	target = document.createElement('div');
	target.style.width = '700px';
	document.body.append(target);
	component = mount(Graphs, { target, props: { entries: entries(), attempt: 1 } });
	flushSync();
}

async function remove() {
	if (component) await unmount(component);
	component = undefined;
}

afterEach(async () => {
	await remove();
	target.remove();
	delete document.documentElement.dataset.theme;
});

const canvases = () => [...target.querySelectorAll('canvas')];
const rows = () => [...target.querySelectorAll('tbody tr')].map((row) => [...row.children]);
const row = (name: string) =>
	rows()
		.map((cells) => cells.map((cell) => cell.textContent.trim()))
		.find(([first]) => first === name);

/** The ink on a canvas: every colour that is opaque, as text. */
function inks(canvas: HTMLCanvasElement): Set<string> {
	const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
	const found = new Set<string>();
	for (let at = 0; at < data.length; at += 4) {
		if (data[at + 3] === 255) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
	}
	return found;
}

const JOHN = { light: '28,93,153', dark: '125,182,234' };
const JANE = { light: '168,65,42', dark: '240,154,128' };

describe('the graphs', () => {
	it('have their latest numbers in a table, before anything is drawn', () => {
		show();
		expect(row('Bitrate')).toEqual(['Bitrate', '800 kbit/s', '400 kbit/s']);
		expect(row('Jitter')).toEqual(['Jitter', '4.0 ms', '4.0 ms']);
		expect(row('Packet loss')).toEqual(['Packet loss', '0.0 %', '0.0 %']);
	});

	it('draw one chart for each quantity, as wide as there is room', async () => {
		show();
		await expect.poll(() => canvases().length).toBe(5);
		const wide = canvases()[0]!.clientWidth;
		target.style.width = '400px';
		await expect.poll(() => canvases()[0]!.clientWidth).not.toBe(wide);
		expect(canvases()[0]!.clientWidth).toBeLessThanOrEqual(400);
	});

	it('draw John and Jane in their own inks, and in others once the theme is dark', async () => {
		document.documentElement.dataset.theme = 'light';
		show();
		await expect.poll(() => canvases().length).toBe(5);
		await expect
			.poll(() => [...inks(canvases()[0]!)])
			.toEqual(expect.arrayContaining([JOHN.light, JANE.light]));
		document.documentElement.dataset.theme = 'dark';
		await expect
			.poll(() => [...inks(canvases()[0]!)])
			.toEqual(expect.arrayContaining([JOHN.dark, JANE.dark]));
	});

	it('show what leaves when asked', () => {
		show();
		target.querySelector<HTMLInputElement>('input[value="sends"]')!.click();
		flushSync();
		expect(target.querySelector('thead')!.textContent).toMatch(/John sends\s*Jane sends/);
		expect(row('Bitrate')).toEqual(['Bitrate', '–', '–']);
	});

	it('leave nothing behind, also when they go before they were drawn', async () => {
		show();
		await remove();
		expect(target.textContent).toBe('');
		show();
		await expect.poll(() => canvases().length).toBe(5);
		await remove();
		expect(target.querySelectorAll('*')).toHaveLength(0);
		// A change of theme reaches nobody.
		document.documentElement.dataset.theme = 'dark';
		await Promise.resolve();
	});
});
