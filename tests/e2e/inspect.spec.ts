import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
	choose,
	field,
	ladder,
	look,
	openInspect,
	reader,
	said,
	session,
	TRACE
} from './inspect-page';
import { button } from './walk';

const [OFFER, ANSWER] = readFileSync('src/static/samples/offer-and-answer.txt', 'utf8')
	.trim()
	.split('\n')
	.map((line) => (JSON.parse(line) as { sdp: string }).sdp) as [string, string];

test.beforeEach(async ({ page }) => openInspect(page));

/** As somebody pastes: by the keys, into the empty field. */
async function paste(page: Page, text: string): Promise<void> {
	await field(page).fill(text);
	await field(page).press('ControlOrMeta+a');
	await field(page).press('ControlOrMeta+x');
	await expect(field(page)).toHaveValue('');
	await field(page).press('ControlOrMeta+v');
}

const isFocused = (target: Locator) =>
	target.evaluate((element) => element === document.activeElement);

/** By the Tab key alone, or with Shift backwards, as far as somebody would go. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	for (let presses = 0; presses < 30 && !(await isFocused(target)); presses++) {
		await page.keyboard.press(key);
	}
	await expect(target).toBeFocused();
}

test('the samples are recognised and opened', { tag: '@later' }, async ({ page }) => {
	await button(page, 'an offer and its answer').click();
	await expect(said(page)).toContainText('An offer and its answer.');
	await expect(reader(page)).toBeVisible();
	await button(page, 'a candidate').click();
	await expect(said(page)).toContainText('One ICE candidate.');
	await expect(reader(page)).toHaveCount(0);
	await button(page, 'a recorded call').click();
	await expect(said(page)).toContainText(/A Parley trace with \d+ entries/);
	await expect(session(page)).toBeVisible();
	await expect(ladder(page).getByRole('option').first()).toBeVisible();
	await button(page, 'a dump of webrtc-internals').click();
	await expect(said(page)).toContainText('webrtc-internals.json.gzip');
	await expect(session(page)).toBeVisible();
	await expect(ladder(page).getByRole('option').first()).toBeVisible();
});

test('of a candidate every field is unfolded, and can be folded', async ({ page }) => {
	await button(page, 'a candidate').click();
	await expect(said(page)).toContainText('One ICE candidate.');
	const fields = page.getByRole('term');
	for (const name of ['foundation', 'component-id', 'priority', 'cand-type']) {
		await expect(fields.filter({ hasText: new RegExp(`^${name} `) })).toBeVisible();
	}
	await button(page, 'Every field').click();
	await expect(fields).toHaveCount(0);
});

test(
	'whoever presses for something is led to what came of it',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await look(page, 'candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host');
		await expect(said(page)).toContainText('One ICE candidate.');
		await expect(said(page)).toBeFocused();
		await look(page, 'nothing that is known');
		await expect(said(page)).not.toContainText('One ICE candidate.');
		await expect(button(page, 'Look at it')).toBeFocused();
	}
);

test('where there is something to paste is said until something is shown', async ({ page }) => {
	const origins = page.getByRole('region', { name: 'Where to find it' });
	await expect(origins).toContainText('chrome://webrtc-internals');
	await button(page, 'a candidate').click();
	await expect(said(page)).toContainText('One ICE candidate.');
	await expect(origins).toHaveCount(0);
});

test(
	'a line of what was pasted is opened, and its value followed, by the keyboard alone',
	{ tag: '@later' },
	async ({ page }) => {
		const { keyboard } = page;
		const outline = reader(page).getByRole('treegrid');
		await tabTo(page, field(page), 'Shift+Tab');
		await paste(page, OFFER);
		await expect(said(page)).toContainText('An offer');
		await tabTo(page, reader(page).getByRole('searchbox', { name: 'Filter lines' }));
		await keyboard.type('ice-ufrag');
		const line = outline.locator('.line').first();
		const token = outline.getByRole('row', { name: /ufrag.*follow/ }).and(page.locator('.token'));
		await expect(outline.getByRole('row').nth(1)).toContainText('a=ice-ufrag');
		await tabTo(page, outline.getByRole('row').first());
		await keyboard.press('ArrowDown');
		await expect(line).toBeFocused();
		await keyboard.press('Enter');
		await expect(line).toHaveAttribute('aria-expanded', 'true');
		for (let presses = 0; presses < 4 && !(await isFocused(token)); presses++) {
			await keyboard.press('ArrowDown');
		}
		await expect(token).toBeFocused();
		await keyboard.press('Enter');
		await expect(token).toHaveAttribute('aria-selected', 'true');
		const words = outline.locator('[data-value]').getByText(/^\S+$/);
		await expect(words.and(page.locator('.lit'))).toHaveCount(await words.count());
		await keyboard.press('ArrowLeft');
		await expect(line).toBeFocused();
		await keyboard.press('ArrowLeft');
		await expect(line).toHaveAttribute('aria-expanded', 'false');
		await expect(line).toBeFocused();
	}
);

test('a recorded call is read by the keyboard alone', { tag: '@later' }, async ({ page }) => {
	const { keyboard } = page;
	await tabTo(page, button(page, 'a recorded call'));
	await keyboard.press('Enter');
	await expect(session(page)).toBeVisible();
	const tab = (name: string) => page.getByRole('tab', { name, exact: true });
	await tabTo(page, tab('Descriptions'));
	for (const name of ['Candidates', 'Pairs', 'Wire', 'Graphs', 'Descriptions']) {
		await keyboard.press('ArrowRight');
		await expect(tab(name)).toBeFocused();
		await expect(page.getByRole('tabpanel', { name, exact: true })).not.toBeEmpty();
	}
	await tabTo(page, ladder(page).locator('[tabindex="0"]'));
	await keyboard.press('Home');
	await keyboard.press('ArrowDown');
	await keyboard.press('ArrowDown');
	const entry = ladder(page).getByRole('option').and(page.locator('[aria-posinset="3"]'));
	await expect(entry).toBeFocused();
	await keyboard.press('Enter');
	await expect(entry).toHaveAttribute('aria-selected', 'true');
	await expect(session(page)).toContainText(/Entry \d+ of \d+\./);
	await keyboard.press('Enter');
	await expect(entry).toHaveAttribute('aria-selected', 'false');
	await expect(session(page)).not.toContainText(/Entry \d+ of/);
	await expect(entry).toBeFocused();
});

test(
	'SDP is explained, with its lines as they are or escaped, and nothing is requested',
	{ tag: '@later' },
	async ({ page }) => {
		// What keeps the site offline comes after the page.
		await page.waitForLoadState('networkidle');
		const requests: string[] = [];
		page.on('request', (request) => {
			// A cut of the page's own typeface comes with the first text that is set in it.
			const isFont = request.resourceType() === 'font' || request.url().endsWith('.woff2');
			if (!isFont || request.method() !== 'GET') requests.push(request.url());
		});
		const lines = OFFER.trim().split('\r\n').length;
		for (const text of [
			OFFER,
			JSON.stringify(OFFER).slice(1, -1),
			`12:03 offer: ${JSON.stringify(OFFER)}`
		]) {
			await look(page, text);
			await expect(said(page)).toContainText(/description|offer/i);
			await expect(reader(page)).toContainText(`${lines} lines`);
			await expect(reader(page).getByRole('row').first()).toBeVisible();
			await look(page, ' ');
			await expect(said(page)).toContainText('There is nothing here');
		}
		await paste(
			page,
			`${JSON.stringify({ type: 'offer', sdp: OFFER })}\n${JSON.stringify({ type: 'answer', sdp: ANSWER })}`
		);
		await expect(said(page)).toContainText('An offer and its answer.');
		await choose(page, 'call.json', TRACE);
		await expect(session(page)).toBeVisible();
		expect(requests).toEqual([]);
	}
);

test(
	'what is damaged, cut off or foreign gets a sentence and changes nothing',
	{ tag: '@later' },
	async ({ page }) => {
		await choose(page, 'call.json', TRACE);
		await expect(session(page)).toBeVisible();
		const row = ladder(page).getByRole('option').first();
		const rows = await row.getAttribute('aria-setsize');
		const at = TRACE.indexOf('"attempt"');
		for (const { name, text, sentence } of [
			{
				name: 'damaged.json',
				text: `${TRACE.slice(0, at)}?${TRACE.slice(at)}`,
				sentence: /looks like a Parley trace\. .*line \d+, column \d+/
			},
			{
				name: 'cut-off.json',
				text: TRACE.slice(0, TRACE.length / 2),
				sentence: /looks like a Parley trace\. .*cut off/
			},
			{
				name: 'foreign.json',
				text: '{"name":"parley","private":true}',
				sentence: /is JSON, but it holds no description and no candidate/
			},
			{
				name: 'newer.json',
				text: TRACE.replace('"version": 1', '"version": 99'),
				sentence: /is a Parley trace\. The trace is of version 99, made by a newer Parley/
			},
			{
				name: 'wrong.json',
				text: TRACE.replace('"kind":"attempt"', '"kind":"attack"'),
				sentence: /is a Parley trace, but it is damaged/
			},
			{ name: 'letter.txt', text: 'Dear Jane', sentence: /not understood from line 1, column 1/ }
		]) {
			await choose(page, name, text);
			await expect(said(page)).toContainText(`${name}:`);
			await expect(said(page)).toContainText(sentence);
			await expect(said(page)).toContainText('What was shown before stays below.');
			await expect(session(page)).toBeVisible();
			await expect(row).toHaveAttribute('aria-setsize', rows!);
		}
	}
);
