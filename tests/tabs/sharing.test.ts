import { describe, expect, it } from 'vitest';
import { TabLocks } from '../../src/lib/tabs/locks';
import { whyNotShare, type SharingScope } from '../../src/lib/tabs/sharing';

const refusal = () => new DOMException('The request was denied.', 'SecurityError');

/** Locks that are granted at once, with some of their methods as a browser may have them. */
const locks = (methods: Partial<Record<'request' | 'query', () => Promise<never>>> = {}) =>
	({
		request: async (_: string, options: unknown, granted?: () => unknown) =>
			await (granted ?? (options as () => unknown))(),
		query: async () => ({ held: [], pending: [] }),
		...methods
	}) as unknown as LockManager;

const scope = (change: Partial<SharingScope> = {}): SharingScope => ({
	isSecureContext: true,
	locks: locks(),
	BroadcastChannel,
	patience: 50,
	...change
});

const never = () => new Promise<never>(() => {});
const rejects = () => Promise.reject(refusal());
const throws = () => {
	throw refusal();
};
const Throwing = class {
	constructor() {
		throw refusal();
	}
} as unknown as typeof BroadcastChannel;

describe('whether tabs can share a walk', () => {
	it('is tried: they can where a lock is granted and a channel is made', async () => {
		expect(await whyNotShare(scope())).toBeNull();
	});

	it.each([
		['insecure', 'an insecure context', { isSecureContext: false, locks: undefined }],
		['unsupported', 'a browser without locks', { locks: undefined }],
		['unsupported', 'a browser without BroadcastChannel', { BroadcastChannel: undefined }],
		['blocked', 'locks that are refused', { locks: locks({ request: rejects }) }],
		['blocked', 'locks that throw', { locks: locks({ request: throws }) }],
		['blocked', 'locks that do not tell who holds them', { locks: locks({ query: rejects }) }],
		['blocked', 'a channel that cannot be made', { BroadcastChannel: Throwing }],
		['silent', 'locks that are never granted', { locks: locks({ request: never }) }],
		['silent', 'a question that is never answered', { locks: locks({ query: never }) }]
	] as const)('is not: %s in %s', async (obstacle, _, change) => {
		expect(await whyNotShare(scope(change))).toBe(obstacle);
	});
});

describe('the locks of a room where the browser refuses them', () => {
	it.each([
		['reject', rejects],
		['throw', throws]
	])('%s: nobody has them, and nothing breaks', async (_, request) => {
		const refusing = new TabLocks('a', locks({ request }));
		await expect(refusing.hold('host')).rejects.toThrow('denied');
		expect(await refusing.holdIfFree('host', 50)).toBeNull();
		const free = refusing.whenFree('host', new AbortController().signal).then(() => 'free');
		const other = new Promise((resolve) => setTimeout(() => resolve('held'), 20));
		expect(await Promise.race([free, other])).toBe('held');
	});
});
