import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { watchPolicy } from './policy';
import { serveAgain } from './site';
import { openStage, stage } from './stage';
import { button, expectConnected, next, open, ready } from './walk';

/** The policy of an address: in its HTML, or beside it where the server puts the page together itself. */
async function policyOf(page: Page, address: string): Promise<string> {
	const given = await page.request.get(address);
	const written = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(
		await given.text()
	);
	return written?.[1] ?? given.headers()['content-security-policy']!;
}

for (const address of [
	'./',
	'./walk/show-me-the-code',
	'./walk/glare/four-lines',
	'./repair',
	'./repair/dtls-and-media/one-digit',
	'./inspect',
	'./stage/john-sends-offer',
	'./speaker',
	'./preflight',
	'./by-hand',
	'./print?notes',
	'./no/such/page'
]) {
	test(`${address} has a policy that allows nothing inline, and keeps to it`, async ({ page }) => {
		const kept = await watchPolicy(page);
		await page.goto(address);
		await expect(page.getByRole('main')).toBeVisible();
		await page.waitForLoadState('networkidle');
		const policy = await policyOf(page, address);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("base-uri 'none'");
		expect(policy).toContain("form-action 'none'");
		expect(policy).toContain("require-trusted-types-for 'script'");
		expect(policy).not.toContain('unsafe');
		expect(kept).toEqual([]);
	});
}

test(
	'a whole call, looked at from all sides, does nothing that the policy forbids',
	{ tag: '@telling' },
	async ({ page }) => {
		const kept = await watchPolicy(page);
		await open(page, 'media-flows');
		await expectConnected(page);
		for (const tab of [
			'Descriptions',
			'Candidates',
			'Pairs',
			'Wire',
			'Graphs',
			'Machine',
			'Media',
			'Break',
			'Export'
		]) {
			await page.getByRole('tab', { name: tab, exact: true }).click();
			await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
		}
		await button(page, 'whole ladder')
			.or(page.getByRole('button', { name: /ladder/ }))
			.first()
			.click();
		const divider = page.getByRole('separator', { name: 'Width of the slide' });
		const box = (await divider.boundingBox())!;
		await page.mouse.move(box.x, box.y + 300);
		await page.mouse.down();
		await page.mouse.move(box.x + 80, box.y + 300, { steps: 5 });
		await page.mouse.up();
		await expect.poll(async () => (await divider.boundingBox())!.x).toBeGreaterThan(box.x + 40);
		await next(page).click();
		expect(kept).toEqual([]);
	}
);

test('what is inspected and what is on the wall does nothing that the policy forbids', async ({
	page
}) => {
	const kept = await watchPolicy(page);
	await page.goto('./inspect');
	await button(page, 'a dump of webrtc-internals').click();
	await expect(page.getByRole('region', { name: 'The recorded session' })).toBeVisible();
	await button(page, 'an offer and its answer').click();
	await expect(page.getByRole('region', { name: /^Description 1/ })).toBeVisible();
	await openStage(page, 'john-sends-offer');
	for (const key of ['ArrowRight', 'o', 'Escape', 'i', '?', 'Escape', 'd']) {
		await page.keyboard.press(key);
	}
	await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
	expect(kept).toEqual([]);
});

test(
	'a script that somebody puts into a page does not run',
	{ tag: '@telling' },
	async ({ page }) => {
		const kept = await watchPolicy(page);
		await page.route('**/*', async (route) => {
			if (route.request().resourceType() !== 'document') return route.continue();
			const given = await route.fetch();
			const put = '<script>window.ran=true</script><img src="x" onerror="window.ran=true">';
			await route.fulfill({
				response: given,
				body: (await given.text()).replace('</body>', `${put}</body>`)
			});
		});
		await open(page, 'what-is-webrtc');
		await expect.poll(() => kept.length).toBeGreaterThanOrEqual(2);
		expect(await page.evaluate(() => 'ran' in window)).toBe(false);
	}
);

test(
	'a text becomes neither HTML nor the address of a script, whoever hands it over',
	{ tag: '@telling' },
	async ({ page }) => {
		await open(page, 'what-is-webrtc');
		const refused = await page.evaluate(() => {
			const attempts = {
				html: () => (document.createElement('p').innerHTML = '<img src="x">'),
				worker: () => new Worker('/service-worker.js'),
				policy: () =>
					(
						globalThis as unknown as {
							trustedTypes: { createPolicy(name: string, rules: object): void };
						}
					).trustedTypes.createPolicy('another', {})
			};
			return Object.entries(attempts).map(([name, attempt]) => {
				try {
					attempt();
					return `${name} is taken`;
				} catch (error) {
					return (error as Error).name;
				}
			});
		});
		expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
	}
);

test('with the headers of the README a call works, and nobody can put the site into a page of theirs', async ({
	page,
	baseURL
}) => {
	const readme = readFileSync('README.md', 'utf8');
	const [, block] = /```headers\n\/\*\n([^`]+)```/.exec(readme)!;
	const headers = Object.fromEntries(
		block!
			.trim()
			.split('\n')
			.map((line) => /^\s*([\w-]+): (.+)$/.exec(line)!.slice(1, 3))
	) as Record<string, string>;
	for (const [name, value] of Object.entries(headers)) {
		expect(readme).toContain(`add_header ${name} "${value}" always;`);
	}
	const site = await serveAgain(baseURL!, headers);
	const again = new URL(new URL(baseURL!).pathname, `http://localhost:${site.port}`).href;
	const thief = createServer((_, response) =>
		response.setHeader('content-type', 'text/html').end(`<iframe src="${again}inspect"></iframe>`)
	).listen(0);
	const kept = await watchPolicy(page);
	await page.goto(`${again}walk/media-flows`);
	await ready(page);
	await expectConnected(page);
	expect(kept).toEqual([]);
	await page.goto(`http://localhost:${(thief.address() as AddressInfo).port}/`);
	await page.waitForLoadState('networkidle');
	await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Inspect' })).toHaveCount(
		0
	);
	site.close();
	thief.close();
});
