/** What one version of the site consists of. All paths are absolute, with the base path. */
export interface SiteFiles {
	/** Given anew with each build. */
	version: string;
	/** Where the version that the server has now is written: `{ "version": … }`. */
	versionFile: string;
	/** Without its trailing slash: '' where the site is at the top of its host. */
	base: string;
	/** Named by their content: they never change. */
	immutable: readonly string[];
	/** Pages, their data, and files that keep their names from version to version. */
	named: readonly string[];
	/** Pages that are not kept: the client draws them wherever it is started. */
	drawn: readonly string[];
	/** Files that are as another is, to the byte, by their paths: that one is kept for all of them. */
	same: ReadonlyMap<string, string>;
	/** The page that starts the client and shows nothing of its own, one of `named`: it stands for all that are drawn. */
	shell: string;
}

/** What is asked of the cache. */
export interface Asked {
	address: URL;
	/** A window or a frame shall show it: what is fetched by a script is never the shell. */
	isPage: boolean;
}

/** What of the browser the cache works with, handed in by the worker. */
export interface CacheScope {
	caches: CacheStorage;
	fetch: typeof fetch;
	/** Lets so many milliseconds pass before a file is asked for again. */
	pause: (ms: number) => Promise<void>;
}

/** How long to wait before each further attempt to fetch a file, in milliseconds. */
const PAUSES = [500, 2000, 6000];

/** As many files are fetched at a time: the page that is read comes first. */
const LANES = 6;

/** Names that stay the same are kept in groups of this size, each after a look at the server's version. */
const GROUP = 48;

const PREFIX = 'parley';

/**
 * One version of the site, kept whole in this browser. Every version has a cache of its own, and what
 * is answered comes from one of them, so that no page is put together of two versions.
 */
export class SiteCache {
	readonly #files: SiteFiles;
	readonly #scope: CacheScope;
	/** The paths of all that is kept. */
	readonly #kept: ReadonlySet<string>;
	readonly #drawn: ReadonlySet<string>;
	/** Every path that this version has. */
	readonly #known: ReadonlySet<string>;

	constructor(files: SiteFiles, scope: CacheScope) {
		this.#files = files;
		this.#scope = scope;
		this.#kept = new Set([...files.immutable, ...files.named]);
		this.#drawn = new Set(files.drawn);
		this.#known = new Set([...this.#kept, ...files.drawn, ...files.same.keys()]);
	}

	/** Sites below other paths of the same host share its storage: each has names of its own. */
	get #prefix(): string {
		return `${PREFIX}:${this.#files.base}:`;
	}

	get #name(): string {
		return this.#prefix + this.#files.version;
	}

	/** The paths that are not kept yet, or no longer: a browser may clear its storage. */
	async missing(): Promise<string[]> {
		const cache = await this.#scope.caches.open(this.#name);
		const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
		return [...this.#kept].filter((path) => !kept.has(path));
	}

	/**
	 * Fetches what is missing. A file that fails is asked for again, and all the others are kept
	 * whatever becomes of it, so that the next call has only the rest to fetch.
	 *
	 * @throws an `Error` where something cannot be had, or where the server has another version by now;
	 * what may be of that version is not kept
	 */
	async fill(): Promise<void> {
		const immutable = new Set(this.#files.immutable);
		const missing = await this.missing();
		const cache = await this.#scope.caches.open(this.#name);
		const failures: unknown[] = [];
		const attempt = (paths: readonly string[], work: (path: string) => Promise<void>) =>
			inLanes(paths, (path) => work(path).catch((reason: unknown) => void failures.push(reason)));

		await attempt(
			missing.filter((path) => immutable.has(path)),
			async (path) => cache.put(path, await this.#fetch(path, 'default'))
		);
		const named = missing.filter((path) => !immutable.has(path));
		for (let from = 0; from < named.length; from += GROUP) {
			const fetched: [path: string, response: Response][] = [];
			await attempt(named.slice(from, from + GROUP), async (path) => {
				fetched.push([path, await this.#fetch(path, 'no-cache')]);
			});
			// Names that stay the same may have been answered by a newer site.
			if (fetched.length > 0) await this.#checkVersion();
			for (const [path, response] of fetched) await cache.put(path, response);
		}
		if (failures.length > 0) throw failures[0];
	}

	/** Removes the versions before this one. */
	async dropOthers(): Promise<void> {
		const { caches } = this.#scope;
		const names = await caches.keys();
		await Promise.all(
			names
				.filter((name) => name.startsWith(this.#prefix) && name !== this.#name)
				.map((name) => caches.delete(name))
		);
	}

	/**
	 * What is kept for an address, whatever is asked of it behind `?`; undefined for nothing, and where
	 * the browser's storage fails: the network may still have it.
	 */
	async answer({ address, isPage }: Asked): Promise<Response | undefined> {
		const { pathname, search } = address;
		// No page is addressed with a slash at its end but the first: as servers do, it leads to the same without.
		const bare = pathname.slice(0, -1);
		if (isPage && pathname.endsWith('/') && this.#known.has(bare)) {
			return Response.redirect(new URL(bare + search, address).href, 307);
		}
		if (isPage && this.#drawn.has(pathname)) return this.#match(this.#files.shell);
		return this.#match(this.#files.same.get(pathname) ?? pathname);
	}

	/**
	 * What is said of an address that this version does not have, where no server can be asked: that there
	 * is no such page, which the client says once the shell has started it, and no such data. Undefined for
	 * whatever else is missing.
	 */
	async absent({ address: { pathname }, isPage }: Asked): Promise<Response | undefined> {
		if (this.#known.has(pathname)) return undefined;
		if (pathname.endsWith('/__data.json')) return new Response(null, { status: 404 });
		const shell = isPage ? await this.#match(this.#files.shell) : undefined;
		return shell && new Response(shell.body, { status: 404, headers: shell.headers });
	}

	async #match(path: string): Promise<Response | undefined> {
		try {
			const cache = await this.#scope.caches.open(this.#name);
			return await cache.match(path);
		} catch {
			return undefined;
		}
	}

	/** A whole answer, asked for again where the network or the server fails for a while. */
	async #fetch(path: string, cache: RequestCache): Promise<Response> {
		for (let attempt = 0; ; attempt += 1) {
			try {
				return await this.#ask(path, cache);
			} catch (error) {
				const pause = PAUSES[attempt];
				if (error instanceof Refused || pause === undefined) {
					throw new Error(`${path} cannot be kept: ${(error as Error).message}`, { cause: error });
				}
				await this.#scope.pause(pause);
			}
		}
	}

	/** @throws a `Refused` where asking again does not help */
	async #ask(path: string, cache: RequestCache): Promise<Response> {
		const response = await this.#scope.fetch(path, { cache, priority: 'low' });
		const { ok, status } = response;
		if (ok) return await whole(response);
		const mayComeLater = status >= 500 || status === 408 || status === 429;
		throw new (mayComeLater ? Error : Refused)(`the server said ${status}`);
	}

	async #checkVersion(): Promise<void> {
		const { version, versionFile } = this.#files;
		const response = await this.#fetch(versionFile, 'no-store');
		const served = ((await response.json()) as { version?: unknown }).version;
		if (served !== version) throw new Error(`The server has version ${String(served)} by now`);
	}
}

/** The server has an answer, and it is no. */
class Refused extends Error {}

/**
 * The same answer once all of it is there, as if it had come at once and as it is: a navigation refuses
 * one that was redirected.
 */
async function whole(response: Response): Promise<Response> {
	const { status, statusText } = response;
	const headers = new Headers(response.headers);
	for (const name of ['content-encoding', 'content-length']) headers.delete(name);
	return new Response(await response.blob(), { status, statusText, headers });
}

/** Does the work for each item, for a few of them at a time. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
	const rest = items.values();
	const lane = async () => {
		for (const item of rest) await work(item);
	};
	await Promise.all(Array.from({ length: LANES }, lane));
}
