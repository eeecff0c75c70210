import type { SiteFiles } from '../../src/lib/offline/site-cache';

/**
 * A server, and the caches of a browser, in memory.
 * @param trouble what the server does with the n-th request for a path, before it serves it
 */
export function scope(
	served: Record<string, Response | string>,
	trouble: (path: string, time: number) => Response | Error | undefined = () => undefined
) {
	const stored = new Map<string, Map<string, Response>>();
	const asked: string[] = [];
	const pauses: number[] = [];
	const opened = (name: string) => {
		const entries = stored.get(name) ?? new Map<string, Response>();
		stored.set(name, entries);
		return {
			keys: async () => [...entries.keys()].map((path) => ({ url: `https://host${path}` })),
			put: async (path: string, response: Response) => void entries.set(path, response),
			match: async (path: string) => entries.get(path)?.clone()
		};
	};
	return {
		stored,
		asked,
		pauses,
		pause: async (ms: number) => void pauses.push(ms),
		caches: {
			open: async (name: string) => opened(name),
			keys: async () => [...stored.keys()],
			delete: async (name: string) => stored.delete(name)
		} as unknown as CacheStorage,
		fetch: (async (path: string) => {
			asked.push(path);
			const failure = trouble(path, asked.filter((one) => one === path).length);
			if (failure instanceof Error) throw failure;
			if (failure) return failure;
			const answer = served[path];
			if (answer === undefined) return new Response('', { status: 404 });
			return typeof answer === 'string' ? new Response(answer) : answer;
		}) as typeof fetch
	};
}

export const FILES: SiteFiles = {
	version: '2',
	versionFile: '/_app/version.json',
	base: '',
	immutable: ['/a.js'],
	named: [
		'/',
		'/inspect',
		'/shell.html',
		'/__data.json',
		'/walk/one/__data.json',
		'/stage/__data.json'
	],
	drawn: ['/walk/one', '/stage', '/stage/one'],
	same: new Map(
		['/stage/one', '/stage/two'].map((page) => [`${page}/__data.json`, '/stage/__data.json'])
	),
	shell: '/shell.html'
};
export const SERVED = {
	'/a.js': 'code',
	'/': 'first page',
	'/inspect': 'second page',
	'/shell.html': 'shell',
	'/__data.json': '{}',
	'/walk/one/__data.json': '{"slide":"one"}',
	'/stage/__data.json': '{"nothing":true}',
	'/_app/version.json': '{"version":"2"}'
};
export const EVERYTHING = [...FILES.immutable, ...FILES.named];
/** What a script fetches. */
export const file = (path: string) => ({ address: new URL(path, 'https://host'), isPage: false });
