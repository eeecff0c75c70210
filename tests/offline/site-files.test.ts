import { describe, expect, it } from 'vitest';
import { siteFiles } from '../../src/lib/offline/site-files';

/** What SvelteKit tells of a small site below a path. */
const built = (base: string) => ({
	version: '2',
	base,
	build: [`${base}/_app/immutable/a.js`],
	files: [`${base}/icon.svg`],
	prerendered: [
		'/',
		'/inspect',
		'/walk',
		'/walk/index.html',
		'/walk/one',
		'/walk/lesson/one',
		'/walk/lesson/one/__data.json',
		'/walker',
		'/stage',
		'/stage/one',
		'/stage/lesson/one',
		'/stage/__data.json',
		'/stage/one/__data.json',
		'/stage/lesson/one/__data.json',
		'/program/camera.html',
		'/slides/call.json'
	].map((path) => (path === '/' ? base || '/' : base + path))
});

describe.each(['', '/parley'])('what is kept of a site below “%s”', (base) => {
	const kept = siteFiles(built(base));
	const below = (...paths: string[]) => paths.map((path) => base + path);

	it('is every file, and of the pages all that are not of one slide', () => {
		expect(kept.immutable).toEqual(below('/_app/immutable/a.js'));
		expect(kept.named).toEqual(
			below(
				'/icon.svg',
				'/',
				'/inspect',
				'/walk/index.html',
				'/walk/lesson/one/__data.json',
				'/walker',
				'/stage/__data.json',
				'/program/camera.html',
				'/slides/call.json',
				'/shell.html'
			)
		);
	});

	it('has one page that stands for each slide, in the walk and on the stage', () => {
		expect(kept.shell).toBe(`${base}/shell.html`);
		expect([...kept.drawn].sort()).toEqual(
			below('/stage', '/stage/lesson/one', '/stage/one', '/walk', '/walk/lesson/one', '/walk/one')
		);
	});

	it('has the data of each slide in the walk, and that of the stage once', () => {
		expect(kept.named.filter((path) => path.endsWith('/__data.json'))).toEqual(
			below('/walk/lesson/one/__data.json', '/stage/__data.json')
		);
		expect([...kept.same]).toEqual([
			below('/stage/one/__data.json', '/stage/__data.json'),
			below('/stage/lesson/one/__data.json', '/stage/__data.json')
		]);
	});
});
