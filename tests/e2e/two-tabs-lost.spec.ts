import { expect, test } from '@playwright/test';
import { expectBothAt, expectSameTrace, openBoth, pressNext } from './tabs';
import { moment, notice } from './walk';

// Firefox as it is: it gives a pair up five seconds after the answer.
test('Firefox loses the pair while somebody reads, and Next replays in both tabs together @long', async ({
	browserName,
	context
}) => {
	test.skip(browserName === 'chromium', 'Chromium waits for ever');
	const tabs = await openBoth(context, 'candidates-appear');
	for (const page of [tabs.john, tabs.jane]) {
		await expect(notice(page, 'This pair of peers is lost')).toBeVisible();
	}
	await pressNext(tabs.jane);
	await expectBothAt(tabs, moment('john-sends-candidate'));
	for (const page of [tabs.john, tabs.jane]) {
		await expect(notice(page, 'Replayed on fresh peers')).toBeVisible();
	}
	await expectSameTrace(tabs.john, tabs.jane);
});
