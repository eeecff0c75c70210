import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { TraceFile } from '../../src/lib/trace/file';
import { launch, patientFirefox, type BrowserName } from './browsers';
import { fileField, openInspect } from './inspect-page';
import { button, expectConnected, expectMoment, moment, open, openLadder } from './walk';

test.use({ launchOptions: patientFirefox });

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

/** The values of each peer's states, oldest first. */
function statesOf(page: Page) {
	return page
		.locator('dl[aria-label$="’s states"] dd')
		.evaluateAll((all) => all.map((one) => (one as HTMLElement).title));
}

/** How many rows the ladder has: those out of sight are not drawn. */
async function ladderRows(page: Page): Promise<number> {
	const ladder = page.getByRole('listbox', { name: 'What happened, oldest first' });
	const row = ladder.getByRole('option').first();
	return Number(await row.getAttribute('aria-setsize'));
}

/** The text of each description that the peers have, under the name of its button. */
async function descriptionsOf(page: Page): Promise<Record<string, string>> {
	await openTab(page, 'Descriptions');
	const tab = page.getByRole('tabpanel', { name: 'Descriptions' });
	const choices = tab.getByRole('button', { name: /^(current|pending) (local|remote): / });
	await expect(choices).not.toHaveCount(0);
	const texts: Record<string, string> = {};
	for (let index = 0; index < (await choices.count()); index += 1) {
		const choice = choices.nth(index);
		await choice.click();
		await expect(choice).toHaveAttribute('aria-pressed', 'true');
		await button(page, 'Raw').click();
		const raw = tab.locator('.raw');
		await expect(raw).toBeVisible();
		const name = (await raw.getAttribute('aria-label'))!;
		texts[name] = (await raw.locator('pre').allTextContents()).join('');
	}
	return texts;
}

async function whatIsShown(page: Page) {
	return {
		rows: await ladderRows(page),
		states: await statesOf(page),
		descriptions: await descriptionsOf(page)
	};
}

/** Presses the button and reads the file that the browser keeps. */
async function saveTrace(page: Page, masked: boolean): Promise<string> {
	await openTab(page, 'Export');
	await page.getByRole('checkbox', { name: /^Mask addresses/ }).setChecked(masked);
	if (page.context().browser()!.browserType().name() === 'firefox') {
		// Over WebDriver BiDi no download is told of: the file is read as it is handed over.
		return page.evaluate(async () => {
			const create = URL.createObjectURL.bind(URL);
			const file = new Promise<Blob>((resolve) => {
				URL.createObjectURL = (blob) => {
					resolve(blob as Blob);
					URL.createObjectURL = create;
					return create(blob);
				};
			});
			const buttons = [...document.querySelectorAll('button')];
			buttons.find(({ textContent }) => textContent.trim() === 'Save the trace')!.click();
			return (await file).text();
		});
	}
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		button(page, 'Save the trace').click()
	]);
	expect(download.suggestedFilename()).toBe('call.parley-trace.json');
	return readFile(await download.path(), 'utf8');
}

/** Opens a text as a file on the page for what others recorded. */
async function inspect(page: Page, address: string, text: string): Promise<void> {
	await openInspect(page, address);
	await fileField(page).setInputFiles({
		name: 'call.parley-trace.json',
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
	await expect(page.getByRole('region', { name: 'The recorded session' })).toBeVisible();
}

/** Addresses, ufrags and passwords of the session, as the real peers have them. */
function secretsOf(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { john, jane, trace } = window.parley;
		const texts = [john, jane].flatMap((one) => [
			one!.localDescription!.sdp,
			one!.remoteDescription!.sdp
		]);
		const gathered = trace
			.filter(({ name }) => name === 'icecandidate')
			.map(({ data }) => (data as { candidate: { candidate: string } | null }).candidate)
			.map((one) => (one ? `a=${one.candidate}` : ''));
		const found = [...texts, ...gathered].flatMap((text) => [
			...[...text.matchAll(/^a=ice-(?:ufrag|pwd):(\S+)/gm)].map((match) => match[1]!),
			...[...text.matchAll(/^a=candidate:(?:\S+ ){4}(\S+)/gm)].map((match) => match[1]!)
		]);
		return [...new Set(found)].filter((one) => !['0.0.0.0', '::', '127.0.0.1'].includes(one));
	});
}

/** Whether a text has a secret as a word of its own: a ufrag is four letters, as parts of words are. */
const has = (text: string, secret: string) =>
	new RegExp(`(?<![\\w+/])${secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w+/])`).test(text);

test.describe('a call that is saved', () => {
	let other: Browser | undefined;
	test.afterEach(() => other?.close());

	for (const masked of [true, false]) {
		const how = masked ? 'masked' : 'as it is';
		// The masked one goes the longer way; the other is looked at in the long run.
		test(
			`opens in the other browser, ${how}`,
			{ tag: masked ? '@later' : '@long' },
			async ({ page, playwright, browserName, baseURL }) => {
				test.setTimeout(120_000);
				await open(page, 'media-flows');
				await expectMoment(page, moment('media-flows'));
				await expectConnected(page);
				await openTab(page, 'Candidates');
				await expect(page.getByRole('region', { name: /^John was given [1-9]/ })).toBeVisible();
				const secrets = await secretsOf(page);
				expect(secrets.length).toBeGreaterThan(4);
				await openLadder(page);
				const rowsBefore = await ladderRows(page);
				const text = await saveTrace(page, masked);
				const rowsAfter = await ladderRows(page);
				const live = { states: await statesOf(page), descriptions: await descriptionsOf(page) };

				const file = JSON.parse(text) as TraceFile;
				expect(file.masked).toBe(masked);
				expect(file.browser).toContain(browserName === 'firefox' ? 'Firefox/' : 'Chrome/');
				const kept = secrets.filter((secret) => has(text, secret));
				expect(kept).toEqual(masked ? [] : secrets);

				const name: BrowserName = browserName === 'firefox' ? 'chromium' : 'firefox';
				other = await launch(playwright, name, {});
				const there = await other.newPage({ baseURL, viewport: page.viewportSize() });
				await inspect(there, './inspect', text);
				await expect(there.getByRole('status')).toContainText(
					`A Parley trace with ${file.entries.length} entries`
				);
				const shown = await whatIsShown(there);
				expect(shown.states).toEqual(live.states);
				expect(shown.rows).toBeGreaterThanOrEqual(rowsBefore);
				expect(shown.rows).toBeLessThanOrEqual(rowsAfter);
				expect(Object.keys(shown.descriptions)).toHaveLength(4);
				if (!masked) expect(shown.descriptions).toEqual(live.descriptions);

				// The browser that made it shows the same of the same file.
				await inspect(page, './inspect', text);
				expect(await whatIsShown(page)).toEqual(shown);
			}
		);
	}
});
