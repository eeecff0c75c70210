import { momentsOf, type Moment } from '../../src/lib/call/moments';
import { broadcastCarrier } from '../../src/lib/tabs/carrier';
import { tabLock, TabLocks, type Release } from '../../src/lib/tabs/locks';
import type { Message, MessageOf } from '../../src/lib/tabs/messages';
import { SharedWalk } from '../../src/lib/tabs/shared-walk';
import { channelName } from '../../src/lib/tabs/channel-name';
import type { PeerName, TraceEntry } from '../../src/lib/trace';
import { CALL, OPERABLE } from '../call/course';

const MOMENTS = momentsOf(CALL, [
	{ slug: 'opening', step: null },
	{ slug: 'create', step: 'john-creates-peer-connection' },
	{ slug: 'thanks', step: null }
]);
export const CLEAR = { isBlack: false, isMasked: false, isRecorded: false };

let ends: (() => void)[] = [];

/** Ends every tab and puppet of a test. */
export function endAll(): void {
	for (const end of ends) end();
	ends = [];
}

export const freshRoom = () => `shared ${Math.random()}`;

interface TabWishes {
	screen?: typeof CLEAR;
	recording?: readonly TraceEntry[] | null;
	inherits?: boolean;
	takesOver?: readonly PeerName[];
	site?: string;
	deck?: string;
	moments?: Moment[];
}

/** A tab that takes part, with the real peers of its seats. */
export function tab(
	room: string,
	seats: readonly PeerName[],
	{
		screen = CLEAR,
		recording = null,
		inherits = false,
		takesOver = [],
		site = 'a',
		deck = 'full',
		moments = MOMENTS
	}: TabWishes = {}
) {
	const sources = { john: 'pattern', jane: 'pattern' } as const;
	const walk: SharedWalk = new SharedWalk({
		room,
		by: 'browser',
		key: null,
		broker: null,
		carrier: broadcastCarrier(room),
		site,
		deck,
		seats,
		takesOver,
		inherits,
		course: CALL,
		moments,
		steps: OPERABLE,
		screen,
		opening: (isRecorded) =>
			Promise.resolve({
				input: { course: CALL, moments, at: 0, sources, speed: 1 },
				recording: isRecorded ? recording : null
			}),
		wished: (wish) => {
			if (wish.type !== 'recorded') walk.send(wish);
		}
	});
	ends.push(() => walk.end());
	walk.begin();
	return walk;
}

/**
 * A tab that says what it is told to, and nothing else.
 * @param holds locks that it has beside its own
 */
export async function puppet(room: string, holds: readonly string[] = []) {
	const id = crypto.randomUUID();
	const locks = new TabLocks(room);
	const releases: Release[] = [];
	const lost: string[] = [];
	for (const lock of [tabLock(id), ...holds]) {
		releases.push(await locks.hold(lock, { lost: () => lost.push(lock) }));
	}
	const channel = new BroadcastChannel(channelName(room));
	const heard: Message[] = [];
	const senders = new Set<string>();
	channel.onmessage = ({ data }) => {
		const { from, message } = JSON.parse(data as string) as { from: string; message: Message };
		senders.add(from);
		heard.push(message);
	};
	let number = 0;
	const end = () => {
		channel.close();
		for (const release of releases) release();
	};
	ends.push(end);
	return {
		id,
		heard,
		/** The tabs that were heard, by their ids. */
		senders,
		/** Locks that another tab has taken away. */
		lost,
		end,
		say(message: Message, site = 'a') {
			number += 1;
			channel.postMessage(JSON.stringify({ parley: 1, site, from: id, number, message }));
		}
	};
}

/** What a tab says that sits there, and runs the walk where it says since when. */
export const sitting = (seats: PeerName[], hosting: number | null = null): MessageOf<'here'> => ({
	type: 'here',
	seats,
	doing: 'reading',
	hosting,
	deck: 'full',
	ask: false
});
