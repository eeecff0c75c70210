import type { SiteFiles } from './site-cache';

/** What SvelteKit tells a worker of the site that it was built with (`$service-worker`). */
export interface BuiltSite {
	version: string;
	/** '' at the top of a host. */
	base: string;
	/** Scripts, style sheets and faces: named by their content. */
	build: readonly string[];
	/** What stands in `src/static`. */
	files: readonly string[];
	/** Pages, what each of them is given by a server (`__data.json`), and files that were made with them. */
	prerendered: readonly string[];
}

/**
 * What there is to be kept of a site. Each slide has a page in the walk and one on the stage, and each level
 * has one, hundreds of them, and the client has all that it takes to draw them: none of these is kept, but one that starts the
 * client, and the data that it asks for.
 */
export function siteFiles({ version, base, build, files, prerendered }: BuiltSite): SiteFiles {
	// The first page is a folder, all others are named: `/`, `/inspect`.
	const made = prerendered.map((path) => (path === base ? `${base}/` : path));
	const pagesOf = (place: string) =>
		made.filter(
			(path) =>
				(path === base + place || path.startsWith(`${base}${place}/`)) && !/\.\w+$/.test(path)
		);
	const drawn = new Set([...pagesOf('/walk'), ...pagesOf('/stage'), ...pagesOf('/repair')]);
	// All slides on the stage are given the same, which is nothing.
	const [first, ...others] = pagesOf('/stage').map((page) => `${page}/__data.json`);
	const same = new Map(others.map((data) => [data, first!]));
	// Written beside the pages, and none of them: `with-shell.js`.
	const shell = `${base}/shell.html`;
	return {
		version,
		versionFile: `${base}/_app/version.json`,
		base,
		immutable: build,
		named: [...files, ...made.filter((path) => !drawn.has(path) && !same.has(path)), shell],
		drawn: [...drawn],
		same,
		shell
	};
}
