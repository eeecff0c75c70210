import type { Plugin, Rolldown } from 'vite';

type OutputOptions = Rolldown.OutputOptions;

/** What every page needs, and what stands above most of them: no page loads anything else for it. */
const SITE = /[\\/]src[\\/]routes[\\/]\+(?:layout|error)\.(?:svelte|ts)$/;

/** What a page of the walk needs before anybody can press: its layout and its page, and all they import. */
const WALK = /[\\/]src[\\/]routes[\\/](?:\+layout|\(walk\)[\\/].*)\.(?:svelte|ts)$/;

/** What shows the call beside a slide: fetched as soon as the page is alive. */
const CALL = /[\\/]ui[\\/]later[\\/]call\.ts$/;

/** What runs a walk: the same. */
const ENGINE = /[\\/]src[\\/]lib[\\/]state[\\/]engine\.ts$/;

/** The pure rooms have no effect when they are read: what nobody takes of them is left out, module by module. */
const PURE =
	/[\\/]src[\\/]lib[\\/](?:ice|nat|sdp|trace|stun|servers|diagnose|inspect|predict|breaks|levels)[\\/].*\.ts$/;

/** What comes later: a module of its own. */
const laterModule = (name: string) => new RegExp(`[\\\\/]ui[\\\\/]later[\\\\/]${name}\\.ts$`);

/**
 * Vite plugin: which modules of the site are fetched together.
 *
 * What the walk needs first is in a few chunks, by which pages need them as well; so is what comes as soon as
 * the page is alive. What it needs later is in three, one after the other, each of which imports nothing but
 * what is there by then: so what comes is used, whatever else fails (see `fetchedFirst`).
 */
export function chunks(): Plugin {
	return {
		name: 'parley:chunks',
		config: () => ({
			build: {
				rolldownOptions: {
					treeshake: { moduleSideEffects: [{ test: PURE, sideEffects: false }] }
				}
			}
		}),
		outputOptions(options) {
			if (this.environment.name !== 'client') return;
			const groups = [
				{
					name: 'site',
					test: SITE,
					priority: 4,
					entriesAware: true,
					entriesAwareMergeThreshold: 3_500
				},
				{
					name: 'walk',
					test: WALK,
					priority: 3,
					entriesAware: true,
					entriesAwareMergeThreshold: 3_500
				},
				{ name: 'shown', test: CALL, priority: 2.7, entriesAware: true },
				{ name: 'engine', test: ENGINE, priority: 2.5, entriesAware: true },
				{ name: 'parts', test: laterModule('parts'), priority: 2 },
				{ name: 'tools', test: laterModule('tools'), priority: 1 },
				{ name: 'bench', test: laterModule('bench'), priority: 0.5 }
			];
			return { ...options, codeSplitting: { groups }, assetFileNames: flat(options) };
		},
		generateBundle: {
			// The manifest is made by a plugin of Vite's own.
			order: 'post',
			handler(_, bundle) {
				if (this.environment.name !== 'client') return;
				const manifest = bundle['.vite/manifest.json'];
				if (manifest?.type !== 'asset') this.error('Vite makes its manifest in another way.');
				manifest.source = staticFirst(String(manifest.source));
			}
		}
	};
}

/** A page or a layout, as SvelteKit has the client know it. */
const NODE = /[\\/]client-optimized[\\/]nodes[\\/]\d+\.js$/;

/** What the manifest tells of a chunk, as far as it matters here: others by their keys. */
interface Chunk {
	imports?: string[];
	dynamicImports?: string[];
}

/**
 * What the server renders of what is imported late: the texts of the slides, which are imported one by one,
 * from the modules of their lessons, and stand in the HTML of their pages.
 */
function renderedOf(manifest: Record<string, Chunk>, key: string): string[] {
	if (key.startsWith('content/')) return [key];
	if (!key.startsWith('virtual:lesson/')) return [];
	return (manifest[key]?.dynamicImports ?? []).flatMap((one) => renderedOf(manifest, one));
}

/**
 * The manifest with what a page imports late behind all that it imports at once, and of that only what the
 * server renders: the rest brings its styles itself when it comes. SvelteKit goes through it
 * depth first and counts a chunk as of whoever leads there first: what a page shares with something that
 * comes later would be fetched late, and would have no style until scripts run.
 */
function staticFirst(source: string): string {
	const manifest = JSON.parse(source) as Record<string, Chunk>;
	const nodes = Object.keys(manifest).filter((key) => NODE.test(key));
	const closures = nodes.map((node) => {
		const all = new Set([node]);
		for (const key of all) for (const one of manifest[key]?.imports ?? []) all.add(one);
		return [...all];
	});
	const later = closures.map((keys) => [
		...new Set(
			keys
				.flatMap((key) => manifest[key]?.dynamicImports ?? [])
				.flatMap((key) => renderedOf(manifest, key))
		)
	]);
	for (const key of closures.flat()) delete manifest[key]?.dynamicImports;
	nodes.forEach((node, at) => (manifest[node]!.dynamicImports = later[at]!));
	return JSON.stringify(manifest, null, 2);
}

/**
 * A chunk that several pages need has their names, with slashes in them; its style sheet shall be in the
 * folder of all the others, from where SvelteKit has it find the faces of the type.
 */
function flat({ assetFileNames }: OutputOptions): OutputOptions['assetFileNames'] {
	if (typeof assetFileNames !== 'string')
		throw new TypeError('SvelteKit names files in another way.');
	return ({ names: [name] }) => {
		const group = /^[a-z]+(?=~)/.exec(name ?? '');
		return group ? assetFileNames.replace('[name]', group[0]) : assetFileNames;
	};
}
