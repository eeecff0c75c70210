import type { PeerName } from './entry';
import { NAMES } from './names';
import type { Differences, WireMessage } from './view';

/** What is said of a message that its receiver has not taken yet. */
export function waitingFor(to: PeerName): string {
	return `waiting for ${NAMES[to]}`;
}

/** What was done to a message on its way: by how many lines it is another one. */
export function alterationWords({ removed, added }: Differences): string {
	const lines = Math.max(removed.length, added.length);
	return `altered: ${lines} ${lines === 1 ? 'line' : 'lines'}`;
}

/** The entry by which something happened to a message last: it was sent, altered, or taken. */
export function lastOf({ sent, altered, delivered }: WireMessage): number {
	return delivered ?? altered?.seq ?? sent;
}

/** Of the messages of a call the one of which something happened last; undefined where nothing was sent. */
export function newestOf(wire: readonly WireMessage[]): WireMessage | undefined {
	return wire.reduce<WireMessage | undefined>(
		(newest, one) => (newest && lastOf(newest) > lastOf(one) ? newest : one),
		undefined
	);
}

/** Where a message is: with its receiver, or on the wire until the receiver takes it. */
export function fateOf({ to, delivered }: Pick<WireMessage, 'to' | 'delivered'>): string {
	return delivered === undefined ? waitingFor(to) : 'delivered';
}
