import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { momentsOf } from '../../src/lib/call/moments';
import type { BrokerAddress } from '../../src/lib/signaling/broker-room';
import { brokerCarrier } from '../../src/lib/tabs/broker-carrier';
import { SharedWalk } from '../../src/lib/tabs/shared-walk';
import { PEER_NAMES, type TraceEntry } from '../../src/lib/trace';
import { CALL, OPERABLE, STEPS } from '../call/course';

const SAMPLE = 'src/static/samples/call.parley-trace.json';
export const MOMENTS = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
const SOURCES = { john: 'pattern', jane: 'pattern' } as const;

/**
 * Has this process be what a page needs of a window beside its connections: one that is seen, and in which nothing happens.
 * @param set has all its programs know something by a name
 */
export function beWindow(set: (name: string, value: unknown) => void): void {
	const window = new EventTarget();
	const document = Object.assign(new EventTarget(), { hidden: false });
	// Every page of a test listens to the same.
	setMaxListeners(0, window, document);
	set('document', document);
	set('addEventListener', window.addEventListener.bind(window));
	set('removeEventListener', window.removeEventListener.bind(window));
}

/**
 * A page in a room at a broker.
 * @param runs whether it has both seats, and runs a recorded call; else it watches
 */
export async function page(address: BrokerAddress, runs: boolean): Promise<SharedWalk> {
	const { entries } = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { entries: TraceEntry[] };
	const walk: SharedWalk = new SharedWalk({
		room: address.room,
		by: 'broker',
		key: address.key,
		broker: null,
		carrier: await brokerCarrier(address),
		site: 'a',
		deck: 'full',
		seats: runs ? PEER_NAMES : [],
		course: CALL,
		moments: MOMENTS,
		steps: OPERABLE,
		screen: { isBlack: false, isMasked: false, isRecorded: runs },
		opening: () =>
			Promise.resolve({
				input: { course: CALL, moments: MOMENTS, at: 0, sources: SOURCES, speed: 1 },
				recording: entries
			}),
		wished: (wish) => walk.send(wish as Parameters<typeof walk.send>[0])
	});
	walk.begin();
	return walk;
}

/** A page that watches. */
export const watching = (address: BrokerAddress): Promise<SharedWalk> => page(address, false);

/** Whether a page stands at a moment, and waits for a press. */
export const stands = (walk: SharedWalk): boolean =>
	walk.ready && walk.snapshot.matches({ call: { attempt: 'reading' } });

/** Whether a page has all that another has recorded, and stands where that stands. */
export function isLike(watcher: SharedWalk, shown: SharedWalk): boolean {
	return (
		watcher.trace.entries.length === shown.trace.entries.length &&
		watcher.snapshot.context.at === shown.snapshot.context.at
	);
}
