import * as v from 'valibot';
import { asGiven, type IceServer } from './ice-server';

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

const KEPT = v.object({
	servers: v.array(
		v.object({ urls: v.array(v.string()), username: v.string(), credential: v.string() })
	),
	policy: v.picklist(POLICIES),
	poolSize: v.number(),
	bundle: v.picklist(BUNDLES)
});

/**
 * Whether a value that was kept has the shape of what a person sets. Whether a browser takes its URLs is asked where
 * they are entered.
 */
export const isNetwork = (value: unknown): value is Network => v.is(KEPT, value);
