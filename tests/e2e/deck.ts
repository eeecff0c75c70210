import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The slugs of the slides, in order. */
export const SLUGS = [
	'what-is-webrtc',
	'architecture',
	'vocabulary',
	'what-an-app-does',
	'john-and-jane',
	'john-creates-peer-connection',
	'john-gets-media',
	'john-adds-tracks',
	'john-creates-offer',
	'john-sets-local-description',
	'john-sends-offer',
	'jane-creates-peer-connection',
	'jane-sets-remote-description',
	'jane-gets-media',
	'jane-adds-tracks',
	'jane-creates-answer',
	'jane-sets-local-description',
	'jane-sends-answer',
	'john-sets-remote-description',
	'candidates-appear',
	'john-sends-candidate',
	'jane-adds-candidate',
	'jane-sends-candidate',
	'john-adds-candidate',
	'remaining-candidates',
	'connected',
	'media-flows',
	'john-hangs-up',
	'show-me-the-code',
	'where-next',
	'references',
	'thanks'
] as const;
export type Slug = (typeof SLUGS)[number];

/** Slides of an idea between steps: they have one moment. */
const IDEAS: ReadonlySet<Slug> = new Set<Slug>([
	'what-is-webrtc',
	'architecture',
	'vocabulary',
	'what-an-app-does',
	'john-and-jane',
	'candidates-appear',
	'connected',
	'media-flows',
	'show-me-the-code',
	'where-next',
	'references',
	'thanks'
]);

export const isStep = (slug: Slug) => !IDEAS.has(slug);

/** One press of Next apart from its neighbours. */
export interface Moment {
	slug: Slug;
	kind: 'before' | 'after' | 'only';
	/** How many steps are performed at this moment. */
	steps: number;
}

/** All moments of the walk, in order. */
export const MOMENTS: readonly Moment[] = (() => {
	let steps = 0;
	return SLUGS.flatMap((slug): Moment[] =>
		isStep(slug)
			? [
					{ slug, kind: 'before', steps },
					{ slug, kind: 'after', steps: ++steps }
				]
			: [{ slug, kind: 'only', steps }]
	);
})();

/** Position of the first moment of a slide, or of the moment after its step. */
export function at(slug: Slug, kind?: Moment['kind']): number {
	return MOMENTS.findIndex((one) => one.slug === slug && (!kind || one.kind === kind));
}

/** The moments from one slide's first to another's last. */
export const between = (first: Slug, last: Slug) =>
	MOMENTS.slice(at(first), MOMENTS.findLastIndex((one) => one.slug === last) + 1);

/** The `signalingState` of both peers at a moment; null where there is no connection yet. */
export function signalingStates({ steps }: Moment): { john: string | null; jane: string | null } {
	const done = (slug: Slug) => steps >= MOMENTS[at(slug, 'after')]!.steps;
	if (done('john-hangs-up')) return { john: 'closed', jane: 'closed' };
	const john = !done('john-creates-peer-connection')
		? null
		: done('john-sets-local-description') && !done('john-sets-remote-description')
			? 'have-local-offer'
			: 'stable';
	const jane = !done('jane-creates-peer-connection')
		? null
		: done('jane-sets-remote-description') && !done('jane-sets-local-description')
			? 'have-remote-offer'
			: 'stable';
	return { john, jane };
}

/** What the slides are called, read from their own files. */
const TITLES: ReadonlyMap<string, string> = new Map(
	readdirSync('content/01-call', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.md'))
		.map((path) => {
			const [, frontMatter] = readFileSync(`content/01-call/${path}`, 'utf8').split(/^---$/m);
			const slug = path.replace(/^.*?(\d+-)([^/]+)\.md$/, '$2').replace(/^\d+-/, '');
			return [slug, (parse(frontMatter!) as { title: string }).title];
		})
);

export function titleOf(slug: Slug): string {
	const title = TITLES.get(slug);
	if (!title) throw new RangeError(`There is no slide "${slug}" in content/.`);
	return title;
}
