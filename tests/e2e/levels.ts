import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { CHANGES, type Deed } from '../../src/lib/breaks';
import type { LevelKind, Pointed, Variation } from '../../src/lib/levels';
import { reduce, type PeerName, type SessionView } from '../../src/lib/trace';
import { NAMES } from '../../src/lib/trace/names';
import type { Player } from '../levels/solutions';
import { next } from './walk';

/** A level, as far as a test of its page knows it. */
export interface LevelFile {
	slug: string;
	title: string;
	kind: LevelKind;
	variations: Variation[];
}

const FOLDER = 'content/levels';
const unnumbered = (name: string) => name.replace(/^\d+-|\.yaml$/g, '');

/** All levels, in their order. */
export const LEVELS: readonly LevelFile[] = readdirSync(FOLDER)
	.sort()
	.flatMap((topic) =>
		readdirSync(`${FOLDER}/${topic}`)
			.filter((file) => /^\d/.test(file))
			.sort()
			.map((file) => {
				const { title, kind, variations } = parse(
					readFileSync(`${FOLDER}/${topic}/${file}`, 'utf8')
				) as Omit<LevelFile, 'slug'>;
				const slug = `${unnumbered(topic)}/${unnumbered(file)}`;
				const whole = variations.map((one) => ({ ...one, faults: one.faults ?? [] }));
				return { slug, title, kind, variations: whole };
			})
	);

/** The level is alive: its call has come as far as it does by itself. */
export async function openLevel(page: Page, { slug }: LevelFile, seed: number): Promise<void> {
	await page.goto(`./repair/${slug}?seed=${seed}`);
	await expect(page.getByRole('button', { name: 'A hint (3 left)' })).toBeVisible();
	await expect(page.getByRole('tab', { name: 'This step', exact: true })).toBeVisible();
	await rest(page);
}

/** What stands still: the step that is performed, or that waits for what does not come. */
export async function rest(page: Page): Promise<void> {
	const stands = async () => {
		const button = next(page);
		if ((await button.getAttribute('aria-disabled')) === 'false') return true;
		if ((await button.textContent())?.trim() === 'The end') return true;
		return page
			.getByRole('alert')
			.or(page.getByText(/waits? for /))
			.first()
			.isVisible();
	};
	let last = -1;
	await expect
		.poll(
			async () => {
				if (await stands()) return true;
				// A step that takes what does not come records nothing more than what the browser counts.
				const now = await page.evaluate(
					() =>
						window.parley.trace.filter(({ kind }) => !/stats|event|changed|lost/.test(kind)).length
				);
				const isSame = now === last && now > 0;
				last = now;
				return isSame;
			},
			{ intervals: [100, 1000], timeout: 45_000 }
		)
		.toBe(true);
}

/** The call as the page has it now. */
export async function viewOf(page: Page): Promise<SessionView> {
	return reduce(await page.evaluate(() => window.parley.trace));
}

/** Presses a button as a keyboard does. */
async function strike(page: Page, name: string | RegExp): Promise<void> {
	const one = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
	await expect(one).not.toHaveAttribute('aria-disabled', 'true');
	await one.focus();
	await page.keyboard.press('Enter');
}

async function openTab(page: Page, name: string): Promise<void> {
	const tab = page.getByRole('tab', { name, exact: true });
	await tab.focus();
	await page.keyboard.press('Enter');
	await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** Points at something by keyboard, where the page has it. */
export async function pointAt(page: Page, pointed: Pointed): Promise<void> {
	if (pointed.at === 'entry') {
		const slider = page.getByRole('slider', { name: 'Moment of the call' });
		await slider.focus();
		await slider.fill(`${pointed.seq + 1}`);
		await strike(page, 'Point at this entry');
		await strike(page, 'To the present');
	} else if (pointed.at === 'message') {
		const { wire } = await viewOf(page);
		const { id, to } = wire.find(({ sent }) => sent === pointed.sent)!;
		await openTab(page, 'Wire');
		await strike(page, new RegExp(`^Point at this message \\(.*message ${id} to ${NAMES[to]}\\)$`));
	} else await pointAtLine(page, pointed);
}

async function pointAtLine(
	page: Page,
	{ peer, side, number, text }: Extract<Pointed, { at: 'line' }>
): Promise<void> {
	await openTab(page, 'Descriptions');
	const choice = page.locator('.of').filter({ hasText: NAMES[peer] });
	// What was refused is read where the peer has no other.
	const own = choice.getByRole('button', { name: new RegExp(`(current|pending) ${side}`) });
	const refused = choice.getByRole('button', { name: `refused ${side}` });
	const isRefused = (await own.count()) === 0;
	await (isRefused ? refused : own).focus();
	await page.keyboard.press('Enter');
	const filter = page.getByPlaceholder('Filter');
	await filter.focus();
	await filter.fill(text);
	const row = page.locator(`#${peer}-${side}${isRefused ? '-refused' : ''}-${number}`);
	await row.focus();
	await page.keyboard.press('Enter');
	// Right beneath the line it is pointed at.
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
}

/** A level on its page, for whoever solves it: everything is done by keyboard, at the workbench and by Next. */
export class InPage implements Player {
	view!: SessionView;

	constructor(
		readonly page: Page,
		view: SessionView
	) {
		this.view = view;
	}

	async do(deed: Deed): Promise<void> {
		await openTab(this.page, 'Break');
		if ('message' in deed) await this.#unfold(deed.message, NAMES[deed.peer]);
		const before = this.view.deeds.length;
		await strike(this.page, nameOf(deed));
		await expect.poll(async () => (await viewOf(this.page)).deeds.length).toBe(before + 1);
		await rest(this.page);
		this.view = await viewOf(this.page);
	}

	/** Of several messages that wait each is folded. */
	async #unfold(message: number, to: string): Promise<void> {
		const one = this.page.locator('details').filter({ hasText: `message ${message}` });
		const details = one.filter({ hasText: `→ ${to}` }).first();
		if ((await details.getAttribute('open')) !== null) return;
		await details.locator('summary').focus();
		await this.page.keyboard.press('Enter');
	}

	async goOn(until?: string): Promise<void> {
		for (let presses = 0; presses < 60; presses += 1) {
			const { step, isLast } = await this.#place();
			if (isLast || (step === until && until !== undefined)) break;
			await next(this.page).focus();
			await this.page.keyboard.press('Enter');
			await rest(this.page);
			if (await this.page.getByRole('alert').isVisible()) break;
		}
		this.view = await viewOf(this.page);
	}

	async connected(): Promise<void> {
		const states = () =>
			this.page.evaluate(() => [
				window.parley.john?.connectionState,
				window.parley.jane?.connectionState
			]);
		await expect.poll(states).toEqual(['connected', 'connected']);
	}

	/** The step that the next press performs, by how many were performed; and whether nothing is left. */
	async #place(): Promise<{ step: string | null; isLast: boolean }> {
		const isLast = (await next(this.page).textContent())?.trim() === 'The end';
		const moment = await this.page.locator('.controls .moment').textContent();
		const title = await this.page.locator('.controls p[role=status]').textContent();
		const step = moment?.trim() === 'before' ? await this.#stepCalled(title ?? '') : null;
		return { step, isLast };
	}

	async #stepCalled(status: string): Promise<string | null> {
		const title = status.replace(/^Step \d+ of \d+: /, '').trim();
		const response = await this.page.request.get('./titles.json');
		const titles = (await response.json()) as Record<string, string>;
		const lesson = await this.page.evaluate(
			() => window.parley.trace.findLast(({ kind }) => kind === 'step')?.step ?? ''
		);
		const ids = Object.keys(titles).filter((id) => titles[id] === title);
		const own = ids.filter((id) => id.includes('/') === lesson.includes('/'));
		return own.find((id) => id.split('/')[0] === lesson.split('/')[0]) ?? own[0] ?? null;
	}
}

/** What is written on the button that does something. */
function nameOf(deed: Deed): RegExp {
	const to = 'peer' in deed ? NAMES[deed.peer] : '';
	const ofMessage = 'message' in deed ? ` \\(.*message ${deed.message} to ${to}\\)$` : '';
	switch (deed.do) {
		case 'skip':
			return /^Leave the next step out/;
		case 'step':
			return /^Perform the last one once more/;
		case 'drop':
			return new RegExp(`^Lose it${ofMessage}`);
		case 'repeat':
			return new RegExp(`^Send it twice${ofMessage}`);
		case 'change':
			return new RegExp(`^${CHANGES.find(({ id }) => id === deed.change)!.title}${ofMessage}`);
		case 'filter':
			return new RegExp(`^${FILTERS[deed.keeps]} ${to}$`);
		case 'offer':
			return new RegExp(`^${to} offers at once$`);
		case 'restart':
			return new RegExp(`^${to} restarts ICE$`);
		case 'channel':
			return new RegExp(`^${to} makes a data channel$`);
		default:
			throw new Error(`No level is solved by ${deed.do}.`);
	}
}

const FILTERS = {
	host: 'Host candidates alone reach',
	srflx: 'Server reflexive candidates alone reach',
	relay: 'Relay candidates alone reach',
	none: 'No candidate reaches'
} as const;

export const peerOf = ({ peer }: Variation): PeerName => peer ?? 'jane';
