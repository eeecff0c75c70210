import { ReadAttributes } from './attributes';
import { configurationJson } from './json';
import { Parts } from './parts';
import { tracedSync, undisturbed, type Record } from './record';
import { SURFACE } from './surface';
import { keptOf, watchCalls, watchEvents, type Watcher } from './watch';

const SPEC = SURFACE.RTCPeerConnection;

/**
 * The browser's own `RTCPeerConnection`, watched: the same methods and events, and those of all its
 * parts, each of which is recorded, and after which the attributes are read again. What is watched
 * stands in one table (`SURFACE`). No other connection of the page is touched.
 *
 * @throws a `ReferenceError` in a browser without WebRTC
 *
 * @param take where what happens goes
 * @param Native the browser's class, looked up when this is called
 */
export function tracedPeerConnection(
	take: Record,
	Native: typeof RTCPeerConnection | undefined = globalThis.RTCPeerConnection
): typeof RTCPeerConnection {
	if (!Native) throw new ReferenceError('RTCPeerConnection is not defined');
	const record = undisturbed(take);
	const watchers = new WeakMap<object, Watcher>();
	class TracedPeerConnection extends Native {}
	watchCalls(TracedPeerConnection.prototype, SPEC, (self) => watchers.get(self));
	const ofClass: Watcher = { record, placeOf: () => ({}), look() {} };
	watchCalls(TracedPeerConnection, {}, () => ofClass, SPEC.statics);

	return new Proxy(TracedPeerConnection, {
		construct(target, args, newTarget) {
			const connection = tracedSync(
				record,
				'RTCPeerConnection',
				keptOf(() => configurationJson(args[0])),
				() => Reflect.construct(target, args, newTarget) as TracedPeerConnection
			);
			watchers.set(connection, watch(connection, record));
			return connection;
		}
	});
}

/** Milliseconds until it is looked at what comes without an event. */
const SOON = 50;
/** So often, where nothing else happens meanwhile. */
const MOST_LOOKS = 60;

/** Begins to record: what is there, and what happens from now on. */
function watch(pc: RTCPeerConnection, record: Record): Watcher {
	const parts = new Parts(pc, record, () => look());
	const attributes = new ReadAttributes(pc, record, parts);
	const watcher: Watcher = { record, placeOf: parts.placeOf, look: () => look() };

	let again: ReturnType<typeof setTimeout> | undefined;

	function look(descriptions = true, looks = 0): void {
		try {
			parts.find();
			attributes.read(descriptions);
			// Firefox lets a transceiver go in a task of its own, of which no event tells.
			clearTimeout(again);
			if (looks < MOST_LOOKS && pc.signalingState === 'stable' && parts.areLettingGo) {
				again = setTimeout(look, SOON, true, looks + 1);
			}
		} catch (error) {
			// Whatever cannot be read is no matter of the page that has called something.
			reportError(error);
		}
	}
	look();
	watchEvents(pc, SPEC, watcher, undefined, (event) => {
		if (event instanceof RTCTrackEvent) parts.arrived(event);
		// A candidate changes the description each time; reading it once, when gathering
		// changes its state, keeps a trace of 24 candidates from holding 24 descriptions.
		look(event.type !== 'icecandidate');
	});
	return watcher;
}
