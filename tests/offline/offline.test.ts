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
		patience: 50
	};
}

describe('whether the site works without a network', () => {
	it('is told by what the worker really keeps', async () => {
		const { serviceWorker, patience } = container({ version: '2', missing: 0 });
		expect(await offlineState({ serviceWorker, patience })).toEqual({
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
		expect(await offlineState({ serviceWorker, patience: 20 })).toMatchObject({
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
		expect(await offlineState({ serviceWorker, patience: 20 })).toMatchObject({
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
		expect(await offlineState({ serviceWorker, patience })).toMatchObject({ ready: true });
	});

	it('is not where there is no worker, or no workers at all', async () => {
		const serviceWorker = {
			getRegistration: async () => undefined
		} as unknown as ServiceWorkerContainer;
		expect(await offlineState({ serviceWorker, patience: 20 })).toMatchObject({
			reason: 'unregistered'
		});
		expect(await offlineState({ serviceWorker: undefined, patience: 20 })).toMatchObject({
			reason: 'unsupported'
		});
	});
});

describe('keeping the site', () => {
	it('does no harm where it is not allowed', async () => {
		const serviceWorker = {
			register: () => Promise.reject(new DOMException('no', 'SecurityError'))
		} as unknown as ServiceWorkerContainer;
		await expect(keepOffline('/w.js', { serviceWorker, patience: 20 })).resolves.toBeUndefined();
		await expect(
			keepOffline('/w.js', { serviceWorker: undefined, patience: 20 })
		).resolves.toBeUndefined();
	});
});
