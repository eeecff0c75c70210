import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { PeerName, TraceEntry } from '../../src/lib/trace';
import { MOMENTS } from './deck';
import { LESSONS } from './lessons';
import { openStage } from './stage';
import { button, open, press } from './walk';

/** The pages are put together, and their type is fitted. */
async function openHandout(page: Page, query = ''): Promise<void> {
	await page.goto(`./print${query}`);
	await fitted(page);
}

/** The type of all pages is fitted. */
async function fitted(page: Page): Promise<void> {
	await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
}

/** Runs in the page: what is cut off on a page, in words; nothing where all is well. */
function whatIsCutOff(): string[] {
	return [...document.querySelectorAll<HTMLElement>('.sheet')].flatMap((sheet, index) => {
		const boxes = [
			sheet,
			...sheet.querySelectorAll<HTMLElement>('.body, article, .beside, .browser, aside')
		];
		const paper = sheet.getBoundingClientRect();
		return boxes.flatMap((box) => {
			const { right, bottom } = box.getBoundingClientRect();
			const name = `page ${index + 1}, ${box.tagName} ${box.className}`;
			const within = right <= paper.right + 1 && bottom <= paper.bottom + 1;
			const whole =
				box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
			const size = parseFloat(getComputedStyle(box).fontSize) * 0.75;
			return [
				...(within ? [] : [`${name} leaves the page`]),
				...(whole ? [] : [`${name} is cut off`]),
				...(size >= 7 ? [] : [`${name} is set in ${size} pt`])
			];
		});
	});
}

/** What is told by a picture: how much was sent, what waits of it, and who has gathered how much. */
interface Told {
	sent: Record<PeerName, number>;
	/** As many waiting messages lie on top of each other as can be told apart. */
	waiting: number;
	gathered: Record<PeerName, number>;
}

/** Runs in the page: what the picture on each page tells; null on one without a picture. */
function whatIsDrawn(): (Told | null)[] {
	return [...document.querySelectorAll('.sheet')].map((sheet) => {
		const picture = sheet.querySelector('[role=group][aria-label="The picture of the call"]');
		if (!picture) return null;
		const texts = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent!);
		const names = [...picture.querySelectorAll('[role=img]')].map((part) => part.ariaLabel!);
		const sent = (pattern: RegExp) =>
			Number(texts.map((text) => pattern.exec(text.trim())?.[1]).find(Boolean) ?? 0);
		const gathered = (name: string) =>
			names.filter(
				(one) => one.startsWith(`${name}’s candidate`) && !one.includes('nobody signaled')
			).length;
		return {
			sent: { john: sent(/^(\d+) sent →$/), jane: sent(/^← (\d+) sent$/) },
			waiting: names.filter((name) => / waits for (John|Jane)$/.test(name)).length,
			gathered: { john: gathered('John'), jane: gathered('Jane') }
		};
	});
}

/** What the recording that comes with the site had brought with so many steps performed. */
function recordedWith(steps: number): Told {
	const { entries } = JSON.parse(
		readFileSync('src/static/samples/call.parley-trace.json', 'utf8')
	) as { entries: TraceEntry[] };
	const begins = entries.filter(({ kind, name }) => kind === 'step' && name === 'begin');
	const come = entries.slice(0, begins[steps]?.seq);
	const count = (kind: string, of: (entry: TraceEntry) => unknown) => {
		const found = come.filter((entry) => entry.kind === kind && of(entry));
		const by = (name: PeerName) => found.filter(({ peer }) => peer === name).length;
		return { john: by('john'), jane: by('jane') };
	};
	const sent = count('sent', () => true);
	const delivered = count('delivered', () => true);
	const waiting = sent.john + sent.jane - delivered.john - delivered.jane;
	const gathered = count('event', ({ name, data }) => {
		const { candidate } = (data ?? {}) as { candidate?: { candidate?: string } | null };
		return name === 'icecandidate' && candidate?.candidate;
	});
	return { sent, waiting: Math.min(3, waiting), gathered };
}

/** The pages of a PDF, counted by its page objects (ISO 32000-2, 7.7.3.3). */
function pagesOfPdf(pdf: Buffer): number {
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Runs the command that makes the handout, with the site as it is built. */
function handout(...options: string[]): { code: number | null; says: string; faults: string } {
	const command = ['src/commands/handout.js', ...options];
	const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
	return { code: status, says: stdout, faults: stderr };
}

test.describe('the command for the handout', { tag: '@later' }, () => {
	test.beforeEach(({ browserName }) => {
		test.skip(browserName !== 'chromium', 'It prints with Chromium, whichever browser is tested.');
	});

	test('writes a talk as PDF, and says how many pages it has', () => {
		const out = test.info().outputPath('talk.pdf');
		const { code, says } = handout('--deck', 'ten-minutes', '--notes', '--out', out);
		expect(says).toMatch(/^\d+ pages: .*talk\.pdf\n$/);
		expect(code).toBe(0);
		expect(pagesOfPdf(readFileSync(out))).toBe(parseInt(says));
	});

	test('says which deck there is not, and writes nothing', () => {
		const { code, says, faults } = handout('--deck', 'nowhere');
		expect(faults).toContain('There is no deck “nowhere”. Choose one.');
		expect([code, says]).toEqual([1, '']);
	});

	test('says how it is used where an option is unknown', () => {
		const { code, faults } = handout('--paper', 'A3');
		expect(code).toBe(2);
		expect(faults).toContain('--deck <name of a file in content/decks>');
	});
});

test.describe('the handout', () => {
	test(
		'has a page for each moment, none of them cut off',
		{ tag: '@later' },
		async ({ page, browserName }) => {
			await openHandout(page, '?notes');
			await expect(page.locator('.sheet')).toHaveCount(MOMENTS.length);
			await expect(page.locator('.sheet aside')).toHaveCount(MOMENTS.length);
			expect(await page.evaluate(whatIsCutOff)).toEqual([]);
			// Playwright prints with Chromium alone.
			if (browserName !== 'chromium') return;
			const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
			expect(pagesOfPdf(pdf)).toBe(MOMENTS.length);
		}
	);

	for (const { slug, moments } of LESSONS.slice(1)) {
		test(
			`has a page for each moment of ${slug} as it was recorded, none of them cut off`,
			{ tag: '@later' },
			async ({ page }) => {
				await openHandout(page, `?deck=${slug}&notes`);
				await expect(page.locator('.sheet aside')).toHaveCount(moments.length);
				await expect(page.getByText('The session did not come this far.')).toHaveCount(0);
				expect(await page.evaluate(whatIsCutOff)).toEqual([]);
			}
		);
	}

	test(
		'has on the pages of each step the picture of the call as it stood',
		{ tag: '@later' },
		async ({ page }) => {
			await openHandout(page);
			const drawn = await page.evaluate(whatIsDrawn);
			for (const [index, { slug, kind, steps }] of MOMENTS.entries()) {
				if (kind === 'only') continue;
				expect(drawn[index], `${slug}, ${kind}`).toEqual(recordedWith(steps));
			}
			const pictures = page
				.locator('.sheet')
				.getByRole('group', { name: 'The picture of the call' });
			await expect(pictures.locator('a, button, input, [tabindex]')).toHaveCount(0);
			const moving = await pictures
				.locator('*')
				.evaluateAll(
					(all) => all.filter((one) => getComputedStyle(one).animationName !== 'none').length
				);
			expect(moving).toBe(0);
		}
	);

	test('has room for each moment without notes @long', async ({ page }) => {
		await openHandout(page);
		await expect(page.locator('.sheet')).toHaveCount(MOMENTS.length);
		await expect(page.locator('.sheet aside')).toHaveCount(0);
		expect(await page.evaluate(whatIsCutOff)).toEqual([]);
	});

	test(
		'shows what the browser answered, and keeps the deck in the address',
		{ tag: '@later' },
		async ({ page }) => {
			await openHandout(page);
			const created = page.getByLabel(/^Page \d+: John creates an offer$/).last();
			await expect(created).toContainText('createOffer()');
			await expect(created).toContainText('a=setup:actpass');
			await expect(created).toContainText('This side leaves it to the answerer');

			await page.getByLabel('Deck').selectOption('ten-minutes');
			await expect(page).toHaveURL(/\?deck=ten-minutes$/);
			await expect(page.locator('.sheet header').first()).toContainText('Ada Lovelace, 2026-12-10');
			await expect(
				page.locator('.sheet').filter({ hasText: 'Performed on the way' })
			).not.toHaveCount(0);
			await page.getByLabel('With the speaker’s notes').check();
			await expect(page).toHaveURL(/\?deck=ten-minutes&notes=$/);
			await fitted(page);
			expect(await page.evaluate(whatIsCutOff)).toEqual([]);
		}
	);

	test(
		'shows the session of the walk, masked, and says where it did not come to',
		{ tag: '@later' },
		async ({ context }) => {
			const walk = await context.newPage();
			await open(walk, 'john-sends-candidate');
			await press(walk);
			const address = await walk.evaluate(() => {
				const sent = window.parley.trace.findLast(({ kind }) => kind === 'sent')!;
				const { message } = sent.data as { message: { candidate: { candidate: string } } };
				return message.candidate.candidate.split(' ')[4]!;
			});
			await walk.getByRole('tab', { name: 'Export', exact: true }).click();
			const opens = context.waitForEvent('page');
			await button(walk, 'Print as a handout').click();
			const page = await opens;
			await fitted(page);
			await expect(
				page.getByText('This shows the session of the other window, masked.')
			).toBeVisible();
			const sheet = (title: string) => page.getByLabel(new RegExp(`^Page \\d+: ${title}$`)).last();
			await expect(sheet('John sends a candidate')).toContainText('waiting for Jane');
			await expect(sheet('Jane adds John’s candidate')).toContainText('did not come this far');
			const picture = { name: 'The picture of the call' };
			await expect(
				sheet('John sends a candidate')
					.getByRole('group', picture)
					.getByRole('img', { name: /^candidate, .* waits for Jane$/ })
			).toBeVisible();
			await expect(sheet('Jane adds John’s candidate').getByRole('group', picture)).toHaveCount(0);
			// The slides’ own examples are of addresses as well: only what the browser gave is masked.
			await expect(page.locator('.browser').filter({ hasText: address })).toHaveCount(0);

			await walk.close();
			// It is said before the pages of the recording are there.
			let release = () => {};
			const released = new Promise<void>((resolve) => (release = resolve));
			await page.route('**/samples/call.parley-trace.json', async (route) => {
				await released;
				await route.continue();
			});
			await page.reload();
			await expect(page.getByRole('alert')).toContainText('the window of that session is closed');
			release();
			await fitted(page);
			await expect(page.getByRole('alert')).toContainText('the recording that comes with the site');
			await expect(sheet('Jane adds John’s candidate')).not.toContainText('did not come this far');
		}
	);

	test(
		'shows the session on the stage, where one is open',
		{ tag: '@later' },
		async ({ context }) => {
			const stage = await context.newPage();
			await openStage(stage, 'john-creates-offer');
			const page = await context.newPage();
			await page.goto('./print?deck=ten-minutes');
			await button(page, 'Show the session on the stage').click();
			await expect(page.getByText('This shows the session of the other window.')).toBeVisible();
			await fitted(page);
			await expect(page.getByText('did not come this far')).not.toHaveCount(0);
		}
	);

	test(
		'says what is wrong with a deck or a file, and keeps what it shows',
		{ tag: '@later' },
		async ({ page }) => {
			await page.goto('./print?deck=nowhere');
			await expect(page.getByRole('alert')).toHaveText('There is no deck “nowhere”. Choose one.');
			await page.getByLabel('Deck').selectOption('ten-minutes');
			await expect(page.locator('.sheet').first()).toBeVisible();
			await page
				.getByLabel(/Another trace/)
				.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
			await expect(page.getByRole('alert')).toContainText('this object has no "format"');
			await expect(page.locator('.sheet').first()).toBeVisible();
		}
	);
});
