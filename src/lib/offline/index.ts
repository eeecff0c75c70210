import { within } from './within';
import type { OfflineAnswer, OfflineQuestion } from './messages';

/** What of the browser this works with. */
export interface OfflineScope {
	/** undefined where there are no workers: in an insecure context, or in some private windows. */
	serviceWorker: ServiceWorkerContainer | undefined;
	/** How long a worker may take to answer or to install, in milliseconds. */
	patience: number;
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
	patience: 10_000
});

/**
 * Keeps the whole site in this browser, so that it opens without a network from then on. A newer
 * version waits until every window of the site is closed: nothing changes in the middle of a talk.
 *
 * @param script address of the worker's script
 */
export async function keepOffline(script: string, scope = browserScope()): Promise<void> {
	try {
		await scope.serviceWorker?.register(script);
	} catch {
		// Not allowed here, or no network. The site works as long as there is one, and `offlineState` tells.
	}
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
