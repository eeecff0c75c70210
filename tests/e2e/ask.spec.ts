import { expect, test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { expectOnStage, openStage, stage } from './stage';
import { back, expectMoment, moment, open, press } from './walk';

test.use({ launchOptions: patientFirefox });

const NONE = 'Nothing, until John has one of hers.';
const BOTH = 'Both may become connected.';

test(
	'a slide asks before its step, and the call answers beside what was chosen',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'jane-adds-candidate');
		const asked = page.getByRole('region', { name: 'A question' });
		const answered = page.getByRole('region', { name: 'The answer' });
		const options = asked.getByRole('group', { name: /^Jane is given one address of John’s/ });
		await options.getByRole('radio', { name: NONE }).check();
		await press(page);
		await expect(answered).toBeInViewport();
		await expect(answered).toContainText(`You said: ${NONE}`);
		await expect(answered).toContainText(`The call says: ${BOTH}`);
		await expect(answered).toContainText(
			/Both had a pair that works [\d.<]+\s?(ms|s) after Jane was given the candidate, and John had been given none\./
		);
		await answered.getByRole('button', { name: 'Show the moment' }).click();
		await expect(page.getByRole('button', { name: 'To the present' })).toBeVisible();
	}
);

test('what was chosen is there again after a reload, and may be changed before the step', async ({
	page
}) => {
	await open(page, 'jane-adds-candidate');
	const asked = page.getByRole('region', { name: 'A question' });
	await asked.getByRole('radio', { name: NONE }).check();
	await page.reload();
	await expectMoment(page, moment('jane-adds-candidate', 'before'));
	await expect(asked.getByRole('radio', { name: NONE })).toBeChecked();
	await asked.getByRole('radio', { name: BOTH }).check();
	await press(page);
	const answered = page.getByRole('region', { name: 'The answer' });
	await expect(answered).toContainText(`You said: ${BOTH}`);
	await expect(answered).toContainText('The call says so too.');
	await back(page).click();
	await expect(asked.getByRole('radio', { name: BOTH })).toBeChecked();
});

test('the keys of the walk go on from an answer, and the arrows stay with the answers', async ({
	page
}) => {
	await open(page, 'jane-adds-candidate');
	const asked = page.getByRole('region', { name: 'A question' });
	await asked.getByRole('radio', { name: NONE }).focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowRight');
	await expectMoment(page, moment('jane-adds-candidate', 'before'));
	await expect(asked.getByRole('radio', { name: NONE })).not.toBeChecked();
	await page.keyboard.press('n');
	await expectMoment(page, moment('jane-adds-candidate', 'after'));
	await expect(page.getByRole('region', { name: 'The answer' })).toBeFocused();
});

test('a question that nobody answered leaves the focus at the title of its slide', async ({
	page
}) => {
	await open(page, 'jane-adds-candidate');
	await page.getByRole('region', { name: 'A question' }).getByRole('radio').first().focus();
	await page.keyboard.press('n');
	await expectMoment(page, moment('jane-adds-candidate', 'after'));
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a question of what is there already is answered beside the choice', async ({ page }) => {
	await open(page, 'john-creates-offer');
	await press(page);
	const asked = page.getByRole('region', { name: 'A question' });
	await asked.getByRole('radio', { name: 'One for each section.' }).check();
	const answered = page.getByRole('region', { name: 'The answer' });
	await expect(answered).toContainText('You said: One for each section.');
	await expect(answered).toContainText('The call says: None.');
	await expect(answered).toContainText(/Of its \d+ lines, in two sections, not one begins/);
	await asked.getByRole('radio', { name: 'None.' }).check();
	await expect(answered).toContainText('The call says so too.');
});

test('the contents tell which slides ask, and what was answered', async ({ page }) => {
	await open(page, 'john-creates-offer');
	await page.getByRole('radio', { name: 'connecting' }).check();
	await press(page);
	await expect(page.getByRole('region', { name: 'The answer' })).toContainText('The call says');
	await page.reload();
	await page.getByRole('button', { name: 'Contents', exact: true }).click();
	const contents = page.getByRole('navigation', { name: 'Contents' });
	const slide = contents.getByRole('listitem').filter({ hasText: 'John creates an offer' });
	await expect(slide).toContainText('you said “connecting”; the call said “stable”.');
	await expect(
		contents.getByRole('link', { name: /Jane creates an answer\s*, asks/ })
	).toBeVisible();
	await expect(contents.getByRole('link', { name: /What is WebRTC.*asks/ })).toHaveCount(0);
});

test('an answer with code in it is one line beside its mark', async ({ page }) => {
	await open(page, 'jane-sends-answer');
	const option = page.getByRole('radio', { name: 'Both back in stable' });
	const label = page.locator('label').filter({ has: option });
	const { x, width } = (await option.boundingBox())!;
	const code = (await label.locator('code').boundingBox())!;
	expect(code.x).toBeGreaterThan(x + width);
});

test('nobody has to answer', async ({ page }) => {
	await open(page, 'john-creates-peer-connection');
	await expect(page.getByRole('region', { name: 'A question' })).toBeVisible();
	await press(page);
	await expect(page.getByRole('region', { name: /A question|The answer/ })).toHaveCount(0);
	await expect(page.getByRole('region', { name: 'What happened' })).toBeVisible();
});

test(
	'a question fills the wall before its step, letters choose, and Enter reveals what the call says',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await openStage(page, 'john-creates-offer');
		const asked = stage(page).getByRole('article');
		await expect(asked).toContainText('Once createOffer has resolved');
		await page.keyboard.press('b');
		await expect(page.locator('.black')).toHaveCount(0);
		await expect(asked.getByRole('listitem').nth(1)).toContainText('the room');
		await page.keyboard.press('PageDown');
		await expectOnStage(page, moment('john-creates-offer', 'after'));
		await expect(asked).not.toContainText('the room');
		await page.keyboard.press('Enter');
		await expect(asked.getByRole('listitem').nth(1)).toContainText('the room the call');
		await expect(asked).toContainText(/createOffer took/);
		await page.keyboard.press('Enter');
		await expect(asked).toContainText('How many a=candidate lines');
		await page.keyboard.press('Enter');
		await expect(asked).toContainText('not one begins with a=candidate');
		await page.keyboard.press('Enter');
		await expect(asked).toContainText('It is a proposal');
		await page.keyboard.press('b');
		await expect(page.locator('.black')).toBeVisible();
	}
);

test('the speaker’s window has what is right, and what people think; and turns the wall over', async ({
	page,
	context
}) => {
	await openStage(page, 'jane-adds-tracks');
	const speaker = await context.newPage();
	await speaker.goto('./speaker');
	const notes = speaker.getByRole('region', { name: /^When John added his tracks/ });
	await expect(notes.getByRole('listitem').filter({ hasText: 'expected' })).toContainText(
		'It does not fire.'
	);
	await expect(notes).toContainText('John, too, had one event for both.');
	await speaker.keyboard.press('a');
	await expect(stage(page).getByRole('listitem').first()).toContainText('the room');
	await speaker.keyboard.press('PageDown');
	await expectOnStage(page, moment('jane-adds-tracks', 'after'));
	await speaker.keyboard.press('Enter');
	await expect(stage(page)).toContainText('and the event has not fired');
	await expect(notes.getByRole('listitem').filter({ hasText: 'this call' })).toContainText(
		'It does not fire.'
	);
});

test('the speaker turns the wall over and chooses for the room by touch', async ({
	page,
	context
}) => {
	await openStage(page, 'jane-adds-tracks');
	const speaker = await context.newPage();
	await speaker.goto('./speaker');
	const choice = speaker.getByRole('button', { name: 'B: the room chooses it' });
	await choice.click();
	await expect(choice).toHaveAttribute('aria-pressed', 'true');
	await expect(stage(page).getByRole('listitem').nth(1)).toContainText('the room');
	const turnOver = speaker.getByRole('button', { name: 'Turn over' });
	await turnOver.click();
	await expect(choice).toHaveCount(0);
	await expect(stage(page)).not.toContainText('the room');
	await turnOver.click();
	await expect(choice).toHaveAttribute('aria-pressed', 'true');
	await speaker.getByRole('button', { name: 'Next', exact: true }).click();
	await expectOnStage(page, moment('jane-adds-tracks', 'after'));
	await turnOver.click();
	await expect(stage(page)).toContainText('and the event has not fired');
});

test('on paper the question is read', async ({ page }) => {
	await page.goto('./print');
	await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
	await expect(page.getByRole('figure').filter({ hasText: BOTH })).toHaveCount(1);
});

test('whoever chooses with a pointer goes on by the arrows, and by keys they move among the answers', async ({
	page
}) => {
	await open(page, 'john-adds-tracks');
	const asked = page.getByRole('region', { name: 'A question' });
	const [first, second] = [asked.getByRole('radio').first(), asked.getByRole('radio').nth(1)];
	await first.focus();
	await page.keyboard.press('ArrowDown');
	await expect(second).toBeChecked();
	await expect(second).toBeFocused();
	await first.click();
	await page.keyboard.press('ArrowRight');
	await expectMoment(page, moment('john-adds-tracks', 'after'));
	const answered = page.getByRole('region', { name: 'The answer' });
	await expect(answered).toContainText('You said: Twice, once for each call.');
});
