import { expect, test, type Page } from '@playwright/test';
import { fileOf } from '../inspect/ends';
import { fileField, openInspect } from './inspect-page';

const said = (page: Page) => page.getByRole('status');
const session = (page: Page) => page.getByRole('region', { name: 'The recorded session' });
const playerOf = (page: Page, name: string) => page.getByLabel(`${name} is`);

/** Jane's machine was 2340 ms ahead, and numbered her connection as John's did his. */
const JOHN = { name: 'john.json', text: fileOf({ of: '8-1' }) };
const JANE = { name: 'jane.json', text: fileOf({ of: '8-2', as: '8-1', ahead: 2340 }) };

test.beforeEach(async ({ page }) => openInspect(page));

async function expectMerged(page: Page): Promise<void> {
	await expect(said(page)).toContainText('john.json and jane.json:');
	await expect(said(page)).toContainText(
		/2 dumps of webrtc-internals with 2 connections\. The clock of “jane\.json” was 2.342 ms ahead/
	);
	await expect(playerOf(page, 'John')).toHaveValue('8-1 of john.json');
	await expect(playerOf(page, 'Jane')).toHaveValue('8-1 of jane.json');
	await expect(session(page)).toBeVisible();
}

test(
	'the dumps of both ends of a call are chosen together, and shown as John and Jane',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await fileField(page).setInputFiles(
			[JOHN, JANE].map(({ name, text }) => ({
				name,
				mimeType: 'application/json',
				buffer: Buffer.from(text)
			}))
		);
		await expectMerged(page);
		await playerOf(page, 'Jane').selectOption('nobody');
		await expect(playerOf(page, 'John')).toHaveValue('8-1 of john.json');
		await expect(playerOf(page, 'Jane')).toHaveValue('');
		await expect(said(page)).toContainText('john.json and jane.json:');
	}
);

test('they are dropped together', { tag: '@later' }, async ({ page }) => {
	const data = await page.evaluateHandle(
		(files) => {
			const transfer = new DataTransfer();
			for (const { name, text } of files) transfer.items.add(new File([text], name));
			return transfer;
		},
		[JOHN, JANE]
	);
	await page.locator('form').dispatchEvent('drop', { dataTransfer: data });
	await expectMerged(page);
});

test(
	'where a dump has no connection, nobody is to be chosen, and what it tells is said',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		const asked = {
			pid: 1,
			rid: 8,
			request_id: 1,
			request_type: 'getUserMedia',
			timestamp: 1.79e12
		};
		const refused = { ...asked, error: 'NotReadableError', error_message: 'Could not start' };
		const dump = { getUserMedia: [asked, refused], PeerConnections: {}, UserAgent: 'Chrome/156' };
		await fileField(page).setInputFiles({
			name: 'alone.json',
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify(dump))
		});
		await expect(page.getByText('The page could not have camera or microphone')).toBeVisible();
		await expect(page.getByRole('group', { name: 'Who is shown' })).toHaveCount(0);
	}
);
