import { isRefused, notMeant, refused, type Fault } from './fault';
import { isTurn } from './scheme';
import { asGiven, faultsOfServer, type IceServer } from './server';

export const POLICIES = ['all', 'relay'] as const;
export const BUNDLES = ['balanced', 'max-bundle', 'max-compat'] as const;
/** An octet (webrtc-pc, 4.2.1). */
export const LARGEST_POOL = 255;

/** What a person sets of what a connection is made with (webrtc-pc, 4.2.1). */
export interface Network {
	readonly servers: readonly IceServer[];
	readonly policy: (typeof POLICIES)[number];
	readonly poolSize: number;
	readonly bundle: (typeof BUNDLES)[number];
}

/** Nothing set: what `new RTCPeerConnection()` means. */
export const NOTHING_SET: Network = { servers: [], policy: 'all', poolSize: 0, bundle: 'balanced' };

/** What the constructor takes; without what is so anyway, and null where all of it is. */
export function configurationOf({
	servers,
	policy,
	poolSize,
	bundle
}: Network): RTCConfiguration | null {
	const configuration: RTCConfiguration = {
		...(servers.length > 0 && { iceServers: servers.map(asGiven) }),
		...(policy !== NOTHING_SET.policy && { iceTransportPolicy: policy }),
		...(poolSize !== NOTHING_SET.poolSize && { iceCandidatePoolSize: poolSize }),
		...(bundle !== NOTHING_SET.bundle && { bundlePolicy: bundle })
	};
	return Object.keys(configuration).length === 0 ? null : configuration;
}

/** What is wrong with the policy beside these servers; null where nothing is. */
export function faultOfPolicy({ policy, servers }: Network): Fault | null {
	if (policy !== 'relay' || servers.some(({ urls }) => urls.some(isTurn))) return null;
	return notMeant(
		'relay-without-turn',
		'Relays alone may be used, and no TURN server is there to give one: no connection can come about.',
		'Add a TURN server, or let all candidates be used.',
		'webrtc-pc, 4.2.5'
	);
}

/** What is wrong with a size of the pool as it was written; null where nothing is. */
export function faultOfPool(written: string): Fault | null {
	const size = /^\d{1,3}$/.test(written.trim()) ? Number(written) : NaN;
	if (size <= LARGEST_POOL) return null;
	return refused(
		'pool',
		`The pool is a whole number from 0 to ${LARGEST_POOL}.`,
		'Write 0 to gather nothing ahead, or as many as there are transports: with everything bundled, 1.'
	);
}

/** Whether a value that was kept is what a person may set, and no browser refuses it. */
export function isNetwork(value: unknown): value is Network {
	if (!isObject(value)) return false;
	const { servers, policy, poolSize, bundle } = value;
	return (
		Array.isArray(servers) &&
		servers.every((one) => isServer(one) && !faultsOfServer(one).some(isRefused)) &&
		POLICIES.some((one) => one === policy) &&
		BUNDLES.some((one) => one === bundle) &&
		Number.isInteger(poolSize) &&
		faultOfPool(String(poolSize)) === null
	);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

function isServer(value: unknown): value is IceServer {
	if (!isObject(value)) return false;
	const { urls, username, credential } = value;
	return (
		Array.isArray(urls) &&
		urls.every((url) => typeof url === 'string') &&
		typeof username === 'string' &&
		typeof credential === 'string'
	);
}
