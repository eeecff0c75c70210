import type { PeerName } from './entry';

/** What the peers are called, wherever they are spoken of. */
export const NAMES: Readonly<Record<PeerName, string>> = { john: 'John', jane: 'Jane' };
