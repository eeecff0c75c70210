import type { PeerName } from '$lib/trace';

/** What the peers are called on the screen. */
export const NAMES: Record<PeerName, string> = { john: 'John', jane: 'Jane' };
