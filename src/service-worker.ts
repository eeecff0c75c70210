/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';
import type { OfflineAnswer, OfflineQuestion } from './lib/offline/messages';
import { SiteCache, type Asked } from './lib/offline/site-cache';
import { siteFiles } from './lib/offline/site-files';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const site = new SiteCache(siteFiles({ base, build, files, prerendered, version }), {
	caches: worker.caches,
	fetch: (...request) => worker.fetch(...request),
	pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
});

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
	event.respondWith(respond(event.request, { address, isPage: event.request.mode === 'navigate' }));
});

async function respond(request: Request, asked: Asked): Promise<Response> {
	const kept = await site.answer(asked);
	if (kept) return kept;
	try {
		return await worker.fetch(request);
	} catch (error) {
		const absent = await site.absent(asked);
		if (absent) return absent;
		throw error;
	}
}

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
