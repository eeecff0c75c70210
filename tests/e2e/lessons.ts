import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';

/** One press of Next apart from its neighbours. */
export interface LessonMoment {
	slug: string;
	title: string;
	kind: 'before' | 'after' | 'only';
	/** The number of its slide, from 1. */
	number: number;
	/** How many steps are performed at it, those that the lesson builds on included. */
	steps: number;
}

/** A lesson, as its folder has it. */
export interface Lesson {
	slug: string;
	title: string;
	/** The steps that are performed in it, from fresh peers on. */
	steps: string[];
	/** How many of them are those of the lessons that it builds on. */
	begins: number;
	slides: number;
	moments: LessonMoment[];
	/** Whether it asks servers: without, it is shown as it was recorded. */
	asks: boolean;
}

const withoutNumber = (name: string) => name.replace(/^\d+-/, '').replace(/\.md$/, '');
const named = (lesson: string, slug: string) => (lesson === 'call' ? slug : `${lesson}/${slug}`);
const numbered = (folder: string) =>
	readdirSync(folder)
		.filter((name) => /^\d+-/.test(name))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

function readLesson(folder: string, before: readonly Lesson[]): Lesson {
	const lesson = withoutNumber(folder);
	const matter = readFileSync(`content/${folder}/lesson.yaml`, 'utf8');
	const {
		title,
		begins = 'fresh',
		needs
	} = parse(matter) as {
		title: string;
		begins?: string;
		needs?: { servers?: string[] };
	};
	const asks = needs?.servers !== undefined;
	const [baseLesson, baseStep] = begins.split('/') as [string, string];
	const base = before.find(({ slug }) => slug === baseLesson);
	const steps = base
		? base.steps.slice(0, base.steps.indexOf(named(baseLesson, baseStep)) + 1)
		: [];
	const begun = steps.length;
	let number = 0;
	const moments = numbered(`content/${folder}`).flatMap((act) =>
		numbered(`content/${folder}/${act}`).flatMap((file): LessonMoment[] => {
			const [, matter] = readFileSync(`content/${folder}/${act}/${file}`, 'utf8').split(/^---$/m);
			const { title, step } = parse(matter!) as { title: string; step?: string };
			const slide = { slug: named(lesson, withoutNumber(file)), title, number: (number += 1) };
			if (step === undefined) return [{ ...slide, kind: 'only', steps: steps.length }];
			steps.push(named(lesson, step));
			return [
				{ ...slide, kind: 'before', steps: steps.length - 1 },
				{ ...slide, kind: 'after', steps: steps.length }
			];
		})
	);
	return { slug: lesson, title, steps, begins: begun, slides: number, moments, asks };
}

/** All lessons, in their order. */
export const LESSONS: readonly Lesson[] = numbered('content').reduce<Lesson[]>(
	(read, folder) => [...read, readLesson(folder, read)],
	[]
);

/** The page shows this moment of a lesson, its address is that of the slide, and it waits for a press. */
export async function expectMomentOf(
	page: Page,
	{ slides }: Lesson,
	{ slug, title, kind, number }: LessonMoment
): Promise<void> {
	await expect
		.poll(() => page.evaluate(whatIsShown), {
			message: `${slug}, ${kind}`,
			intervals: [20, 50, 100],
			timeout: 45_000
		})
		.toEqual({
			status: `Slide ${number} of ${slides}: ${title}`,
			kind: kind === 'only' ? '' : kind,
			heading: [title],
			path: expect.stringMatching(`/(walk/${slug})?$`),
			busy: 'false'
		});
}

/** Runs in the page: it stands alone. */
function whatIsShown() {
	const text = (element: Element | null | undefined) => element?.textContent?.trim();
	return {
		status: text(document.querySelector('.controls [role=status]')),
		kind: text(document.querySelector('.moment')),
		heading: [...document.querySelectorAll('h1')].map(text),
		path: location.pathname,
		busy: document.querySelector('.controls .primary')?.getAttribute('aria-disabled')
	};
}

/** The states of both real peers. */
export function states(page: Page) {
	return page.evaluate(() =>
		(['john', 'jane'] as const).map((peer) => {
			const pc = window.parley[peer];
			return pc && [pc.signalingState, pc.connectionState];
		})
	);
}

/** What was refused to the present pair of peers outside of a `try`: steps that failed. */
export function refused(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		window.parley.trace
			.filter(({ kind, name }) => kind === 'step' && name === 'fail')
			.map(({ data }) => JSON.stringify(data))
	);
}
