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
	/** Data that pages are given, where they are given any. */
	optional: readonly string[];
}

/** What of the browser the cache works with, handed in by the worker. */
export interface CacheScope {
	caches: CacheStorage;
	fetch: typeof fetch;
}

const PREFIX = 'parley';

/**
 * One version of the site, kept whole in this browser. Every version has a cache of its own, and what
 * is answered comes from one of them, so that no page is put together of two versions.
 */
export class SiteCache {
	readonly #files: SiteFiles;
	readonly #scope: CacheScope;

	constructor(files: SiteFiles, scope: CacheScope) {
		this.#files = files;
		this.#scope = scope;
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
		return [...this.#files.immutable, ...this.#files.named].filter((path) => !kept.has(path));
	}

	/**
	 * Fetches what is missing.
	 * @throws an `Error` where something cannot be had, or where the server has another version by now;
	 * what was fetched of that is not kept
	 */
	async fill(): Promise<void> {
		const missing = new Set(await this.missing());
		if (missing.size === 0) return;
		const { immutable, named, optional } = this.#files;
		const fetched = await Promise.all([
			...immutable.filter((path) => missing.has(path)).map((path) => this.#fetch(path, 'default')),
			...named.filter((path) => missing.has(path)).map((path) => this.#fetch(path, 'no-cache')),
			...optional.map((path) => this.#fetch(path, 'no-cache', true))
		]);
		// Names that stay the same may have been answered by a newer site.
		await this.#checkVersion();
		const cache = await this.#scope.caches.open(this.#name);
		await Promise.all(
			fetched.map(async ([path, response]) => response && cache.put(path, response))
		);
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
	async answer(address: URL): Promise<Response | undefined> {
		try {
			const cache = await this.#scope.caches.open(this.#name);
			return await cache.match(address.pathname);
		} catch {
			return undefined;
		}
	}

	async #fetch(
		path: string,
		cache: RequestCache,
		isOptional = false
	): Promise<[path: string, response: Response | null]> {
		const response = await this.#scope.fetch(path, { cache });
		if (!response.ok) {
			if (isOptional) return [path, null];
			throw new Error(`${path} cannot be kept: the server said ${response.status}`);
		}
		return [path, response.redirected ? await plain(response) : response];
	}

	async #checkVersion(): Promise<void> {
		const { version, versionFile } = this.#files;
		const response = await this.#scope.fetch(versionFile, { cache: 'no-store' });
		const served = ((await response.json()) as { version?: unknown }).version;
		if (served !== version) throw new Error(`The server has version ${String(served)} by now`);
	}
}

/** The same answer as if it had come at once: a navigation refuses one that was redirected. */
async function plain(response: Response): Promise<Response> {
	const { status, statusText, headers } = response;
	return new Response(await response.blob(), { status, statusText, headers });
}
