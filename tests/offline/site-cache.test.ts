import { describe, expect, it } from 'vitest';
import { SiteCache } from '../../src/lib/offline/site-cache';
import { EVERYTHING, FILES, SERVED, file, scope } from './small-site';

describe('the cache of a version', () => {
	it('answers nothing where the storage of the browser fails, so that the network may', async () => {
		const browser = scope(SERVED);
		browser.caches.open = () => Promise.reject(new DOMException('broken', 'UnknownError'));
		expect(await new SiteCache(FILES, browser).answer(file('/inspect'))).toBeUndefined();
	});

	it('misses everything before it is filled, and nothing after', async () => {
		const browser = scope(SERVED);
		const site = new SiteCache(FILES, browser);
		expect(await site.missing()).toEqual(EVERYTHING);
		await site.fill();
		expect(await site.missing()).toEqual([]);
		expect([...browser.stored.keys()]).toEqual(['parley::2']);
	});

	it('answers an address with whatever is asked behind it, and an unknown one not at all', async () => {
		const site = new SiteCache(FILES, scope(SERVED));
		await site.fill();
		expect(await (await site.answer(file('/inspect?deck=x#y')))!.text()).toBe('second page');
		expect(await (await site.answer(file('/__data.json?x=1')))!.text()).toBe('{}');
		expect(await site.answer(file('/nowhere'))).toBeUndefined();
	});

	const broken = { aNetworkThatFails: new TypeError('Failed to fetch'), aServerOutOfOrder: 503 };
	const failing = (how: Error | number) =>
		typeof how === 'number' ? new Response('', { status: how }) : how;

	for (const [what, how] of Object.entries(broken)) {
		it(`is whole though every single file met ${what} once`, async () => {
			const browser = scope(SERVED, (_, time) => (time === 1 ? failing(how) : undefined));
			const site = new SiteCache(FILES, browser);
			await site.fill();
			expect(await site.missing()).toEqual([]);
			expect(new Set(browser.pauses)).toEqual(new Set([500]));
		});

		for (const path of EVERYTHING) {
			it(`keeps all but ${path} where that meets ${what}, and fetches it alone later`, async () => {
				let isBroken = true;
				const browser = scope(SERVED, (asked) =>
					isBroken && asked === path ? failing(how) : undefined
				);
				const site = new SiteCache(FILES, browser);
				await expect(site.fill()).rejects.toThrow(`${path} cannot be kept`);
				expect(await site.missing()).toEqual([path]);
				isBroken = false;
				browser.asked.length = 0;
				await site.fill();
				expect(browser.asked.filter((asked) => asked !== FILES.versionFile)).toEqual([path]);
				expect(await site.missing()).toEqual([]);
			});
		}
	}

	it('asks again for an answer that is cut off in the middle', async () => {
		const cut = () =>
			new Response(
				new ReadableStream({
					pull: (controller) => controller.error(new TypeError('network error'))
				})
			);
		const browser = scope(SERVED, (path, time) =>
			path === '/a.js' && time < 3 ? cut() : undefined
		);
		const site = new SiteCache(FILES, browser);
		await site.fill();
		expect(await (await site.answer(file('/a.js')))!.text()).toBe('code');
		expect(browser.pauses).toEqual([500, 2000]);
	});

	it('does not ask again for what the server refuses', async () => {
		const browser = scope({ ...SERVED, '/inspect': new Response('', { status: 403 }) });
		const site = new SiteCache(FILES, browser);
		await expect(site.fill()).rejects.toThrow('/inspect cannot be kept: the server said 403');
		expect(browser.pauses).toEqual([]);
		expect(await site.missing()).toEqual(['/inspect']);
	});

	it('keeps no page of a server that has another version by now', async () => {
		const site = new SiteCache(
			FILES,
			scope({ ...SERVED, '/_app/version.json': '{"version":"3"}' })
		);
		await expect(site.fill()).rejects.toThrow('The server has version 3 by now');
		expect(await site.missing()).toEqual(EVERYTHING.filter((path) => path !== '/a.js'));
	});

	it('keeps no page where it is not known whose version it is', async () => {
		const browser = scope(SERVED, (path) =>
			path === FILES.versionFile ? new TypeError('Failed to fetch') : undefined
		);
		const site = new SiteCache(FILES, browser);
		await expect(site.fill()).rejects.toThrow('/_app/version.json cannot be kept');
		expect(await site.missing()).toEqual(EVERYTHING.filter((path) => path !== '/a.js'));
	});

	it('asks for a few files at a time, so that the page that is read comes first', async () => {
		const immutable = Array.from({ length: 100 }, (_, n) => `/${n}.js`);
		const browser = scope(Object.fromEntries(immutable.map((path) => [path, 'code'])));
		let open = 0;
		let most = 0;
		const fetch = (async (path: string) => {
			most = Math.max(most, (open += 1));
			await Promise.resolve();
			open -= 1;
			return browser.fetch(path);
		}) as typeof globalThis.fetch;
		const files = { ...FILES, immutable, named: [] };
		await new SiteCache(files, { ...browser, fetch }).fill();
		expect(most).toBe(6);
		expect(browser.asked).toHaveLength(100);
	});

	it('fetches again only what the browser has cleared', async () => {
		const browser = scope(SERVED);
		const site = new SiteCache(FILES, browser);
		await site.fill();
		browser.stored.get('parley::2')!.delete('/inspect');
		browser.asked.length = 0;
		await site.fill();
		expect(browser.asked).toEqual(['/inspect', '/_app/version.json']);
		expect(await site.missing()).toEqual([]);
	});

	it('asks the server for nothing where it is whole', async () => {
		const browser = scope(SERVED);
		const site = new SiteCache(FILES, browser);
		await site.fill();
		browser.asked.length = 0;
		await site.fill();
		expect(browser.asked).toEqual([]);
	});

	it('forgets that an answer was redirected, which a navigation refuses', async () => {
		const redirected = new Response('moved', { headers: { 'content-type': 'text/html' } });
		Object.defineProperty(redirected, 'redirected', { value: true });
		const site = new SiteCache(FILES, scope({ ...SERVED, '/inspect': redirected }));
		await site.fill();
		const kept = (await site.answer(file('/inspect')))!;
		expect([kept.redirected, kept.headers.get('content-type')]).toEqual([false, 'text/html']);
		expect(await kept.text()).toBe('moved');
	});

	it('drops the versions before it, and nothing of anybody else', async () => {
		const browser = scope(SERVED);
		for (const name of ['parley::1', 'parley:/below:1', 'other']) await browser.caches.open(name);
		const site = new SiteCache(FILES, browser);
		await site.fill();
		await site.dropOthers();
		expect([...browser.stored.keys()].sort()).toEqual(['other', 'parley:/below:1', 'parley::2']);
	});
});
