import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { open } from './walk';

async function download(page: Page, link: string, path: string): Promise<string> {
	await open(page, 'show-me-the-code');
	const begins = page.waitForEvent('download');
	await page.getByRole('link', { name: link }).click();
	await (await begins).saveAs(path);
	return readFile(path, 'utf8');
}

async function expectCall(page: Page) {
	for (const peer of ['john', 'jane']) {
		await expect(page.locator(`#${peer}-state`)).toHaveJSProperty('value', 'connected', {
			timeout: 45_000
		});
		const size = await page.locator(`#${peer}-sees`).evaluate(
			(video: HTMLVideoElement) =>
				new Promise<number>((resolve) =>
					// The second frame shows that the picture moves on.
					video.requestVideoFrameCallback(() =>
						video.requestVideoFrameCallback((_, frame) => resolve(frame.width * frame.height))
					)
				)
		);
		expect(size).toBeGreaterThan(0);
	}
}

for (const { link, file } of [
	{ link: 'Download with the test pattern', file: 'john-calls-jane.html' },
	{ link: 'Download with the camera', file: 'john-calls-jane-camera.html' }
]) {
	const tag = link.endsWith('pattern') ? '@telling' : [];
	test(
		`the program of “${link}” makes the call alone`,
		{ tag },
		async ({ page, context }, info) => {
			const path = info.outputPath(file);
			const text = await download(page, link, path);
			expect(text).not.toMatch(/\b(?:src|href)\s*=/);
			expect(text).not.toMatch(/\bimport\b\s*[('"{*\w]/);
			expect(text).not.toMatch(/\bfetch\(|url\(/);

			const alone = await context.newPage();
			const requests: string[] = [];
			const problems: string[] = [];
			alone.on('request', (request) => requests.push(request.url()));
			alone.on('pageerror', (error) => problems.push(String(error)));
			await alone.goto(pathToFileURL(path).href);
			await expectCall(alone);
			expect(requests.filter((url) => /^https?:/.test(url))).toEqual([]);

			await alone.getByRole('button', { name: 'Hang up' }).click();
			for (const peer of ['john', 'jane']) {
				await expect(alone.locator(`#${peer}-state`)).toHaveJSProperty('value', 'closed');
			}
			expect(problems).toEqual([]);
		}
	);
}
