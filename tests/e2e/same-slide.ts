import { expect, type Page } from '@playwright/test';
import { SLUGS, titleOf } from './deck';

/** What a slide's own page says, as it was built: its first words, and the code of its step. */
export type Built = Readonly<Record<string, { words: string; codes: readonly string[] }>>;

/** Reads the pages of all slides. */
export async function readBuilt(page: Page): Promise<Built> {
	return page.evaluate(async (slugs) => {
		const { codes } = (await (await fetch('/slides/call.json')).json()) as {
			codes: Record<string, { code: string }[]>;
		};
		/** The site’s policy takes no text for HTML; what is asked for as a document comes as one. */
		const documentAt = (address: string) =>
			new Promise<Document>((resolve, reject) => {
				const request = new XMLHttpRequest();
				request.open('GET', address);
				request.responseType = 'document';
				request.onload = () => resolve(request.responseXML!);
				request.onerror = reject;
				request.send();
			});
		const read = async (slug: string) => {
			const built = await documentAt(`/walk/${slug}`);
			const textOf = (selector: string) => built.querySelector(selector)?.textContent.trim();
			const words = textOf('article p, article dt') ?? '';
			return [slug, { words, codes: codes[slug]!.map(({ code }) => code.trim()) }] as const;
		};
		return Object.fromEntries(await Promise.all(slugs.map(read)));
	}, SLUGS);
}

/** The slides that the parts of a page show, and whether anything is under way. */
export interface Shown {
	address: string;
	/** By the line that says where one is; on a stage by the moment. */
	moment: string;
	heading: string;
	title: string;
	words: string;
	code: string | null;
	isBusy: boolean;
	/** Something other than a slide. */
	isError: boolean;
}

/** Runs in the page of the walk: it stands alone. */
export function shownInWalk(): Shown {
	const textOf = (selector: string) => document.querySelector(selector)?.textContent.trim() ?? '';
	const next = document.querySelector('.controls .primary');
	return {
		address: location.pathname.split('/').at(-1)!,
		moment: textOf('.controls [role=status]').replace(/^Slide \d+ of \d+: /, ''),
		heading: textOf('h1'),
		title: document.title,
		words: textOf('article p, article dt'),
		code: document.querySelector('.panel .operation pre')?.textContent.trim() ?? null,
		isBusy: next?.getAttribute('aria-disabled') !== 'false',
		isError: !next
	};
}

/** What all parts of the walk show when they show this slide. */
function wholeSlide(built: Built, slug: string): Omit<Shown, 'code' | 'isBusy' | 'isError'> {
	const title = titleOf(slug as (typeof SLUGS)[number]);
	return {
		address: slug,
		moment: title,
		heading: title,
		title: `${title} · Parley`,
		words: built[slug]!.words
	};
}

/** Address, moment, heading, text, code and title are of one slide, which is told, and nothing is under way. */
export async function expectOneSlide(page: Page, built: Built, where: string): Promise<string> {
	let slug = '';
	await expect
		.poll(
			async () => {
				const shown = await page.evaluate(shownInWalk).catch(() => null);
				if (shown === null) return 'the page is changing';
				slug = shown.address || 'what-is-webrtc';
				const { codes } = built[slug] ?? {};
				if (!codes) return `${shown.address} is no slide`;
				const expected = {
					...wholeSlide(built, slug),
					// Of a step there is one for each source of the media.
					code: codes.find((code) => code === shown.code) ?? codes[0] ?? null,
					isBusy: false,
					isError: false
				};
				return Object.entries(expected)
					.filter(([part, value]) => ({ ...shown, address: slug })[part as keyof Shown] !== value)
					.map(([part]) => `${part}: ${shown[part as keyof Shown]}, at ${slug}`)
					.join('\n');
			},
			{ message: where, intervals: [10, 20, 50, 100], timeout: 45_000 }
		)
		.toBe('');
	return slug;
}
