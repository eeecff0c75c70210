import { readFileSync } from 'node:fs';
import { SLUGS, type Slug } from './deck';

/** What Vite tells of a module of the built site. */
interface Built {
	file: string;
	name?: string;
	css?: string[];
	imports?: string[];
}

const manifest = JSON.parse(
	readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8')
) as Record<string, Built>;

/** The text of a slide, as a module of the site. */
function textOf(slug: Slug): string {
	const name = Object.keys(manifest).find((one) =>
		new RegExp(`^content/01-call/.*/\\d+-${slug}\\.md$`).test(one)
	);
	if (!name) throw new RangeError(`The site was built without the slide "${slug}".`);
	return name;
}

/** The files that are fetched for a slide's text alone: the module itself, and its style sheet. */
export function filesOf(slug: Slug): string[] {
	const { file, css = [] } = manifest[textOf(slug)]!;
	return [file, ...css].map((path) => `/${path}`);
}

/** The files that each slide's text imports, of those that not all of them do. */
export function importsOf(slug: Slug): string[] {
	const all = SLUGS.map((one) => manifest[textOf(one)]!.imports ?? []);
	return (manifest[textOf(slug)]!.imports ?? []).filter(
		(one) => !all.every((imports) => imports.includes(one))
	);
}

/** The style sheets that come with the text of a single slide, of all lessons. */
export const sheetsOfTexts = (): string[] =>
	Object.keys(manifest)
		.filter((one) => one.startsWith('content/'))
		.flatMap((one) => manifest[one]!.css ?? []);

/** What shows the call and what runs it, which come as soon as their page is alive. */
export const ALIVE = { shown: 'shown~call', run: 'engine~engine' } as const;

/** Modules, and all that they import. */
function withImports(names: readonly string[]): Set<string> {
	const all = new Set(names);
	for (const name of all) manifest[name]!.imports?.forEach((one) => all.add(one));
	return all;
}

/** Everything that the page of the walk has loaded before it is alive. */
export const loadedWithTheWalk = (): ReadonlySet<string> =>
	withImports(Object.keys(manifest).filter((name) => /\/nodes\/[02]\.js$/.test(name)));

/** The same, and what has come before anything is performed. */
export const loadedBeforeSteps = (): ReadonlySet<string> =>
	new Set([
		...loadedWithTheWalk(),
		...withImports(Object.values(ALIVE).map((chunk) => laterOf(chunk).name))
	]);

/** What comes once a walk is alive, in the order in which it comes (`src/lib/state/chunks.ts`). */
export const LATER = ['parts', 'tools', 'bench'] as const;

/** A module of what comes later: its name, its file, and the names of the built ones that it imports. */
export function laterOf(chunk: (typeof ALIVE)[keyof typeof ALIVE] | (typeof LATER)[number]): {
	name: string;
	file: string;
	imports: string[];
} {
	const [name, { file, imports = [] }] = Object.entries(manifest).find(
		([, built]) => built.name === chunk && built.file.endsWith('.js')
	)!;
	return { name, file: `/${file}`, imports };
}

/** What comes last: it is asked for once all else is there. */
export const LAST_FILE = `/${manifest['src/lib/ui/later/checks.ts']!.file}`;

/** The page for errors, which is loaded ahead and shown to nobody. */
export const ERROR_PAGE = 'src/routes/+error.svelte';

/** The module of a page of the site, given its component. */
function pageModule(component: string): Built {
	const name = Object.keys(manifest).find(
		(one) => /\/nodes\/\d+\.js$/.test(one) && readFileSync(one, 'utf8').includes(`/${component}"`)
	);
	if (!name) throw new RangeError(`The site was built without the page "${component}".`);
	return manifest[name]!;
}

/** The file of a page's module. */
export const moduleOf = (component: string): string => `/${pageModule(component).file}`;

/** The files of all modules that a page imports and the walk has not loaded before. */
export function importedBy(component: string): string[] {
	const loaded = loadedWithTheWalk();
	const imported = new Set<string>();
	const follow = (name: string) => {
		if (loaded.has(name) || imported.has(name)) return;
		imported.add(name);
		manifest[name]!.imports?.forEach(follow);
	};
	pageModule(component).imports?.forEach(follow);
	return [...imported].map((name) => `/${manifest[name]!.file}`);
}

/** The style sheets of all that comes later. */
export const LATER_SHEETS = LATER.flatMap((chunk) => manifest[laterOf(chunk).name]!.css ?? []).map(
	(path) => `/${path}`
);

/** What is fetched for all slides at once. */
export const DATA_FILE = '/slides/call.json';
