import { expect, test, type Page } from '@playwright/test';
import type { TraceFile } from '../../src/lib/trace/file';
import { choose, ladder, look, openInspect, reader, said, session, TRACE } from './inspect-page';
import { button } from './walk';

declare global {
	interface Window {
		/** Set by what must never run. */
		ran?: boolean;
	}
}

const PAYLOADS = [
	'<img src=x onerror="window.ran=true">',
	'<script>window.ran=true</script>',
	'"><svg onload="window.ran=true">',
	'{@html "<b>window.ran=true</b>"}',
	'<a href="javascript:window.ran=true">go</a>'
];

test.beforeEach(async ({ page }) => openInspect(page));

/** Nothing of a payload became an element, and nothing ran. */
async function expectHarmless(page: Page): Promise<void> {
	expect(await page.evaluate(() => window.ran)).toBeUndefined();
	await expect(
		page.locator('main :is(img, script, svg[onload], [onerror], [href^="javascript:"])')
	).toHaveCount(0);
}

test(
	'markup in pasted SDP appears as text and runs nothing',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		const lines = PAYLOADS.flatMap((payload) => [
			`a=${payload}`,
			`a=fmtp:111 ${payload}`,
			`a=candidate:1 1 udp 1 ${payload} 9 typ host`,
			`a=mid:${payload}`,
			`i=${payload}`
		]);
		const sdp = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=<b>s</b>', 't=0 0', ...lines, ''].join(
			'\r\n'
		);
		await look(page, sdp);
		const rows = reader(page).getByRole('row');
		await expect(rows.first()).toBeVisible();
		// What was concluded stands above; of the lines those in sight are drawn.
		await reader(page).evaluate((element) => element.scrollIntoView());
		for (const payload of PAYLOADS) {
			await reader(page).getByRole('searchbox', { name: 'Filter lines' }).fill(payload);
			await expect(
				reader(page).getByRole('rowheader').filter({ hasText: payload }).first()
			).toBeVisible();
		}
		await reader(page).getByRole('searchbox', { name: 'Filter lines' }).fill('');
		await button(page, 'Raw').click();
		for (const payload of PAYLOADS)
			await expect(reader(page).locator('pre')).toContainText(payload);
		await expectHarmless(page);
		for (const payload of PAYLOADS) {
			// In a log, a quotation mark or a brace ends a candidate.
			const bare = payload.replace(/["}]/g, '');
			await look(page, `candidate:1 1 udp 1 ${bare} 9 typ host`);
			// A candidate ends where a tag, a brace or a bracket begins: what follows belongs to what is around it.
			const [own = ''] = bare.split(/[<>{]/);
			await expect(page.locator('main ol code').first()).toHaveText(
				`candidate:1 1 udp 1 ${own}`.trimEnd()
			);
			await look(page, payload);
			await expect(said(page)).toContainText(/is not understood|It stops being JSON/);
		}
		await expectHarmless(page);
	}
);

test(
	'markup in an imported trace appears as text and runs nothing',
	{ tag: '@later' },
	async ({ page }) => {
		const markup = PAYLOADS.join(' ');
		const file = JSON.parse(TRACE) as Omit<TraceFile, 'entries'> & {
			entries: { name: string; kind: string; step?: string; data?: unknown }[];
		};
		file.title = markup;
		file.browser = markup;
		for (const entry of file.entries) {
			if (entry.step) entry.step = markup;
			if (entry.kind === 'step') entry.data = { id: markup, title: markup };
		}
		const seqOf = (name: string, kind: string) =>
			file.entries.findIndex((entry) => entry.name === name && entry.kind === kind);
		const refused = file.entries[seqOf('addIceCandidate', 'result')]!;
		refused.kind = 'error';
		refused.data = { name: markup, message: markup };
		file.entries[seqOf('track', 'event')]!.name = markup;
		const text = JSON.stringify(file, (_, value: unknown) =>
			typeof value !== 'string'
				? value
				: value
						.replaceAll('s=-\r\n', `s=${markup}\r\n`)
						.replaceAll('a=rtcp-mux\r\n', `a=rtcp-mux\r\na=${markup}\r\n`)
						.replace(/^(candidate:.* typ host)/, `$1 ${markup}`)
		);
		await choose(page, `${PAYLOADS[0]}.json`, text);
		await expect(said(page)).toContainText('A Parley trace');
		await expect(said(page)).toContainText(PAYLOADS[0]!);
		await expect(session(page)).toBeVisible();
		for (const name of ['Descriptions', 'Candidates', 'Pairs', 'Wire', 'Graphs']) {
			await page.getByRole('tab', { name, exact: true }).click();
			const content = page.getByRole('tabpanel', { name, exact: true });
			await expect(content).not.toBeEmpty();
			if (name === 'Descriptions') {
				await content.getByRole('searchbox', { name: 'Filter lines' }).fill(PAYLOADS[0]!);
				await expect(
					content.getByRole('rowheader').filter({ hasText: markup }).first()
				).toBeVisible();
				await button(page, 'Raw').click();
				await expect(content.locator('pre')).toContainText(markup);
			}
			if (name === 'Candidates') {
				await content.locator('th button').first().click();
				await expect(content.locator('code')).toContainText(markup);
			}
			await expectHarmless(page);
		}
		await expect(ladder(page).getByRole('option', { name: markup }).first()).toBeAttached();
		await ladder(page).getByRole('option', { name: markup }).first().press('Enter');
		await expectHarmless(page);
	}
);
