import type { PeerName } from './entry';
import { NAMES } from './names';
import type { Differences, WireMessage } from './view';

type Fate = Pick<WireMessage, 'to' | 'delivered' | 'dropped'>;

/** What is said of a message that its receiver has not taken yet. */
export function waitingFor(to: PeerName): string {
	return `waiting for ${NAMES[to]}`;
}

/** Whether a message is on the wire: its receiver may yet take it. */
export function isWaiting({ delivered, dropped }: Fate): boolean {
	return delivered === undefined && dropped === undefined;
}

/** What was done to a message on its way: by how many lines it is another one. */
export function alterationWords({ removed, added }: Differences): string {
	const lines = Math.max(removed.length, added.length);
	if (lines === 0) return 'altered: its lines stand in another order';
	return `altered: ${lines} ${lines === 1 ? 'line' : 'lines'}`;
}

/** What happened to a message on its way that left what it says as it was. */
export const ON_ITS_WAY = {
	postponed: 'waits behind the others',
	repeated: 'comes twice',
	dropped: 'is lost'
} as const;

/** The entry by which something happened to a message last: it was sent, altered, put behind others, lost, or taken. */
export function lastOf(message: WireMessage): number {
	const { sent, altered, postponed = sent, repeated = sent, dropped, delivered } = message;
	return delivered ?? dropped ?? Math.max(altered?.seq ?? sent, postponed, repeated);
}

/** Of the messages of a call the one of which something happened last; undefined where nothing was sent. */
export function newestOf(wire: readonly WireMessage[]): WireMessage | undefined {
	return wire.reduce<WireMessage | undefined>(
		(newest, one) => (newest && lastOf(newest) > lastOf(one) ? newest : one),
		undefined
	);
}

/** Where a message is: with its receiver, lost, or on the wire until the receiver takes it. */
export function fateOf({ to, delivered, dropped }: Fate): string {
	if (dropped !== undefined) return 'lost on its way';
	return delivered === undefined ? waitingFor(to) : 'delivered';
}
