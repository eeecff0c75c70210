import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Network } from '../../src/lib/servers/network';
import { otherPeer } from '../../src/lib/trace';
import { watchBeneath } from '../e2e/beneath';
import { enterServers } from '../e2e/entered-servers';
import { join } from '../e2e/joining';
import { MOMENTS } from '../e2e/deck';
import { LESSONS } from '../e2e/lessons';
import {
	atRest,
	BY_TURNS,
	freshRoom,
	openMachines,
	sitDownFar,
	walkAlternately,
	walkLessonAlternately
} from '../e2e/machines';
import {
	expectBothAt,
	expectBothConnected,
	expectSameTrace,
	pressNext,
	SEATS,
	type Seat
} from '../e2e/tabs';
import { attempts, expectMoment, moment, notice, stepsPerformed } from '../e2e/walk';
import { USER } from '../tools/login';
import { startBrowser, type FarBrowser } from './far-browser';
import { lacksMosquitto } from './mosquitto';
import {
	makeNetworks,
	missing,
	removeNetworks,
	SERVERS,
	setCut,
	setNetwork,
	SIDES,
	startServer,
	type Side
} from './networks';
import { serveSite, serveWithMosquitto, type ServedSite } from './served-site';

const lacks = [...missing(), ...lacksMosquitto()];
test.skip(lacks.length > 0, `The walk through NATs needs ${lacks.join(', ')}.`);

/** What somebody enters under Settings. */
const STUN = { urls: [SERVERS.stun[0]!.urls], username: '', credential: '' };
const TURN = { urls: [SERVERS.turn[1]!.urls], ...USER };

/** Milliseconds for which a network is cut. */
const CUT = 10_000;

/** Networks between which there is no path, and what is to be said first of them. */
const NO_PATH = [
	{ kind: 'port-restricted cone', servers: [], first: 'ice.remote-only-private' },
	{ kind: 'symmetric', servers: [STUN], first: 'ice.no-relay' }
] as const;

/** The types of the candidates of the pair that a peer uses, its own first. */
const typesUsed = (page: Page, seat: Seat) =>
	page.evaluate(async (peer) => {
		const stats = [...(await window.parley[peer]!.getStats()).values()];
		const pair = stats.find((one) => one.type === 'candidate-pair' && one.nominated);
		return ['localCandidateId', 'remoteCandidateId'].map(
			(end) => stats.find(({ id }) => id === pair?.[end])?.candidateType as string
		);
	}, seat);

/** Looks at what has a certificate that signs itself, as somebody does who lets the browser take it. */
async function trust(context: BrowserContext, url: string) {
	const page = await context.newPage();
	// A broker has no page there: what counts is that it was asked for.
	await page.goto(url).catch(() => null);
	await page.close();
}

for (const [johns, janes] of [
	['chromium', 'firefox'],
	['firefox', 'chromium']
] as const) {
	test.describe(`behind two NATs, with ${johns} for John and ${janes} for Jane,`, () => {
		let site: ServedSite;
		const NAMES = { john: johns, jane: janes };
		const machines: Partial<Record<Side, FarBrowser>> = {};
		/** What ends what was begun, the first of all last. */
		const ends: (() => unknown)[] = [];
		let contexts: BrowserContext[] = [];

		test.beforeAll(async () => {
			ends.unshift(removeNetworks);
			makeNetworks();
			ends.unshift(await startServer());
			site = await serveSite();
			ends.unshift(() => site.end());
			for (const side of SIDES) {
				machines[side] = await startBrowser(side, NAMES[side]);
				ends.unshift(() => machines[side]!.end());
			}
		});
		test.beforeEach(() => {
			for (const side of SIDES) setNetwork(side, 'port-restricted cone');
		});
		test.afterEach(async () => {
			for (const context of contexts) await context.close();
			contexts = [];
		});
		test.afterAll(async () => {
			const troubles: unknown[] = [];
			for (const end of ends) {
				try {
					await end();
				} catch (error) {
					troubles.push(error);
				}
			}
			expect(troubles).toEqual([]);
		});

		/** A page of a machine, on which somebody has entered servers. */
		async function openOn(side: Side, servers: Network['servers'], { url, broker } = site) {
			const context = await machines[side]!.browser.newContext({
				baseURL: url,
				ignoreHTTPSErrors: true,
				serviceWorkers: 'block',
				viewport: { width: 1440, height: 900 }
			});
			contexts.push(context);
			await enterServers(context, servers);
			await watchBeneath(context);
			if (broker) await trust(context, broker);
			return context;
		}

		/** The same of each machine. */
		async function open(servers: Network['servers'], served = site) {
			for (const side of SIDES) await openOn(side, servers, served);
			return contexts as [BrowserContext, BrowserContext];
		}

		test('the walk leads to a call by STUN, over the broker of the site', async () => {
			const tabs = await openMachines(...(await open([STUN])), freshRoom());
			await walkAlternately(tabs, 1);
		});

		test('the walk leads to a call by STUN, over Mosquitto', async () => {
			const other = await serveWithMosquitto();
			try {
				const tabs = await openMachines(...(await open([STUN], other)), freshRoom());
				await walkAlternately(tabs, 1);
			} finally {
				await other.end();
			}
		});

		test('the walk leads to a call by STUN, joined by two texts', async () => {
			// One for the slides, and one for the call.
			await walkAlternately(await join(...(await open([STUN]))), 2);
		});

		test('a call through two symmetric NATs is relayed', async () => {
			for (const side of SIDES) setNetwork(side, 'symmetric');
			const tabs = await openMachines(...(await open([STUN, TURN])), freshRoom(), 'media-flows');
			for (const seat of SEATS) {
				await expect.poll(() => typesUsed(tabs[seat], seat)).toContain('relay');
			}
		});

		for (const { kind, servers, first } of NO_PATH) {
			test(`no call comes about where ${first} is the reason, and both pages say it`, async () => {
				for (const side of SIDES) setNetwork(side, kind);
				const tabs = await openMachines(...(await open(servers)), freshRoom(), 'connected');
				const bothSay = async () => {
					for (const seat of SEATS) {
						const lost = notice(tabs[seat], 'This pair of peers is lost.');
						await expect(lost.locator(`[data-finding="${first}"]`)).toBeVisible();
					}
				};
				await bothSay();
				await pressNext(tabs.john);
				// It is tried once more, and no more than that: nobody pressed again.
				const replayed = notice(tabs.john, 'Replayed on fresh peers.');
				await expect(replayed).toContainText('had been told that no more come');
				await bothSay();
				for (const seat of SEATS) expect(await attempts(tabs[seat])).toBe(2);
			});
		}

		for (const slug of ['john-sends-offer', 'john-sends-candidate', 'connected'] as const) {
			test(`the network is cut for ten seconds at ${slug}, and the call still comes about`, async () => {
				const tabs = await openMachines(...(await open([STUN])), freshRoom(), slug);
				const from = MOMENTS.findLastIndex((one) => one.slug === slug && one.kind !== 'after');
				const to = MOMENTS.indexOf(moment('media-flows'));
				setCut('jane', true);
				await pressNext(tabs.john);
				await tabs.john.waitForTimeout(CUT);
				// Nothing of it has come to her.
				await expectMoment(tabs.jane, MOMENTS[from]!);
				setCut('jane', false);
				for (const [index, one] of MOMENTS.slice(from + 1, to + 1).entries()) {
					if (index > 0) await pressNext([tabs.john, tabs.jane][index % 2]!);
					await expectBothAt(tabs, one);
				}
				await expectBothConnected(tabs);
				await expectSameTrace(tabs.john, tabs.jane);
				const steps = await stepsPerformed(tabs.john);
				expect(steps).toEqual([...new Set(steps)]);
			});
		}

		for (const [side, slug, isCut] of [
			['jane', 'john-sends-candidate', false],
			['john', 'media-flows', false],
			['jane', 'media-flows', true]
		] as const) {
			const how = isCut ? 'and the network with it, ' : '';
			test(`${side}’s browser is killed at ${slug}, ${how}and the call comes about once it is back`, async () => {
				const room = freshRoom();
				const tabs = await openMachines(...(await open([STUN])), room, slug);
				const other = tabs[otherPeer(side)];
				setCut(side, isCut);
				await machines[side]!.kill();
				await expect(notice(other, `${side === 'john' ? 'John' : 'Jane'} is gone`)).toBeVisible();
				setCut(side, false);
				machines[side] = await startBrowser(side, NAMES[side]);
				contexts.splice(SIDES.indexOf(side), 1);
				tabs[side] = await sitDownFar(await openOn(side, [STUN]), side, room, slug);
				for (const one of [other, tabs[side]]) await atRest(one);
				const from = MOMENTS.findLastIndex((one) => one.slug === slug && one.kind !== 'after');
				const to = MOMENTS.indexOf(moment('media-flows'));
				for (const [index, one] of MOMENTS.slice(from, to + 1).entries()) {
					if (index > 0) await pressNext([other, tabs[side]][index % 2]!);
					await expectBothAt(tabs, one);
				}
				await expectBothConnected(tabs);
				await expectSameTrace(tabs.john, tabs.jane);
				for (const seat of SEATS) expect(await attempts(tabs[seat])).toBe(2);
			});
		}

		for (const slug of BY_TURNS) {
			const lesson = LESSONS.find((one) => one.slug === slug)!;
			test(`${slug} leads to its end, over the broker of the site`, async () => {
				const first = lesson.moments[0]!.slug;
				const tabs = await openMachines(...(await open([STUN])), freshRoom(), first);
				await walkLessonAlternately(tabs, lesson);
			});
		}
	});
}
