import { TabLocks } from './locks';
import { channelName } from './channel-name';

/**
 * Why tabs and windows cannot find each other here.
 * - `insecure`: Web Locks are there in secure contexts alone, on `https` and on `localhost`
 * - `unsupported`: the browser has no Web Locks, or no `BroadcastChannel`
 * - `blocked`: it has them and refuses them, as it does where a person blocks all site data
 * - `silent`: it neither grants nor refuses them
 */
export type Obstacle = 'insecure' | 'unsupported' | 'blocked' | 'silent';

/**
 * Why machines cannot find each other.
 * - `unsealed`: Web Crypto is there in secure contexts alone, and nothing is said through a broker in the clear
 * - `keyless`: the link has lost the key of its room, or has another text in its place or in that of its broker
 * - `unasked`: the link names a broker that nobody here has agreed to speak to
 * - `unreachable`: no broker answers
 * - `unjoined`: two pages that were joined by hand are so no more
 */
export type FarObstacle = 'unsealed' | 'keyless' | 'unasked' | 'unreachable' | 'unjoined';

/** What of the browser is tried. */
export interface SharingScope {
	isSecureContext: boolean;
	locks: LockManager | undefined;
	BroadcastChannel: typeof BroadcastChannel | undefined;
	/** How long a lock that nobody else wants may take, in milliseconds. */
	patience: number;
}

const browserScope = (): SharingScope => ({
	isSecureContext,
	locks: navigator.locks as LockManager | undefined,
	BroadcastChannel: (globalThis as Partial<typeof globalThis>).BroadcastChannel,
	// A free lock is granted within milliseconds; only a machine that stands still takes seconds.
	patience: 5000
});

/**
 * Whether tabs can share a walk here: not by what the browser has, but by what it really grants.
 * @returns null where they can
 */
export async function whyNotShare(scope = browserScope()): Promise<Obstacle | null> {
	const { locks, BroadcastChannel, patience } = scope;
	if (!scope.isSecureContext) return 'insecure';
	if (!locks || !BroadcastChannel) return 'unsupported';
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<Obstacle>((resolve) => {
		timer = setTimeout(() => resolve('silent'), patience);
	});
	try {
		return await Promise.race([tryOut(locks, BroadcastChannel), late]);
	} catch {
		return 'blocked';
	} finally {
		clearTimeout(timer);
	}
}

/** Does once, in a room that nobody else knows, what a tab does in its room. */
async function tryOut(
	manager: LockManager,
	Channel: NonNullable<SharingScope['BroadcastChannel']>
): Promise<null> {
	const room = crypto.randomUUID();
	new Channel(channelName(room)).close();
	const locks = new TabLocks(room, manager);
	const release = await locks.hold('trial');
	release();
	await locks.held();
	return null;
}
