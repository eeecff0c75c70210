import { describe, expect, it } from 'vitest';
import { SiteCache, type SiteFiles } from '../../src/lib/offline/site-cache';

/** A server, and the caches of a browser, in memory. */
function scope(served: Record<string, Response | string>) {
	const stored = new Map<string, Map<string, Response>>();
	const asked: string[] = [];
	const opened = (name: string) => {
		const entries = stored.get(name) ?? new Map<string, Response>();
		stored.set(name, entries);
		return {
			keys: async () => [...entries.keys()].map((path) => ({ url: `https://host${path}` })),
			put: async (path: string, response: Response) => void entries.set(path, response),
			match: async (path: string) => entries.get(path)
		};
	};
	return {
		stored,
		asked,
		served,
		caches: {
			open: async (name: string) => opened(name),
			keys: async () => [...stored.keys()],
			delete: async (name: string) => stored.delete(name)
		} as unknown as CacheStorage,
		fetch: (async (path: string) => {
			asked.push(path);
			const answer = served[path];
			if (answer === undefined) return new Response('', { status: 404 });
			return typeof answer === 'string' ? new Response(answer) : answer;
		}) as typeof fetch
	};
}

const FILES: SiteFiles = {
	version: '2',
	versionFile: '/_app/version.json',
	base: '',
	immutable: ['/a.js'],
	named: ['/', '/inspect'],
	optional: ['/__data.json', '/inspect/__data.json']
};
const SERVED = {
	'/a.js': 'code',
	'/': 'first page',
	'/inspect': 'second page',
	'/__data.json': '{}',
	'/_app/version.json': '{"version":"2"}'
};
const address = (path: string) => new URL(path, 'https://host');

describe('the cache of a version', () => {
	it('answers nothing where the storage of the browser fails, so that the network may', async () => {
		const browser = scope(SERVED);
		browser.caches.open = () => Promise.reject(new DOMException('broken', 'UnknownError'));
		expect(await new SiteCache(FILES, browser).answer(address('/inspect'))).toBeUndefined();
	});

	it('misses everything before it is filled, and nothing after', async () => {
		const browser = scope(SERVED);
		const site = new SiteCache(FILES, browser);
		expect(await site.missing()).toEqual(['/a.js', '/', '/inspect']);
		await site.fill();
		expect(await site.missing()).toEqual([]);
		expect([...browser.stored.keys()]).toEqual(['parley::2']);
	});

	it('answers an address with whatever is asked behind it, and an unknown one not at all', async () => {
		const site = new SiteCache(FILES, scope(SERVED));
		await site.fill();
		expect(await (await site.answer(address('/inspect?deck=x#y')))!.text()).toBe('second page');
		expect(await (await site.answer(address('/__data.json?x=1')))!.text()).toBe('{}');
		expect(await site.answer(address('/inspect/__data.json'))).toBeUndefined();
		expect(await site.answer(address('/nowhere'))).toBeUndefined();
	});

	it('keeps nothing where a file cannot be had', async () => {
		const browser = scope({ ...SERVED, '/inspect': new Response('', { status: 500 }) });
		const site = new SiteCache(FILES, browser);
		await expect(site.fill()).rejects.toThrow('/inspect cannot be kept: the server said 500');
		expect(await site.missing()).toHaveLength(3);
	});

	it('keeps nothing of a server that has another version by now', async () => {
		const site = new SiteCache(
			FILES,
			scope({ ...SERVED, '/_app/version.json': '{"version":"3"}' })
		);
		await expect(site.fill()).rejects.toThrow('The server has version 3 by now');
		expect(await site.missing()).toHaveLength(3);
	});

	it('fetches again only what the browser has cleared', async () => {
		const browser = scope(SERVED);
		const site = new SiteCache(FILES, browser);
		await site.fill();
		browser.stored.get('parley::2')!.delete('/inspect');
		browser.asked.length = 0;
		await site.fill();
		expect(browser.asked.filter((path) => !path.endsWith('.json'))).toEqual(['/inspect']);
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
		const kept = (await site.answer(address('/inspect')))!;
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
