import { describe, expect, it } from 'vitest';
import { SiteCache } from '../../src/lib/offline/site-cache';
import { EVERYTHING, FILES, SERVED, file, scope } from './small-site';

/** What a window is led to. */
const page = (path: string) => ({ address: new URL(path, 'https://host'), isPage: true });
/** The site in a browser that keeps it whole. */
async function filled(served: Parameters<typeof scope>[0] = SERVED) {
	const browser = scope(served);
	const site = new SiteCache(FILES, browser);
	await site.fill();
	return { site, browser };
}
const said = async (response: Response | undefined) =>
	response && [response.status, await response.text()];

describe('pages that the client draws', () => {
	it('are not kept: one stands for all of them, whatever is asked behind the address', async () => {
		const { site, browser } = await filled();
		expect([...browser.stored.get('parley::2')!.keys()].sort()).toEqual([...EVERYTHING].sort());
		for (const path of ['/walk/one', '/walk/one?seat=john', '/stage', '/stage/one?deck=x#y']) {
			expect(await said(await site.answer(page(path))), path).toEqual([200, 'shell']);
		}
		expect(await said(await site.answer(page('/inspect')))).toEqual([200, 'second page']);
	});

	it('are given their own data, and what is the same for all but once', async () => {
		const { site, browser } = await filled();
		expect(await said(await site.answer(file('/walk/one/__data.json?x-sveltekit=01')))).toEqual([
			200,
			'{"slide":"one"}'
		]);
		expect(await said(await site.answer(file('/stage/one/__data.json')))).toEqual([
			200,
			'{"nothing":true}'
		]);
		expect(browser.asked.filter((path) => path.startsWith('/stage'))).toEqual([
			'/stage/__data.json'
		]);
	});

	it('are asked of the network where a script fetches their HTML, which the shell is not', async () => {
		const { site } = await filled();
		expect(await site.answer(file('/walk/one'))).toBeUndefined();
		expect(await site.absent(file('/walk/one'))).toBeUndefined();
	});

	it('are asked of the network where the browser has cleared the shell, and are not said to be missing', async () => {
		const { site, browser } = await filled();
		browser.stored.get('parley::2')!.delete('/shell.html');
		expect(await site.answer(page('/walk/one'))).toBeUndefined();
		expect(await site.absent(page('/walk/one'))).toBeUndefined();
	});

	it.each(['/walk/one/?seat=john', '/stage/?x', '/inspect/?deck=x'])(
		'and all others lead from %s to the address without the slash, as servers do',
		async (path) => {
			const { site } = await filled();
			const { status, headers } = (await site.answer(page(path)))!;
			expect([status, headers.get('location')]).toEqual([
				307,
				`https://host${path.replace('/?', '?')}`
			]);
		}
	);
});

describe('where no server can be asked', () => {
	it('an address that there is not is answered with the shell, which says so, and is no success', async () => {
		const { site } = await filled();
		for (const path of ['/walk/two', '/walk/two/', '/nowhere']) {
			expect(await site.answer(page(path)), path).toBeUndefined();
			expect(await said(await site.absent(page(path))), path).toEqual([404, 'shell']);
		}
	});

	it('the data of a page that there is not is not there, and of any other file nothing is said', async () => {
		const { site } = await filled();
		expect((await site.absent(file('/walk/two/__data.json?x')))!.status).toBe(404);
		expect(await site.absent(file('/samples/other.json'))).toBeUndefined();
	});

	it('what the browser has cleared is not said to be missing from the site', async () => {
		const { site, browser } = await filled();
		browser.stored.get('parley::2')!.clear();
		for (const asked of [page('/inspect'), page('/walk/one'), file('/walk/one/__data.json')]) {
			expect(await site.answer(asked)).toBeUndefined();
			expect(await site.absent(asked)).toBeUndefined();
		}
	});
});
