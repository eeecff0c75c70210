import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openInspect } from './inspect-page';

const SESSION = ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 't=0 0'];
const SECTION = [
	'm=audio 9 UDP/TLS/RTP/SAVPF 111',
	'c=IN IP4 0.0.0.0',
	'a=mid:0',
	'a=ice-ufrag:abcd',
	'a=ice-pwd:abcdefghijklmnopqrstuvwx',
	'a=ice-options:trickle',
	`a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
	'a=rtcp-mux',
	'a=rtpmap:111 opus/48000/2'
];
const OFFER = [...SESSION, ...SECTION, 'a=setup:actpass', ''].join('\r\n');
const ANSWER = OFFER.replace('actpass', 'active')
	.replace('o=- 1 ', 'o=- 2 ')
	.replace('abcd\r', 'efgh\r')
	.replaceAll('AB', 'CD');

/** Pastes a text and has it looked at, by the keyboard alone. */
async function paste(page: Page, text: string) {
	await openInspect(page);
	await page.getByLabel('Paste here, or drop a file').focus();
	await page.keyboard.insertText(text);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(concluded(page)).toBeVisible();
}

const concluded = (page: Page) => page.getByRole('region', { name: 'Verdict and findings' });

test(
	'of an answer that a browser refuses the verdict is read first, then the reason and what to do',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await paste(page, `${OFFER}\r\n${ANSWER.replace('a=rtcp-mux\r\n', '')}`);
		await expect(concluded(page).getByRole('heading', { level: 2 })).toHaveText(
			'A browser refuses this answer.'
		);
		await expect(concluded(page)).toContainText(
			'Chromium says: “rtcp-mux must be enabled when BUNDLE is enabled.”'
		);
		const first = concluded(page).locator('[data-finding]').first();
		await expect(first).toHaveAttribute('data-finding', 'answer.no-rtcp-mux');
		await expect(first.getByRole('heading', { level: 3 })).toContainText('breaks the call');
		await expect(first).toContainText('What to do:');
		// The verdict stands above everything that is explained line by line.
		const verdict = (await concluded(page).boundingBox())!;
		const reader = (await page
			.getByRole('region', { name: 'Description 1, offer' })
			.boundingBox())!;
		expect(verdict.y + verdict.height).toBeLessThanOrEqual(reader.y);
	}
);

test(
	'on a phone the verdict is in sight as soon as a text was looked at',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await paste(page, `${OFFER}\r\n${ANSWER.replace('a=rtcp-mux\r\n', '')}`);
		const verdict = concluded(page).getByRole('heading', { level: 2 });
		await expect(verdict).toBeInViewport({ ratio: 1 });
		await expect(concluded(page).locator('[data-finding]').first()).toBeInViewport();
	}
);

test(
	'and where what shows it had to be asked for again',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		let isLost = true;
		await page.route(/(chunks|nodes)\/.*\.js$/, async (route) => {
			const response = await route.fetch();
			const isIt = (await response.text()).includes('Compare with another recording');
			if (isIt && isLost) await route.abort();
			else await route.fulfill({ response });
		});
		await openInspect(page);
		await page
			.getByLabel('Paste here, or drop a file')
			.fill(`${OFFER}\r\n${ANSWER.replace('a=rtcp-mux\r\n', '')}`);
		await page.getByRole('button', { name: 'Look at it' }).click();
		await expect(page.getByText('This part waits for the network')).toBeVisible();
		isLost = false;
		await expect(concluded(page).getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
		await expect(concluded(page).locator('[data-finding]').first()).toBeInViewport();
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	}
);

test('the evidence of a finding leads to its line, by the keyboard', async ({ page }) => {
	await paste(page, `${OFFER}\r\n${ANSWER.replace('a=rtcp-mux\r\n', '')}`);
	const first = concluded(page).locator('[data-finding]').first();
	await first.getByText('How one knows').focus();
	await page.keyboard.press('Enter');
	const link = first.getByRole('link', { name: 'line 12 of description 1' });
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#pasted-1-12$/);
	await expect(page.getByRole('region', { name: 'Description 1, offer' })).toContainText(
		'a=rtcp-mux'
	);
});

test('a screen reader has the verdict, then the reason, then what shows it, and so has the keyboard', async ({
	page
}) => {
	await paste(page, `${OFFER}\r\n${ANSWER.replace('a=rtcp-mux\r\n', '')}`);
	// Whoever asked is where the answer begins.
	await expect(
		page.getByRole('status').filter({ hasText: 'an offer and its answer' })
	).toBeFocused();
	const read = await page.getByRole('main').ariaSnapshot();
	const order = [
		'status: ',
		'region "Verdict and findings"',
		'heading "A browser refuses this answer." [level=2]',
		'Chromium says:',
		'heading "breaks the call',
		'What to do:',
		'How one knows',
		'region "Description 1, offer'
	].map((part) => read.indexOf(part));
	expect(order, read).not.toContain(-1);
	expect(
		[...order].sort((one, other) => one - other),
		read
	).toEqual(order);

	const first = concluded(page).locator('[data-finding]').first();
	await page.keyboard.press('Tab');
	await expect(first.getByText('How one knows')).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await expect(first.getByRole('link', { name: 'line 12 of description 1' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#pasted-1-12$/);
});

test('of a call that works it is said, with how much was looked at', async ({ page }) => {
	await paste(page, `${OFFER}\r\n${ANSWER}`);
	await expect(concluded(page).getByRole('heading', { level: 2 })).toHaveText(
		'A browser accepts this answer.'
	);
	await expect(concluded(page)).toContainText(/\d+ checks, nothing that would stop this call\./);
});

test('the report is copied as Markdown', async ({ page, context, browserName }) => {
	test.skip(browserName === 'firefox', 'its driver cannot allow to read what was copied');
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await paste(page, OFFER.replace('a=rtcp-mux\r\n', ''));
	await concluded(page).getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(concluded(page).getByRole('button', { name: 'Copied' })).toBeVisible();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toContain('**A browser refuses this offer.**');
	expect(text).toContain('`sdp.no-rtcp-mux`');
});

const FAILED = readFileSync('tests/diagnose/fixtures/only-private-and-no-relay.json', 'utf8');

test(
	'of a recording the outcome is read first, then why, and each entry that shows it can be gone to',
	{ tag: '@telling' },
	async ({ page }) => {
		await paste(page, FAILED);
		await expect(concluded(page).getByRole('heading', { level: 2 })).toHaveText(
			'This call did not come about: John’s connection failed 15 s after offer and answer were there.'
		);
		const first = concluded(page).locator('[data-finding]').first();
		await expect(first).toHaveAttribute('data-finding', 'ice.remote-only-private');
		await expect(page.getByLabel('John is').locator('option:checked')).toContainText(
			'never connected'
		);
		await first.getByText('How one knows').click();
		await first.getByRole('button', { name: 'entry 21' }).click();
		await expect(page.getByRole('button', { name: 'To the end' })).toBeVisible();
		await expect(page.getByRole('slider')).toHaveValue('21');
	}
);

test('the report of a recording can be copied without addresses and credentials', async ({
	page,
	context,
	browserName
}) => {
	test.skip(browserName === 'firefox', 'its driver cannot allow to read what was copied');
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await paste(page, readFileSync('tests/diagnose/fixtures/two-answerers.json', 'utf8'));
	await concluded(page).getByLabel('without addresses and credentials').check();
	await concluded(page).getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(concluded(page).getByRole('button', { name: 'Copied' })).toBeVisible();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toContain('negotiation.two-answerers');
	expect(text).toContain('a=ice-ufrag:');
	expect(text).not.toContain('Vw1a');
});

test('any two of several descriptions are compared by choosing them', async ({ page }) => {
	const again = OFFER.replace('o=- 1 1', 'o=- 1 2').replace('opus/48000/2', 'opus/48000');
	await paste(page, `${OFFER}\r\n${ANSWER}\r\n${again}`);
	const compared = page.getByRole('region', { name: 'What became of the offer' });
	await expect(compared).toBeVisible();
	await page
		.getByRole('combobox', { name: 'with', exact: true })
		.selectOption('description 3, offer');
	await expect(compared).toBeHidden();
	await expect(page.getByRole('region', { name: 'What differs' })).toContainText('opus/48000');
	await page.getByRole('combobox', { name: 'Compare', exact: true }).selectOption('nothing');
	await expect(page.getByRole('region', { name: 'What differs' })).toBeHidden();
});
