/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';
import type { OfflineAnswer, OfflineQuestion } from './lib/offline/messages';
import { SiteCache } from './lib/offline/site-cache';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** The first page is a folder, all others are named: `/`, `/inspect`. */
const pages = prerendered.map((path) => (path === base ? `${base}/` : path));

const site = new SiteCache(
	{
		version,
		versionFile: `${base}/_app/version.json`,
		base,
		immutable: build,
		named: [...files, ...pages],
		// What a page is given by its `load` on the server is a file beside it.
		optional: pages
			.filter((path) => !/\.\w+$/.test(path))
			.map((path) => `${path.replace(/\/$/, '')}/__data.json`)
	},
	{
		caches: worker.caches,
		fetch: (...request) => worker.fetch(...request),
		pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
	}
);

// No skipWaiting: while any window shows the old version, all of them do. The new one begins when the
// last is closed.
worker.addEventListener('install', (event) => {
	event.waitUntil(site.fill());
});

worker.addEventListener('activate', (event) => {
	// The very first visit is served by the worker as well, so that what it loads later is there.
	event.waitUntil(site.dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const address = new URL(event.request.url);
	if (event.request.method !== 'GET' || address.origin !== worker.location.origin) return;
	event.respondWith(site.answer(address).then((kept) => kept ?? worker.fetch(event.request)));
});

worker.addEventListener('message', (event) => {
	const { type } = event.data as OfflineQuestion;
	const [port] = event.ports;
	if (!port || (type !== 'offline.ask' && type !== 'offline.fill')) return;
	event.waitUntil(answer(type).then((message) => port.postMessage(message)));
});

async function answer(type: OfflineQuestion['type']): Promise<OfflineAnswer> {
	let problem: string | undefined;
	if (type === 'offline.fill') {
		await site.fill().catch((error: Error) => (problem = error.message));
	}
	const { length: missing } = await site.missing();
	return { version, missing, ...(problem !== undefined && { problem }) };
}
