import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { USER } from '../tools/login';
import { turnServer, type Place } from '../tools/turn-server';
import { LESSONS, type Lesson } from './lessons';
import { button, ready } from './walk';

/** Those whose program `npm test` runs: one that is refused something, and one whose candidates flow. */
const TELLING = ['trickle', 'ice-restart'];

/** A step as its slide and its file have it. */
interface Told {
	title: string;
	file: string;
}

/** The steps of the lesson itself, in their order. */
function stepsOf({ steps, begins, moments }: Lesson): Told[] {
	return steps.slice(begins).map((id, index) => ({
		title: moments.find(({ kind, steps }) => kind === 'after' && steps === begins + index + 1)!
			.title,
		file: readFileSync(`src/lib/steps/${id}.ts`, 'utf8')
	}));
}

const titles = (steps: readonly Told[]) => steps.map(({ title }) => title);

/** What was performed, and what was refused in it. */
const performed = (page: Page) =>
	page.locator('#lesson li').evaluateAll((lines) =>
		lines.map((line) => ({
			title: line.firstChild!.textContent,
			refused: line.querySelector('em')?.textContent ?? null
		}))
	);

const CONNECTED = /^stable, connected/;

async function expectStates(page: Page, john: RegExp, jane: RegExp) {
	await expect(page.locator('#john-state')).toHaveText(john);
	await expect(page.locator('#jane-state')).toHaveText(jane);
}

function watch(page: Page): string[] {
	const problems: string[] = [];
	page.on('pageerror', (error) => {
		// Firefox writes so where no path is found, and in one lesson none is, on purpose.
		if (!/\bICE failed\b/.test(String(error))) problems.push(String(error));
	});
	page.on('request', (request) => {
		if (!request.isNavigationRequest()) problems.push(`asked for ${request.url()}`);
	});
	return problems;
}

/** Has the program of a lesson that asks servers opened as somebody has saved it who has one. */
async function enterInProgram(page: Page): Promise<void> {
	test.skip(
		turn === null,
		'this machine has no network address: Firefox asks no server on loopback'
	);
	const at = `${turn!.host}:${turn!.port}`;
	const own = { stun: [{ urls: `stun:${at}` }], turn: [{ urls: `turn:${at}`, ...USER }] };
	await page.route('**/program/*.html*', async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		const [none, entered] = ['{ stun: [], turn: [] }', JSON.stringify(own)];
		expect(text).toContain(none);
		await route.fulfill({ response, body: text.replace(none, entered) });
	});
}

let turn: (Place & { close(): Promise<number> }) | null = null;
test.beforeAll(async () => {
	turn = await turnServer();
});
test.afterAll(() => turn?.close());

for (const lesson of LESSONS.slice(1)) {
	const tag = TELLING.includes(lesson.slug) ? '@telling' : [];
	test(`the program of “${lesson.slug}” runs to its end`, { tag }, async ({ page }) => {
		const problems = watch(page);
		if (lesson.asks) await enterInProgram(page);
		// It is loaded whether or not anything is connected then.
		await page.goto(`./program/${lesson.slug}.html`);
		await expect(button(page, 'Next')).toBeEnabled();
		expect(await performed(page)).toEqual([]);
		await page.goto(`./program/${lesson.slug}.html?run`);
		await expectRun(page, lesson);
		expect(problems).toEqual([]);
	});
}

/** All was performed when the program was opened, and it can be hung up. */
async function expectRun(page: Page, lesson: Lesson) {
	const steps = stepsOf(lesson);
	await expect(button(page, 'Next')).toBeEnabled();
	const run = await performed(page);
	expect(run.map(({ title }) => title)).toEqual(titles(steps.slice(0, -1)));
	const lost = steps.findIndex(({ file }) => /^\tloses: true/m.test(file));
	const isSaved = lost >= 0 && steps.slice(lost).some(({ file }) => file.includes('restartIce()'));
	if (lost >= 0 && !isSaved) {
		await expectStates(page, /./, /^stable, failed/);
	} else {
		// While an offer is open, Firefox counts what it may bring.
		await expectStates(page, CONNECTED, /^(stable, connected|have-local-offer, connect(ed|ing))/);
	}
	const videos = page.locator('video');
	// Firefox connects what had failed before it was ever connected, and carries nothing over it.
	const isDead = isSaved && page.context().browser()?.browserType().name() === 'firefox';
	if ((await videos.count()) > 0 && !isDead) {
		// A lesson may take a picture away, or have one of them send alone.
		const widths = () =>
			videos.evaluateAll((all: HTMLVideoElement[]) => all.map(({ videoWidth }) => videoWidth));
		await expect.poll(async () => Math.max(...(await widths()))).toBeGreaterThan(0);
	}
	// What a step expects to be refused is told beside it, and nothing else is refused.
	expect(run.filter(({ refused }) => refused).map(({ title }) => title)).toEqual(
		titles(steps.filter(({ file }) => file.includes('catch {')))
	);
	await expect(page.locator('#ahead')).toHaveText(steps.at(-1)!.title);
	await button(page, 'Next').click();
	await expectStates(page, /^closed, closed/, /^closed, closed/);
	await expect(button(page, 'Next')).toBeDisabled();
}

const lessonOf = (slug: string) => LESSONS.find((one) => one.slug === slug)!;

test('the program is taken away from the last slide of its lesson, and runs alone', async ({
	page,
	context
}, info) => {
	const lesson = lessonOf('dtls');
	await openLast(page, lesson);
	const begins = page.waitForEvent('download');
	await page.getByRole('link', { name: 'download it' }).click();
	const path = info.outputPath('dtls.html');
	await (await begins).saveAs(path);
	const alone = await context.newPage();
	const problems = watch(alone);
	await alone.goto(`${pathToFileURL(path).href}?run`);
	await expectRun(alone, lesson);
	expect(problems).toEqual([]);
});

test(
	'the program is opened from the last slide, connects, and performs a step a press',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		const lesson = lessonOf('replace-track');
		await openLast(page, lesson);
		const opens = page.waitForEvent('popup');
		await page.getByRole('link', { name: 'The whole program' }).click();
		const program = await opens;
		const problems = watch(program);
		await expectStates(program, CONNECTED, CONNECTED);
		expect(await performed(program)).toEqual([]);
		for (const [index, { title }] of stepsOf(lesson).entries()) {
			await expect(program.locator('#ahead')).toHaveText(title);
			await button(program, 'Next').click();
			await expect(program.locator('#lesson li')).toHaveCount(index + 1);
		}
		await expect(program.locator('#ahead')).toHaveText('That was the last step.');
		expect(problems).toEqual([]);
	}
);

test('the last slide of each lesson offers its program, and without scripts as well', async ({
	page
}) => {
	for (const { slug, moments } of LESSONS.slice(1)) {
		const html = await (await page.request.get(`./walk/${moments.at(-1)!.slug}`)).text();
		expect(html).toContain(`/program/${slug}.html"`);
	}
});

async function openLast(page: Page, { moments }: Lesson) {
	await page.goto(`./walk/${moments.at(-1)!.slug}`);
	await ready(page);
}
