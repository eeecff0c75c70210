import { expect, test, type Page } from '@playwright/test';
import { watchBeneath } from './beneath';
import { faultsOf, patientFirefox } from './browsers';
import { SLUGS, titleOf, type Slug } from './deck';
import { Chance, seedAsked } from '../tools/chance';
import { expectOneSlide, readBuilt } from './same-slide';
import { expectOneOnStage } from './stage';
import { openConnections } from './tabs';

// What is looked at here does not depend on how fast the machine connects two peers.
test.use({ launchOptions: patientFirefox });

/** Whatever comes out of order in the network. */
async function delayRequests(page: Page, chance: Chance): Promise<void> {
	await page.route(/\.(js|css|json)(\?|$)/, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, chance.whole(0, 200)));
		await route.continue().catch(() => undefined);
	});
}

/** Presses keys with these pauses between them, in milliseconds, without waiting for what they do. */
async function pressKeys(page: Page, keys: readonly string[], pause: number): Promise<void> {
	await page.evaluate(
		async ([all, between]) => {
			for (const key of all) {
				document.body.dispatchEvent(
					new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
				);
				if (between > 0) await new Promise((resolve) => setTimeout(resolve, between));
			}
		},
		[keys, pause] as const
	);
}

/** The browser's own back and forward, as far as they stay on this site. */
async function traverse(page: Page, by: -1 | 1): Promise<void> {
	await page.evaluate((delta) => {
		const { canGoBack, canGoForward } = (
			window as unknown as { navigation: { canGoBack: boolean; canGoForward: boolean } }
		).navigation;
		if (delta < 0 ? canGoBack : canGoForward) history.go(delta);
	}, by);
}

/** A reload, and nothing is waited for. */
const reload = (page: Page) => page.reload({ waitUntil: 'commit' });

/** Another slide, mostly a near one: far ones perform the whole call. */
function anotherSlug(chance: Chance, from: string): Slug {
	const at = SLUGS.indexOf(from as Slug) + chance.whole(-5, 4);
	return SLUGS[Math.min(Math.max(at, 0), SLUGS.length - 1)]!;
}

/** What can be done on the walk and on the stage, given the keys that go on and back. */
async function moveAnywhere(
	page: Page,
	chance: Chance,
	move: 'next' | 'back' | 'burst' | 'browserBack' | 'browserForward' | 'reload' | 'reloadAndBack',
	[on, back]: readonly [string, string]
): Promise<string> {
	switch (move) {
		case 'next':
			await pressKeys(page, [on], 0);
			break;
		case 'back':
			await pressKeys(page, [back], 0);
			break;
		case 'burst': {
			const keys = Array.from({ length: chance.whole(2, 4) }, () =>
				chance.next() < 0.5 ? on : back
			);
			const pause = chance.whole(0, 3) * chance.whole(0, 40);
			await pressKeys(page, keys, pause);
			return `${move} ${keys.join(' ')}, ${pause} ms`;
		}
		case 'browserBack':
			await traverse(page, -1);
			break;
		case 'browserForward':
			await traverse(page, 1);
			break;
		case 'reload':
			await reload(page);
			break;
		case 'reloadAndBack':
			await reload(page);
			await traverse(page, -1).catch(() => undefined);
			break;
	}
	return move;
}

const WALK_MOVES = {
	next: 30,
	back: 14,
	burst: 18,
	contents: 8,
	act: 2,
	prose: 6,
	browserBack: 10,
	browserForward: 6,
	play: 3,
	reload: 2,
	reloadAndBack: 1,
	restart: 1
};

/** Links in the text to slides of this lesson: those of others have the lesson before the slide. */
const OWN_LINKS = SLUGS.map((slug) => `article a[href$="/walk/${slug}"]`).join();

async function moveWalk(page: Page, chance: Chance, slug: string): Promise<string> {
	const move = chance.weighted(WALK_MOVES);
	const followLink = (selector: string, which: number) =>
		page.evaluate(
			([links, nth]) => {
				const all = [...document.querySelectorAll<HTMLElement>(links)];
				all[nth % all.length]?.dispatchEvent(
					new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })
				);
			},
			[selector, which] as const
		);
	switch (move) {
		case 'contents': {
			const other = anotherSlug(chance, slug);
			await followLink(`#contents a[href$="/${other}"]`, 0);
			return `${move} ${other}`;
		}
		case 'act':
			await followLink('nav[aria-label=Acts] a', chance.whole(0, 5));
			break;
		case 'prose':
			// Another lesson is another walk.
			await followLink(OWN_LINKS, chance.whole(0, 20));
			break;
		case 'play': {
			const press = (name: string) =>
				page.evaluate((label) => {
					[...document.querySelectorAll('button')]
						.find(({ textContent }) => textContent?.trim() === label)
						?.click();
				}, name);
			await press('Play');
			await page.waitForTimeout(chance.whole(0, 300));
			await press('Pause');
			break;
		}
		case 'restart':
			await page.evaluate(() => document.querySelector<HTMLElement>('button.restart')?.click());
			break;
		default:
			return moveAnywhere(page, chance, move, ['ArrowRight', 'ArrowLeft']);
	}
	return move;
}

const STAGE_MOVES = {
	next: 30,
	back: 14,
	burst: 20,
	first: 1,
	goTo: 8,
	browserBack: 12,
	browserForward: 7,
	reload: 2,
	reloadAndBack: 1
};

async function moveStage(page: Page, chance: Chance, slug: string): Promise<string> {
	const move = chance.weighted(STAGE_MOVES);
	switch (move) {
		case 'first':
			await pressKeys(page, ['Home'], 0);
			break;
		case 'goTo': {
			const other = anotherSlug(chance, slug);
			await pressKeys(page, ['g'], 0);
			await page.getByRole('combobox').fill(titleOf(other), { timeout: 5000 });
			await page.keyboard.press('Enter');
			return `${move} ${other}`;
		}
		default:
			return moveAnywhere(page, chance, move, ['PageDown', 'PageUp']);
	}
	return move;
}

/**
 * All is at rest and as it should be, and no connection is left over. A link that was pressed before its page
 * was alive, and the browser's own back, may have the document exchanged after all was at rest in the one
 * before: then that which has come is looked at.
 */
async function lookAt(page: Page, rest: () => Promise<string>): Promise<string> {
	for (;;) {
		const slug = await rest();
		try {
			expect(await openConnections(page)).toBeLessThanOrEqual(2);
			return slug;
		} catch (error) {
			if (!/Execution context was destroyed/.test((error as Error).message)) throw error;
		}
	}
}

/** Several moves without a look between them, then a look when all has come to rest. */
async function drive(
	page: Page,
	chance: Chance,
	moves: number,
	move: (page: Page, chance: Chance, slug: string) => Promise<string>,
	rest: (where: string) => Promise<string>
): Promise<void> {
	const errors = faultsOf(page);
	let slug = await rest('at the beginning');
	for (let done = 0; done < moves;) {
		const log: string[] = [];
		for (let one = chance.whole(1, 3); one > 0 && done < moves; one -= 1, done += 1) {
			// A page that is being reloaded takes no press.
			log.push(await move(page, chance, slug).catch(() => 'nothing'));
		}
		const where = `seed ${chance.seed}, move ${done}, from ${slug}: ${log.join('; ')}`;
		slug = await lookAt(page, () => rest(where));
		expect(errors, `seed ${chance.seed}, move ${done}: ${log.join('; ')}`).toEqual([]);
	}
}

for (const [moves, title, tag, otherwise] of [
	[60, '60 random moves', '@telling', 1],
	[2000, '2000 random moves', '@long', Date.now() % 1_000_000]
] as const) {
	test(
		`${title} never part the address, the controls, the text and the panel of the walk`,
		{ tag },
		async ({ page }, { annotations }) => {
			test.setTimeout(60_000 + moves * 1000);
			const chance = new Chance(seedAsked(otherwise));
			annotations.push({ type: 'seed', description: String(chance.seed) });
			console.log(`seed ${chance.seed}: SEED=${chance.seed} drives the same way again`);
			await watchBeneath(page);
			await page.goto('./walk/john-and-jane');
			const built = await readBuilt(page);
			await delayRequests(page, chance);
			await drive(page, chance, moves, moveWalk, (where) => expectOneSlide(page, built, where));
		}
	);

	test(
		`${title} never part the address and the moment of the stage`,
		{ tag },
		async ({ page }, { annotations }) => {
			test.setTimeout(60_000 + moves * 1000);
			const chance = new Chance(seedAsked(otherwise));
			annotations.push({ type: 'seed', description: String(chance.seed) });
			console.log(`seed ${chance.seed}: SEED=${chance.seed} drives the same way again`);
			await watchBeneath(page);
			await page.goto('./stage/john-and-jane');
			await delayRequests(page, chance);
			await drive(page, chance, moves, moveStage, (where) => expectOneOnStage(page, where));
		}
	);
}
