import { describe, expect, it } from 'vitest';
import { completeOffline, keepOffline, offlineState } from '../../src/lib/offline';
import type { OfflineAnswer } from '../../src/lib/offline/messages';

/** A registration whose worker answers what it is told to. */
function container(answer?: OfflineAnswer, { waiting = null as unknown } = {}) {
	const questions: unknown[] = [];
	const active = {
		postMessage(question: unknown, [port]: MessagePort[]) {
			questions.push(question);
			if (answer) port!.postMessage(answer);
		}
	};
	return {
		questions,
		active,
		serviceWorker: {
			getRegistration: async () => ({ active, waiting }),
			ready: new Promise(() => {})
		} as unknown as ServiceWorkerContainer,
		patience: 50,
		again
	};
}

/** Nobody waits here. */
const again = async () => {};

describe('whether the site works without a network', () => {
	it('is told by what the worker really keeps', async () => {
		const { serviceWorker, patience } = container({ version: '2', missing: 0 });
		expect(await offlineState({ serviceWorker, patience, again })).toEqual({
			ready: true,
			newerWaits: false
		});
	});

	it('is told with a newer version that waits', async () => {
		const scope = container({ version: '2', missing: 0 }, { waiting: {} });
		expect(await offlineState(scope)).toEqual({ ready: true, newerWaits: true });
	});

	it('is not where files are missing', async () => {
		const scope = container({ version: '2', missing: 3, problem: 'no network' });
		expect(await completeOffline(scope)).toEqual({
			ready: false,
			reason: 'incomplete',
			missing: 3,
			problem: 'no network'
		});
		expect(scope.questions).toEqual([{ type: 'offline.fill' }]);
	});

	it.each([
		[
			'refuses to say',
			'unregistered',
			() => Promise.reject(new DOMException('no', 'SecurityError'))
		],
		['never says', 'silent', () => new Promise(() => {})]
	])('is not where the browser %s which worker there is', async (_, reason, getRegistration) => {
		const serviceWorker = { getRegistration } as unknown as ServiceWorkerContainer;
		expect(await offlineState({ serviceWorker, patience: 20, again })).toMatchObject({
			ready: false,
			reason
		});
	});

	it('is not where the worker does not answer', async () => {
		expect(await offlineState(container())).toMatchObject({ ready: false, reason: 'silent' });
	});

	it('is not where the site is still being fetched', async () => {
		const serviceWorker = {
			getRegistration: async () => ({ active: null, waiting: null }),
			ready: new Promise(() => {})
		} as unknown as ServiceWorkerContainer;
		expect(await offlineState({ serviceWorker, patience: 20, again })).toMatchObject({
			ready: false,
			reason: 'installing'
		});
	});

	it('waits for a worker that is being installed', async () => {
		const { active, patience } = container({ version: '2', missing: 0 });
		const serviceWorker = {
			getRegistration: async () => ({ active: null, waiting: null }),
			ready: Promise.resolve({ active, waiting: null })
		} as unknown as ServiceWorkerContainer;
		expect(await offlineState({ serviceWorker, patience, again })).toMatchObject({ ready: true });
	});

	it('is not where there is no worker, or no workers at all', async () => {
		const serviceWorker = {
			getRegistration: async () => undefined
		} as unknown as ServiceWorkerContainer;
		expect(await offlineState({ serviceWorker, patience: 20, again })).toMatchObject({
			reason: 'unregistered'
		});
		expect(await offlineState({ serviceWorker: undefined, patience: 20, again })).toMatchObject({
			reason: 'unsupported'
		});
	});
});

/** A worker that is being installed, with the end that it comes to. */
function installing(end: 'installed' | 'redundant') {
	const worker = Object.assign(new EventTarget(), { state: 'installing' });
	setTimeout(() => {
		worker.state = end;
		worker.dispatchEvent(new Event('statechange'));
	});
	return { active: null, waiting: null, installing: worker };
}

/** Browsers that answer each registration in turn. */
function registering(...answers: (() => unknown)[]) {
	const pauses: number[] = [];
	let registered = 0;
	return {
		pauses,
		count: () => registered,
		scope: {
			serviceWorker: {
				register: async () => answers[registered++]!()
			} as unknown as ServiceWorkerContainer,
			patience: 20,
			again: async (ms: number) => void pauses.push(ms)
		}
	};
}

const noNetwork = () => {
	throw new TypeError('Failed to register a ServiceWorker: an unknown error occurred');
};

describe('keeping the site', () => {
	it('does no harm where it is not allowed, and does not ask again', async () => {
		const refused = registering(() => {
			throw new DOMException('no', 'SecurityError');
		});
		await keepOffline('/w.js', refused.scope);
		expect(refused.count()).toBe(1);
		await keepOffline('/w.js', { serviceWorker: undefined, patience: 20, again });
	});

	it('begins anew where the worker gives up, in the middle or for want of a network, less and less often', async () => {
		const browser = registering(
			() => installing('redundant'),
			noNetwork,
			() => installing('redundant'),
			() => installing('installed')
		);
		await keepOffline('/w.js', browser.scope);
		expect(browser.count()).toBe(4);
		expect(browser.pauses).toEqual([4000, 8000, 16_000]);
	});

	it('never waits longer than five minutes', async () => {
		const failures = Array.from({ length: 12 }, () => noNetwork);
		const browser = registering(...failures, () => installing('installed'));
		await keepOffline('/w.js', browser.scope);
		expect(Math.max(...browser.pauses)).toBe(300_000);
	});

	it('asks for nothing more where the page is given no registration', async () => {
		const blocked = registering(() => undefined);
		await keepOffline('/w.js', blocked.scope);
		expect([blocked.count(), blocked.pauses]).toEqual([1, []]);
	});

	it('is done at once where a worker serves already', async () => {
		const browser = registering(() => ({ active: {}, waiting: null, installing: null }));
		await keepOffline('/w.js', browser.scope);
		expect(browser.pauses).toEqual([]);
	});
});
