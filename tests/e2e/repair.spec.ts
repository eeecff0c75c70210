import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { FOUND, MADE, WRONG } from '../levels/solutions';
import { faultsOf, patientFirefox } from './browsers';
import { InPage, LEVELS, openLevel, peerOf, pointAt, rest, viewOf, type LevelFile } from './levels';
import { button } from './walk';

test.use({ launchOptions: patientFirefox });

/** One that is solved by a line, by a message, by an entry; and one that is brought about. */
const TELLING = [
	'dtls-and-media/one-digit',
	'signaling/no-reply',
	'ice/no-candidates',
	'make-it-happen/receive-only'
];
/** What Firefox writes as an error where a call fails; here it shall. */
const ON_PURPOSE = /^ICE failed, add a STUN server/;
const isLong = process.env.LONG === '1';

const reply = (page: Page) => page.getByRole('status', { name: 'The level says' });
const told = (page: Page) => page.getByRole('heading', { name: 'What it was' });
const mend = (page: Page) => button(page, 'Mend it').first();

/** A call that fails comes to rest where one presses Next as long as it goes on. */
async function goThrough(page: Page): Promise<InPage> {
	const call = new InPage(page, await viewOf(page));
	await call.goOn();
	return call;
}

async function findAndMend(page: Page, level: LevelFile, seed: number): Promise<void> {
	await openLevel(page, level, seed);
	const { view } = await goThrough(page);
	await expect(told(page)).toHaveCount(0);

	await pointAt(page, WRONG(view));
	await expect(reply(page)).toContainText('This is what happens in a call that works, too.');
	await expect(mend(page)).toHaveCount(0);

	const solution = FOUND[level.slug]!;
	const variation = level.variations[seed]!;
	await expect
		.poll(async () => {
			await pointAt(page, solution.right(await viewOf(page), variation));
			return reply(page).textContent();
		})
		.toContain('That is it.');
	await mend(page).focus();
	await page.keyboard.press('Enter');
	await expect(told(page)).toBeVisible();
	await expect(page.getByText(/^In this call: .+\.$/)).toBeVisible();
}

async function makeItHappen(page: Page, level: LevelFile, seed: number): Promise<void> {
	await openLevel(page, level, seed);
	const call = new InPage(page, await viewOf(page));
	await MADE[level.slug]!(call, peerOf(level.variations[seed]!));
	await call.goOn();
	await expect(told(page)).toBeVisible();
}

for (const level of LEVELS) {
	const seeds = isLong ? [...level.variations.keys()] : [0];
	for (const seed of seeds) {
		const tag = TELLING.includes(level.slug) && seed === 0 ? '@telling' : [];
		test(
			`${level.slug} is solved by keyboard, and not by a wrong answer (${seed})`,
			{ tag },
			async ({ page }) => {
				test.setTimeout(180_000);
				const faults = faultsOf(page);
				const solve = level.kind === 'find' ? findAndMend : makeItHappen;
				await solve(page, level, seed);
				await page.goto('./repair');
				const item = page.getByRole('listitem').filter({ hasText: level.title });
				await expect(item).toContainText('reached');
				expect(faults.filter((one) => !ON_PURPOSE.test(one))).toEqual([]);
			}
		);
	}

	test(`${level.slug} is not solved by doing nothing but Next`, async ({ page }) => {
		test.setTimeout(120_000);
		await openLevel(page, level, 0);
		const call = await goThrough(page);
		if (level.kind === 'make') await call.connected();
		// Two reports later it would be said.
		const reports = async () =>
			await page.evaluate(() => window.parley.trace.filter(({ kind }) => kind === 'stats').length);
		if (level.kind === 'make') {
			const before = await reports();
			await expect.poll(reports).toBeGreaterThan(before + 2);
		}
		await expect(told(page)).toHaveCount(0);
	});
}

test('what was reached is taken away as a file, and read again elsewhere', async ({
	page,
	browser,
	baseURL
}) => {
	await page.goto('./repair');
	await expect(button(page, 'Save as a file')).toBeDisabled();
	await page.evaluate(() =>
		localStorage.setItem(
			'parley:levels',
			JSON.stringify({ 'dtls-and-media/one-digit': { at: Date.UTC(2026, 10, 28), hints: 1 } })
		)
	);
	await page.reload();
	await expect(page.getByText(/^1 of \d+ reached in this browser\.$/)).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		button(page, 'Save as a file').click()
	]);
	expect(download.suggestedFilename()).toBe('parley-levels.json');
	const file = {
		name: 'p.json',
		mimeType: 'application/json',
		buffer: readFileSync(await download.path())
	};

	const other = await browser.newPage({ baseURL: baseURL! });
	await other.goto('./repair');
	const field = other.getByLabel('Read a file');
	const said = other.getByRole('status').filter({ hasText: /./ });
	await field.setInputFiles({ ...file, buffer: Buffer.from('{}') });
	await expect(said).toHaveText('p.json: This is no file with progress from here.');
	await field.setInputFiles(file);
	await expect(said).toHaveText('Read: 1 more reached.');
	await expect(other.getByText(/^1 of \d+ reached in this browser\.$/)).toBeVisible();
	await other.close();
});

test('hints come one by one, then the whole is told and not counted as reached', async ({
	page
}) => {
	const level = LEVELS.find(({ slug }) => slug === 'dtls-and-media/one-digit')!;
	await openLevel(page, level, 0);
	for (const name of ['A hint (3 left)', 'Another hint (2 left)', 'Another hint (1 left)']) {
		await button(page, name).click();
	}
	await expect(page.getByRole('region', { name: 'Hints' }).getByRole('listitem')).toHaveCount(3);
	await button(page, 'Tell me what it is').click();
	await expect(page.getByRole('heading', { name: 'What it is' })).toBeVisible();
	await button(page, 'The same, another way').click();
	await expect(button(page, 'A hint (3 left)')).toBeVisible();
	await page.goto('./repair');
	await expect(page.getByText(/^0 of \d+ reached in this browser\.$/)).toBeVisible();
});

test('a clean slate puts the fault in again, and a level leaves the place in the walk alone', async ({
	page
}) => {
	const level = LEVELS.find(({ slug }) => slug === 'dtls-and-media/one-digit')!;
	await page.goto('./walk/john-creates-offer');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('John creates an offer');
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	const place = () => page.evaluate(() => localStorage.getItem('parley:place'));
	await expect.poll(place).toContain('john-creates-offer');
	await openLevel(page, level, 0);
	await button(page, 'Clean slate').click();
	await rest(page);
	await expect(page.locator('.picture')).toContainText('failed');
	expect(await place()).toContain('john-creates-offer');
});
