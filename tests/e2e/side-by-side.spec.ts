import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { TraceFile } from '../../src/lib/trace/file';
import { sampleDump } from '../inspect/fixtures';
import { button } from './walk';

const TEXT = readFileSync('src/static/samples/call.parley-trace.json', 'utf8');
const TRACE = JSON.parse(TEXT) as TraceFile;

/** The recorded call, had nobody given a candidate to the other side. */
function withoutCandidates(): string {
	const isUp = /"(?:connected|completed)"/;
	const left = TRACE.entries.filter(
		({ name, kind, data }) =>
			name !== 'addIceCandidate' &&
			kind !== 'stats' &&
			!(kind === 'changed' && isUp.test(JSON.stringify(data)))
	);
	const place = new Map(left.map(({ seq }, index) => [seq, index]));
	const entries = left.map(({ call, ...one }, seq) => ({
		...one,
		seq,
		...(call !== undefined && { call: place.get(call) })
	}));
	return JSON.stringify({ ...TRACE, entries }).replaceAll(/a=candidate:[^\\"]*\\r\\n/g, '');
}

const beside = (page: Page) => page.getByRole('region', { name: 'Two recordings side by side' });
const table = (page: Page) => page.getByRole('region', { name: 'What happens in both calls' });
const ladderOf = (page: Page, which: 'first' | 'second') =>
	page.getByRole('region', { name: new RegExp(`^The ladder: The ${which}`) });

async function compareWith(page: Page, name: string, text: string): Promise<void> {
	const asked = page.waitForEvent('filechooser');
	await button(page, 'Compare with another recording').click();
	await (await asked).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test.beforeEach(async ({ page }) => {
	await page.goto('./inspect');
	await button(page, 'a recorded call').click();
	await expect(page.getByRole('region', { name: 'The recorded session' })).toBeVisible();
});

test(
	'of two recordings the first difference that matters is said, and a time leads to its entry',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await compareWith(page, 'broken.json', withoutCandidates());
		const said = beside(page).locator('[data-finding]').first();
		await expect(said).toHaveAttribute('data-finding', 'compare.remote-candidate');
		await expect(said).toContainText(
			/^From .+ after the offer the calls differ: the \w+ of the first adds a candidate of the other side, that of the second never does\./
		);
		const row = table(page).getByRole('row', { name: /^The offerer is connected by ICE/ });
		await expect(row).toContainText('never');
		await expect(row).toContainText('in one alone');
		await table(page)
			.getByRole('button', { name: /^The answerer sets its answer, second/ })
			.click();
		await expect(ladderOf(page, 'second')).toContainText(/Entry \d+ of \d+\./);
		await expect(ladderOf(page, 'second').getByRole('option', { selected: true })).toBeInViewport();
		await expect(ladderOf(page, 'first')).toContainText('The ladder begins at the first offer.');
		await table(page)
			.getByRole('button', { name: /^The offerer is connected by ICE, first/ })
			.click();
		await expect(page.getByRole('region', { name: 'The recorded session' })).toContainText(
			/Entry \d+ of \d+\./
		);
	}
);

test('the ladders begin at the first offer, and the graphs have one axis of time', async ({
	page
}) => {
	await compareWith(page, 'again.json', TEXT);
	await expect(beside(page)).toContainText('Nothing differs between these calls that matters.');
	for (const which of ['first', 'second'] as const) {
		const ladder = ladderOf(page, which);
		await ladder.scrollIntoViewIfNeeded();
		const top = (await ladder.locator('.ladder .head').first().boundingBox())!;
		const offer = ladder.getByRole('option', { name: /setLocalDescription/ }).first();
		await expect
			.poll(async () => Math.abs((await offer.boundingBox())!.y - top.y - top.height))
			.toBeLessThan(60);
		await expect(
			page
				.getByRole('region', { name: new RegExp(`^The graphs: The ${which}`) })
				.getByText('Bitrate')
				.first()
		).toBeVisible();
	}
});

test('what is no recording is said, and takes nothing away', async ({ page }) => {
	await compareWith(page, 'nothing.txt', 'nothing that is known');
	const alert = beside(page).getByRole('alert');
	await expect(alert).toContainText('nothing.txt');
	await expect(alert).toContainText('The recording above stays as it is.');
	await expect(page.getByRole('region', { name: 'The recorded session' })).toBeVisible();
	await compareWith(page, 'again.json', TEXT);
	await expect(alert).toHaveCount(0);
	await expect(table(page)).toBeVisible();
	await compareWith(page, 'one.txt', 'candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host');
	await expect(alert).toContainText('tell no time');
	await expect(alert).toContainText('The comparison from before stays.');
	await expect(table(page)).toBeVisible();
});

test('the comparison is closed, and the focus goes back to where it was opened', async ({
	page
}) => {
	await compareWith(page, 'again.json', TEXT);
	await button(page, 'Close the comparison').click();
	await expect(beside(page)).toHaveCount(0);
	await expect(button(page, 'Compare with another recording')).toBeFocused();
	await compareWith(page, 'again.json', TEXT);
	await expect(table(page)).toBeVisible();
});

test('a dump of webrtc-internals stands beside a trace, on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await compareWith(page, 'dump.json', sampleDump());
	await expect(table(page)).toBeVisible();
	await expect(
		page.getByRole('region', { name: 'Verdict and findings of “dump.json”' })
	).toBeVisible();
	const overflow = () =>
		page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
	expect(await overflow()).toBe(0);
});

test('which connections of the other recording are compared is chosen, with the keyboard too', async ({
	page
}) => {
	await compareWith(page, 'dump.json', sampleDump());
	const became = page.getByRole('region', { name: 'Verdict and findings of “dump.json”' });
	await expect(became).toContainText('John and Jane were connected');
	const who = beside(page).getByRole('group', { name: 'Who is shown of “dump.json”' });
	const john = who.getByLabel('John is');
	await john.focus();
	// Nobody is the first of the choices.
	await page.keyboard.press('Home');
	await expect(became).toContainText('Jane was connected');
	await expect(john).toHaveValue('');
	await expect(john).toBeFocused();
	await expect(table(page)).toBeVisible();
	// The recording that is looked at stays as it is.
	await expect(
		page.getByRole('region', { name: 'Verdict and findings', exact: true })
	).toContainText('John and Jane were connected');
});

for (const theme of ['light', 'dark'] as const) {
	test(`axe finds nothing in it, ${theme}`, { tag: '@later' }, async ({ page }) => {
		await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
		await compareWith(page, 'broken.json', withoutCandidates());
		await page.getByText('The states of both calls', { exact: true }).first().click();
		await expect(table(page)).toBeVisible();
		// axe brings its own copy of Playwright's types.
		const { violations } = await new AxeBuilder({ page: page as never })
			.include('[aria-label="Two recordings side by side"]')
			// Thousands of elements, and looked at by themselves in axe.spec.ts.
			.exclude('.ladder svg')
			.analyze();
		expect(
			violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
		).toEqual([]);
	});
}
