import { within } from './within';
import type { OfflineAnswer, OfflineQuestion } from './messages';

/** What of the browser this works with. */
export interface OfflineScope {
	/** undefined where there are no workers: in an insecure context, or in some private windows. */
	serviceWorker: ServiceWorkerContainer | undefined;
	/** How long a worker may take to answer or to install, in milliseconds. */
	patience: number;
	/** Resolves when it is time to try again: after so many milliseconds, or once there is a network again. */
	again: (ms: number) => Promise<void>;
}

/** Whether the site works with the network cut. */
export type OfflineState =
	| {
			ready: true;
			/** A newer version is there, and is shown once all windows of the site are closed. */
			newerWaits: boolean;
	  }
	| {
			ready: false;
			/**
			 * - `unsupported`: the browser has no service workers here
			 * - `unregistered`: there is no worker: it was refused, as where site data is blocked, or its
			 *   script could not be loaded
			 * - `installing`: the site is being fetched
			 * - `incomplete`: files are missing, for example because the browser cleared its storage
			 * - `silent`: the worker does not answer
			 */
			reason: 'unsupported' | 'unregistered' | 'installing' | 'incomplete' | 'silent';
			/** How many files are missing; null where it is not known. */
			missing: number | null;
			problem: string | null;
	  };

const browserScope = (): OfflineScope => ({
	serviceWorker: navigator.serviceWorker as ServiceWorkerContainer | undefined,
	patience: 10_000,
	again: (ms) =>
		new Promise((resolve) => {
			const timer = setTimeout(go, ms);
			addEventListener('online', go);
			function go() {
				clearTimeout(timer);
				removeEventListener('online', go);
				resolve();
			}
		})
});

/** The first pause before the site is installed anew, and the longest: each is twice the one before. */
const FIRST_PAUSE = 4000;
const LONGEST_PAUSE = 300_000;

/**
 * Keeps the whole site in this browser, so that it opens without a network from then on. What could not
 * be fetched is tried again for as long as the page is open; what is there already is not fetched
 * twice. A newer version waits until every window of the site is closed: nothing changes in the middle
 * of a talk.
 *
 * @param script address of the worker's script
 * @returns once it is kept, or may not be
 */
export async function keepOffline(script: string, scope = browserScope()): Promise<void> {
	const { serviceWorker, again } = scope;
	if (!serviceWorker) return;
	for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
		if (await install(serviceWorker, script)) return;
		await again(pause);
	}
}

/** Whether there is nothing more to be done: a worker serves, or will, or the browser allows none. */
async function install(serviceWorker: ServiceWorkerContainer, script: string): Promise<boolean> {
	// Whatever keeps workers away from a page may give no registration.
	let registration: ServiceWorkerRegistration | undefined;
	try {
		registration = await serviceWorker.register(script);
	} catch (error) {
		// Without a network it is a `TypeError`; what the browser refuses it will refuse again.
		return !(error instanceof TypeError);
	}
	const { active, waiting, installing } = registration ?? {};
	if (active || waiting || !installing) return true;
	return new Promise<boolean>((resolve) => {
		const tell = () => {
			if (installing.state !== 'installing') resolve(installing.state !== 'redundant');
		};
		installing.addEventListener('statechange', tell);
		tell();
	});
}

/**
 * Tells whether the site works with the network cut, by looking at what is really kept. Waits for a
 * worker that is being installed.
 */
export async function offlineState(scope = browserScope()): Promise<OfflineState> {
	return consult({ type: 'offline.ask' }, scope);
}

/** Fetches what is missing, and tells whether the site works with the network cut then. */
export async function completeOffline(scope = browserScope()): Promise<OfflineState> {
	return consult({ type: 'offline.fill' }, scope);
}

async function consult(question: OfflineQuestion, scope: OfflineScope): Promise<OfflineState> {
	const { serviceWorker, patience } = scope;
	if (!serviceWorker) return notReady('unsupported');
	const registration = await within(patience, registrationOf(serviceWorker));
	if (registration === null) return notReady('silent');
	if (!registration) return notReady('unregistered');
	const worker = registration.active ?? (await within(patience, serviceWorker.ready))?.active;
	if (!worker) return notReady('installing');
	const answer = await within(patience, ask(worker, question));
	if (!answer) return notReady('silent');
	const { missing, problem = null } = answer;
	return missing === 0
		? { ready: true, newerWaits: registration.waiting !== null }
		: { ready: false, reason: 'incomplete', missing, problem };
}

/** undefined where there is none, and where the browser refuses to say. */
async function registrationOf(
	serviceWorker: ServiceWorkerContainer
): Promise<ServiceWorkerRegistration | undefined> {
	try {
		return await serviceWorker.getRegistration();
	} catch {
		return undefined;
	}
}

function notReady(reason: 'unsupported' | 'unregistered' | 'installing' | 'silent'): OfflineState {
	return { ready: false, reason, missing: null, problem: null };
}

function ask(worker: ServiceWorker, question: OfflineQuestion): Promise<OfflineAnswer> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => {
			port1.close();
			resolve(data);
		};
		worker.postMessage(question, [port2]);
	});
}
