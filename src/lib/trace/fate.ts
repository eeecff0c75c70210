import type { PeerName } from './entry';
import { NAMES } from './names';
import type { WireMessage } from './view';

/** What is said of a message that its receiver has not taken yet. */
export function waitingFor(to: PeerName): string {
	return `waiting for ${NAMES[to]}`;
}

/** Where a message is: with its receiver, or on the wire until the receiver takes it. */
export function fateOf({ to, delivered }: Pick<WireMessage, 'to' | 'delivered'>): string {
	return delivered === undefined ? waitingFor(to) : 'delivered';
}
