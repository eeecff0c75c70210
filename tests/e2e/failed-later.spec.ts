import { expect, test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { ALIVE, LATER, LATER_SHEETS, laterOf, loadedBeforeSteps } from './slide-files';
import { attempts, expectMoment, moment, next, open } from './walk';

test.use({ launchOptions: patientFirefox });

test('what comes later needs nothing but what is there', { tag: '@telling-chromium' }, () => {
	const loaded = new Set(loadedBeforeSteps());
	for (const { name, imports } of LATER.map(laterOf)) {
		expect(
			imports.filter((one) => !loaded.has(one)),
			'a module that the call does not use: list it in src/lib/ui/later/call.ts'
		).toEqual([]);
		// The next is asked for once this one has come.
		loaded.add(name);
	}
});

for (const [whose, chunk] of Object.entries(ALIVE)) {
	test(`that by which the call is ${whose} is asked for again where it fails, and what was pressed meanwhile is done`, async ({
		page
	}) => {
		let isCut = true;
		const { file } = laterOf(chunk);
		await page.route(
			({ pathname }) => pathname === file,
			(route) => (isCut ? route.abort() : route.continue())
		);
		await page.goto('./walk/john-creates-peer-connection');
		await expect(page.locator('.controls')).toContainText('waits for the network');
		// It says that it is busy, and can be pressed.
		await next(page).click({ force: true });

		isCut = false;
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expectMoment(page, moment('john-creates-peer-connection', 'after'));
		await expect(page.locator('.controls')).not.toContainText('waits for the network');
		await expect(page.getByRole('region', { name: 'John', exact: true })).toBeVisible();
		expect(await attempts(page)).toBe(1);
	});
}

test('what comes later is asked for again where it fails, and said to be waited for', async ({
	page
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => {
		// Firefox tells of each module that the test keeps away.
		if (!message.startsWith('Loading module from')) errors.push(message);
	});
	let isCut = true;
	const files = LATER.map((chunk) => laterOf(chunk).file);
	const asked = new Set<string>();
	await page.route(
		({ pathname }) => files.includes(pathname),
		(route) => {
			asked.add(new URL(route.request().url()).pathname);
			return isCut ? route.abort() : route.continue();
		}
	);
	await open(page, 'john-sets-local-description');
	await next(page).click();
	await expectMoment(page, moment('john-sets-local-description', 'after'));
	await page.getByRole('tab', { name: 'Descriptions' }).click();
	const panel = page.getByRole('tabpanel', { name: 'Descriptions' });
	await expect(panel).toContainText('waits for the network');
	await page.getByRole('tab', { name: 'This step' }).click();
	await expect(page.getByRole('tabpanel', { name: 'This step' })).toContainText(
		'setLocalDescription'
	);

	isCut = false;
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await page.getByRole('tab', { name: 'Descriptions' }).click();
	await expect(panel).toContainText('bundle of 0, 1');
	await page.getByRole('tab', { name: 'Machine' }).click();
	await expect(page.getByRole('tabpanel', { name: 'Machine' })).toContainText('have-local-offer');
	expect([...asked].sort()).toEqual([...files].sort());
	expect(errors).toEqual([]);
});

test('a style sheet of what comes later that fails is no error of the page, and is fetched again until it is there', async ({
	page
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	const sheets = LATER_SHEETS;
	expect(sheets).not.toEqual([]);
	let failures = 0;
	await page.route(
		({ pathname }) => sheets.includes(pathname),
		(route) => ((failures += 1) <= 2 * sheets.length ? route.abort() : route.continue())
	);
	await open(page, 'what-is-webrtc');
	await expect
		.poll(() =>
			page.evaluate(
				(files) =>
					files.every((file) =>
						[...document.styleSheets].some((sheet) => {
							try {
								return sheet.href?.endsWith(file) && sheet.cssRules.length > 0;
							} catch {
								// A sheet that could not be fetched has no rules to be read.
								return false;
							}
						})
					),
				sheets
			)
		)
		.toBe(true);
	expect(errors).toEqual([]);
});
