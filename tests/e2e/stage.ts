import { expect, type Page } from '@playwright/test';
import { MOMENTS, titleOf, type Moment, type Slug } from './deck';

/** The wall, and everything on it. */
export const stage = (page: Page) => page.getByRole('main');

/** Opens a slide on the stage and waits until its moment is reached. */
export async function openStage(page: Page, slug: Slug = 'what-is-webrtc'): Promise<Page> {
	await page.goto(`./stage/${slug}`);
	await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
	return page;
}

/** The camera is allowed and was used before; but now it does not open. */
export async function breakCamera(page: Page): Promise<void> {
	await page.addInitScript(() => {
		localStorage.setItem('parley:camera', 'true');
		navigator.permissions.query = () =>
			Promise.resolve({ state: 'granted' } as unknown as PermissionStatus);
		navigator.mediaDevices.getUserMedia = () =>
			Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
	});
}

/** The stage shows this moment, its address says so, and it waits for a key. */
export async function expectOnStage(page: Page, { slug, kind }: Moment): Promise<void> {
	await expect
		.poll(() => page.evaluate(whatIsOnStage), { intervals: [20, 50, 100], timeout: 45_000 })
		.toEqual({ moment: `${slug} ${kind}`, busy: 'false', slug });
}

/** Whatever slide the stage shows, its address and its title are of the same; which is told. */
export async function expectOneOnStage(page: Page, where: string): Promise<Slug> {
	let slug = '' as Slug;
	await expect
		.poll(
			async () => {
				const shown = await page
					.evaluate(whatIsOnStage)
					.then(async (one) => ({ ...one, title: await page.title() }))
					.catch(() => null);
				if (!shown?.moment) return 'the page is changing';
				slug = shown.moment.split(' ')[0] as Slug;
				const { busy, title } = shown;
				const expected = `${titleOf(slug)} · On stage · Parley`;
				if (busy === 'false' && shown.slug === slug && title === expected) return '';
				return JSON.stringify(shown);
			},
			{ message: where, intervals: [10, 20, 50, 100], timeout: 45_000 }
		)
		.toBe('');
	return slug;
}

function whatIsOnStage() {
	const main = document.querySelector<HTMLElement>('main');
	return {
		moment: main?.dataset.moment,
		busy: main?.getAttribute('aria-busy'),
		slug: location.pathname.split('/').at(-1)
	};
}

/** Drives the talk from where it begins to its end by PageDown alone, and tells of every moment. */
export async function driveByPageDown(
	page: Page,
	reached: (moment: Moment) => Promise<void>
): Promise<void> {
	for (const [index, moment] of MOMENTS.entries()) {
		if (index > 0) await page.keyboard.press('PageDown');
		await expectOnStage(page, moment);
		await reached(moment);
	}
}
