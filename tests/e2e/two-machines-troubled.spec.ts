import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { embedBroker } from '../../src/lib/signaling/embedded-broker';
import type { TraceEntry } from '../../src/lib/trace';
import { Chance, seedAsked } from '../tools/chance';
import { watchBeneath } from './beneath';
import { faultsOf, patientFirefox, type BrowserName } from './browsers';
import { MOMENTS } from './deck';
import { anotherMachine, farAddressOf, freshRoom } from './machines';
import { serveAgain } from './site';
import { expectBothConnected, expectSameTrace, openConnections, SEATS, type Seat } from './tabs';
import { moment, next } from './walk';

test.use({ launchOptions: patientFirefox });

/** Milliseconds for which a machine is without the network. */
const CUT = 3000;
const FLOWS = MOMENTS.indexOf(moment('media-flows'));

/** What befalls two machines, and how often. */
const TROUBLES = { press: 12, both: 2, reload: 3, gone: 2, broker: 2, cut: 2, third: 2 };

/** The only way from a machine to the site and its broker. */
class Cable {
	readonly #ends = new Set<readonly [Socket, Socket]>();
	#isCut = false;
	readonly #server = createServer((near) => {
		const far = connect(this.to, '127.0.0.1');
		const ends = [near, far] as const;
		this.#ends.add(ends);
		for (const one of ends) {
			one.on('error', () => ends.map((end) => end.destroy()));
			one.on('close', () => this.#close(ends));
		}
		if (!this.#isCut) near.pipe(far).pipe(near);
	});

	constructor(readonly to: number) {}

	async plugIn(): Promise<string> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
	}

	/** Nothing is lost, and nothing comes, until it is whole again: what is sent waits. */
	cut(): void {
		this.#isCut = true;
		for (const [near, far] of this.#ends) {
			near.unpipe(far);
			far.unpipe(near);
		}
	}

	mend(): void {
		this.#isCut = false;
		for (const ends of this.#ends) {
			if (ends.some(({ closed }) => closed)) this.#close(ends);
			else ends[0].pipe(ends[1]).pipe(ends[0]);
		}
	}

	/** That one end is gone comes to the other as all else does. */
	#close(ends: readonly [Socket, Socket]): void {
		if (this.#isCut) return;
		this.#ends.delete(ends);
		// What is on its way still comes.
		for (const one of ends) one.destroySoon();
	}

	unplug(): void {
		this.#server.close();
		for (const ends of this.#ends) for (const one of ends) one.destroy();
	}
}

/** Where a page stands, whether it waits for a press, and what it says; runs in the page. */
function standing() {
	const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
	return {
		slug: location.pathname.split('/').at(-1)!,
		status: text('.controls [role=status]'),
		kind: text('.moment') || 'only',
		says: [...document.querySelectorAll('.notice')].map((one) => one.textContent?.trim()),
		isBusy: document.querySelector('.controls .primary')?.getAttribute('aria-disabled') !== 'false'
	};
}

const firstOf = (slug: string) => MOMENTS.findIndex((one) => one.slug === slug);

/** The steps that one pair of peers has begun twice. */
function twice(trace: readonly TraceEntry[]): string[] {
	const begun = trace
		.filter(({ kind, name }) => kind === 'step' && name === 'begin')
		.map(({ attempt, data }) => `${attempt}: ${(data as { id: string }).id}`);
	return begun.filter((one, at) => begun.indexOf(one) !== at);
}

for (const [moves, tag, otherwise] of [
	[12, '@later', 5],
	[60, '@long', Date.now() % 1_000_000]
] as const) {
	test(
		`${moves} random troubles of two machines leave them at one moment, with one trace, and no step done twice`,
		{ tag },
		async ({ context, browser, playwright, browserName, baseURL }) => {
			test.setTimeout(120_000 + moves * 30_000);
			const chance = new Chance(seedAsked(otherwise));
			console.log(`seed ${chance.seed}: SEED=${chance.seed} drives the same way again`);
			const room = freshRoom();
			const site = await serveAgain(baseURL!);
			let broker = await embedBroker(site.server, '/mqtt');
			const cables = { john: new Cable(site.port), jane: new Cable(site.port) };
			const machine = await anotherMachine(playwright, browserName as BrowserName, baseURL!);
			const contexts = { john: context, jane: machine.context };
			const origins = { john: await cables.john.plugIn(), jane: await cables.jane.plugIn() };
			const faults: string[][] = [];
			const sitDown = async (seat: Seat, slug: string) => {
				const page = await contexts[seat].newPage();
				faults.push(faultsOf(page));
				await page.goto(new URL(farAddressOf(seat, room, slug), origins[seat]).href);
				return page;
			};
			for (const seat of SEATS) await watchBeneath(contexts[seat]);
			const tabs = { john: await sitDown('john', 'john-sends-offer') } as Record<Seat, Page>;
			await expect(next(tabs.john)).toHaveAttribute('aria-disabled', 'false');
			tabs.jane = await sitDown('jane', 'john-sends-offer');
			let third: { context: BrowserContext; page: Page } | null = null;
			let at = MOMENTS.indexOf(moment('john-sends-offer'));
			const began = at;
			/** How often Next was pressed in all, and how often before the look that was the last but one. */
			let [presses, seen] = [0, 0];

			/** Does something, and does not wait for what comes of it. */
			async function befall(trouble: keyof typeof TROUBLES): Promise<string> {
				const seat = SEATS[chance.whole(0, 1)]!;
				const press = async (one: Seat) => {
					// Behind it John hangs up. What was pressed a moment ago may yet be on its way.
					if (at + presses - seen >= FLOWS) return;
					presses += 1;
					const click = (button: HTMLElement) => button.click();
					await next(tabs[one])
						.evaluate(click, null, { timeout: 5000 })
						.catch(() => undefined);
				};
				switch (trouble) {
					case 'press':
						await press(seat);
						break;
					case 'both':
						await Promise.all(SEATS.map(press));
						return trouble;
					case 'reload':
						await tabs[seat].reload({ waitUntil: 'commit' });
						break;
					case 'gone':
						await tabs[seat].close();
						tabs[seat] = await sitDown(seat, MOMENTS[at]!.slug);
						break;
					case 'broker':
						await broker.close();
						broker = await embedBroker(site.server, '/mqtt');
						return trouble;
					case 'cut':
						cables[seat].cut();
						await new Promise((resolve) => setTimeout(resolve, CUT));
						cables[seat].mend();
						break;
					case 'third':
						if (third) {
							await third.context.close();
							third = null;
							return 'the third leaves';
						}
						third = await watch();
						return 'a third watches';
				}
				return `${trouble} ${seat}`;
			}

			async function watch() {
				const own = await browser.newContext({ serviceWorkers: 'block' });
				const page = await own.newPage();
				await page.goto(new URL(farAddressOf('none', room), origins.john).href);
				return { context: own, page };
			}

			/** All come to rest, where all others are. */
			async function lookAt(where: string): Promise<number> {
				const pages = [tabs.john, tabs.jane, ...(third ? [third.page] : [])];
				let found = -1;
				const look = async () => {
					const all = await Promise.all(
						pages.map((page) => page.evaluate(standing).catch(() => null))
					);
					const places = all.map((one) => one && `${one.slug}, ${one.kind}, ${one.status}`);
					const areOne = all.every((one, index) => !one?.isBusy && places[index] === places[0]);
					found = MOMENTS.findIndex(
						({ slug, kind }) => slug === all[0]?.slug && kind === all[0].kind
					);
					return areOne && found >= 0 ? 'at rest, and at one moment' : JSON.stringify(all);
				};
				await expect
					.poll(look, { message: where, timeout: 90_000 })
					.toBe('at rest, and at one moment');
				await expectSameTrace(...pages);
				for (const page of pages) {
					expect(twice(await page.evaluate(() => [...window.parley.trace])), where).toEqual([]);
				}
				for (const seat of SEATS) {
					expect(await openConnections(tabs[seat]), where).toBeLessThanOrEqual(1);
				}
				return found;
			}

			try {
				at = await lookAt(`seed ${chance.seed}, at the beginning`);
				let before = 0;
				for (let done = 0; done < moves;) {
					const log: string[] = [];
					for (let one = chance.whole(1, 2); one > 0 && done < moves; one -= 1, done += 1) {
						log.push(await befall(chance.weighted(TROUBLES)));
					}
					const where = `seed ${chance.seed}, move ${done}, from ${MOMENTS[at]!.slug}, ${MOMENTS[at]!.kind}: ${log.join('; ')}`;
					console.log(where);
					const now = await lookAt(where);
					// Nobody goes back, but to the beginning of the slide where both pages were opened anew; nobody goes on who did not press.
					expect(now, where).toBeGreaterThanOrEqual(firstOf(MOMENTS[at]!.slug));
					expect(now, where).toBeLessThanOrEqual(began + presses);
					[at, seen, before] = [now, before, presses];
					if (at === FLOWS) await expectBothConnected(tabs);
				}
				while (at < FLOWS) {
					seen = presses;
					await befall('press');
					at = await lookAt(`seed ${chance.seed}, on to the end, from ${MOMENTS[at]!.slug}`);
				}
				await expectBothConnected(tabs);
				expect(faults.flat()).toEqual([]);
			} finally {
				await machine.browser.close();
				for (const seat of SEATS) cables[seat].unplug();
				await broker.close();
				site.close();
			}
		}
	);
}
