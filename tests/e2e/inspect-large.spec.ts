import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { answers, fileField, openInspect } from './inspect-page';
import { button } from './walk';

const said = (page: Page) => page.getByRole('status');
const rows = (page: Page) => page.locator('main ol > li[data-key]');
const line = (port: number) =>
	`candidate:${port % 50} 1 udp ${2130706431 - (port % 9)} 192.0.2.${port % 250} ${port % 65536} typ host`;
const candidates = (count: number) => Array.from({ length: count }, (_, at) => line(at)).join('\n');

test.beforeEach(async ({ page }) => openInspect(page));

/** From the disk, as somebody does: a large file would take long on its way through the driver. */
async function choose(page: Page, name: string, content: Buffer | string): Promise<void> {
	const path = test.info().outputPath(name);
	writeFileSync(path, content);
	await fileField(page).setInputFiles(path);
}

const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

/** Text in UTF-16, little end first. */
const utf16 = (text: string, mark = true) =>
	Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');

test('of a hundred thousand candidates those in sight are drawn, and the last is reached', async ({
	page
}) => {
	await choose(page, 'many.txt', candidates(100_000));
	await expect(said(page)).toContainText('100000 ICE candidates', { timeout: 45_000 });
	await expect(rows(page).first()).toContainText('192.0.2.0');
	await expect(rows(page).first()).toHaveAttribute('aria-setsize', '100000');
	expect(await elements(page)).toBeLessThan(3000);
	await page.keyboard.press('End');
	await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
	await expect(page.locator('main ol > li[aria-posinset="100000"]')).toBeVisible();
	expect(await elements(page)).toBeLessThan(3000);
});

test('of many descriptions those in sight are drawn, and a link goes to a line of any', async ({
	page
}) => {
	const sdp = (at: number) =>
		['v=0', `o=- ${at} 1 IN IP4 192.0.2.1`, 's=-', 't=0 0', 'm=audio 9 RTP/AVP 0', ''].join('\r\n');
	const all = Array.from({ length: 1600 }, (_, at) => sdp(at)).join('\n');
	await choose(page, 'log.txt', all);
	await expect(said(page)).toContainText('1600 descriptions', { timeout: 45_000 });
	await expect(page.getByRole('region', { name: 'Description 1', exact: true })).toBeVisible();
	expect(await page.locator('.reader-row').count()).toBeLessThan(30);
	await page.evaluate(() => (location.hash = '#pasted-1500-2'));
	const far = page.getByRole('region', { name: 'Description 1500', exact: true });
	await expect(far.getByRole('row', { name: /o=- 1499/ })).toBeVisible();
	await expect(far.locator('[id="pasted-1500-2"]')).toHaveAttribute('aria-expanded', 'true');
});

test('what is packed too tightly, cut off or in UTF-16 is called what it is', async ({ page }) => {
	const many = candidates(30_000);
	const packed = gzipSync(many);
	for (const { name, buffer, sentence } of [
		{ name: 'wide.txt', buffer: utf16(line(7)), sentence: 'One ICE candidate.' },
		{ name: 'bare.txt', buffer: utf16(line(7), false), sentence: 'One ICE candidate.' },
		{ name: 'cut.gz', buffer: packed.subarray(0, 12), sentence: 'This gzip file is cut off' },
		{
			name: 'half.gz',
			buffer: packed.subarray(0, packed.length / 2),
			sentence: 'This gzip file is cut off; what could be unpacked of it was read.'
		},
		{ name: 'dump.zip', buffer: Buffer.from('PK\u0003\u0004'), sentence: 'This is a ZIP archive' },
		{
			name: 'bomb.gz',
			buffer: gzipSync(Buffer.alloc(300_000_000), { level: 1 }),
			sentence: 'It unpacks to more than 268.4 MB'
		}
	]) {
		await choose(page, name, buffer);
		await expect(said(page)).toContainText(`${name}:`, { timeout: 45_000 });
		await expect(said(page)).toContainText(sentence);
	}
});

test('reading is given up by Cancel and by Escape, and what was shown stays', async ({ page }) => {
	await choose(page, 'one.txt', line(7));
	await expect(said(page)).toContainText('One ICE candidate.');
	const long = candidates(500_000);
	for (const act of [() => button(page, 'Cancel').click(), () => page.keyboard.press('Escape')]) {
		await choose(page, 'long.txt', long);
		await expect(page.getByRole('group', { name: 'Reading' })).toBeVisible();
		await act();
		await expect(said(page)).toContainText('long.txt: Reading it was cancelled.');
		await expect(page.getByRole('group', { name: 'Reading' })).toHaveCount(0);
		await expect(rows(page)).toHaveCount(1);
	}
	await choose(page, 'next.txt', candidates(3));
	await expect(said(page)).toContainText('3 ICE candidates');
});

test('everything is read in the page where there are no workers', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'Worker', { value: undefined });
	});
	await page.reload();
	await answers(page);
	await choose(page, 'one.gz', gzipSync(line(7)));
	await expect(said(page)).toContainText('One ICE candidate.');
});

test('everything is read in the page where the worker cannot be loaded', async ({ page }) => {
	await page.route('**/workers/**', (route) => route.abort());
	await page.reload();
	await answers(page);
	await choose(page, 'one.gz', gzipSync(line(7)));
	await expect(said(page)).toContainText('One ICE candidate.');
});

test('where what reads cannot be fetched at all, it is said, and nothing is waited for', async ({
	page
}) => {
	const errors: Error[] = [];
	page.on('pageerror', (error) => errors.push(error));
	await page.route('**/workers/**', (route) => route.abort());
	await page.route(/chunks\/.*\.js$/, async (route) => {
		const response = await route.fetch();
		// What concludes is fetched with what reads, and with nothing else.
		if ((await response.text()).includes('sdp.not-for-browsers')) await route.abort();
		else await route.fulfill({ response });
	});
	await page.reload();
	await answers(page);
	await choose(page, 'one.gz', gzipSync(line(7)));
	await expect(said(page)).toContainText('could not be fetched');
	await expect(page.getByRole('group', { name: 'Reading' })).toHaveCount(0);
	expect(errors).toEqual([]);
	// What shows a result may be on its way still.
	await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('what shows the result is asked for again where it fails, and said to be waited for', async ({
	page
}) => {
	let isLost = true;
	await page.route(/(chunks|nodes)\/.*\.js$/, async (route) => {
		const response = await route.fetch();
		const isIt = (await response.text()).includes('Compare with another recording');
		if (isIt && isLost) await route.abort();
		else await route.fulfill({ response });
	});
	await page.reload();
	await answers(page);
	await page.getByRole('button', { name: 'a recorded call', exact: true }).click();
	await expect(page.getByText('This part waits for the network')).toBeVisible();
	isLost = false;
	await expect(page.getByRole('heading', { level: 2, name: 'John', exact: true })).toBeVisible();
	await expect(page.getByText('This part waits for the network')).toHaveCount(0);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
});

/** A dump with a connection that gathered, and was given, so many candidates. */
function dumpWith(count: number): Buffer {
	const sdp = (setup: string) =>
		`v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=setup:${setup}\r\n`;
	const entry = (type: string, value: unknown, at: number) => ({
		timestamp: 1_790_000_000_000 + at,
		type,
		value: JSON.stringify(value)
	});
	const one = (at: number) => ({ candidate: line(at), sdpMid: '0', sdpMLineIndex: 0 });
	const updateLog = [
		entry('createOfferOnSuccess', { type: 'offer', sdp: sdp('actpass') }, 0),
		entry('setLocalDescription', { type: 'offer', sdp: sdp('actpass') }, 1),
		entry('setLocalDescriptionOnSuccess', null, 2),
		entry('setRemoteDescription', { type: 'answer', sdp: sdp('passive') }, 3),
		entry('setRemoteDescriptionOnSuccess', null, 4),
		...Array.from({ length: count }, (_, at) => [
			entry('icecandidate', one(at), 5 + at),
			entry('addIceCandidate', one(at + count), 5 + at)
		]).flat()
	];
	const connection = { url: 'https://example.org/', updateLog, stats: {} };
	return Buffer.from(JSON.stringify({ PeerConnections: { '7-1': connection }, UserAgent: 'x' }));
}

test('thousands of candidates of a session are drawn as far as they are in sight, by the keys as well', async ({
	page
}) => {
	await choose(page, 'dump.json', dumpWith(1000));
	await expect(page.getByRole('region', { name: 'The recorded session' })).toBeVisible({
		timeout: 45_000
	});
	await page.getByRole('tab', { name: 'Candidates', exact: true }).click();
	const local = page.getByRole('region', { name: /John gathered 1000/ });
	await expect(local.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
	expect(await elements(page)).toBeLessThan(8000);
	const first = local.getByRole('button', { name: 'L1', exact: true });
	await first.focus();
	await page.keyboard.press('Enter');
	await expect(first).toHaveAttribute('aria-expanded', 'true');
	await page.keyboard.press('Tab');
	await page.getByRole('tab', { name: 'Pairs', exact: true }).click();
	await expect(page.getByText(/1\u2009000 local and 1\u2009000 remote candidates/)).toBeVisible();
	expect(await elements(page)).toBeLessThan(8000);
});
