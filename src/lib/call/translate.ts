import type { Attributes, NewEntry, PeerName, Trace } from '../trace';
import type { ConnectionEvent } from './events';

/**
 * What an entry of the trace means to the machine of its peer; null for nothing.
 *
 * @param call the call that the entry settles, where it settles one
 * @param before the `signalingState` in which the call was made: of a description that was not named, it
 * decides which it is (webrtc-pc, 4.4.2, setLocalDescription)
 */
export function eventOf(
	entry: Pick<NewEntry, 'kind' | 'name' | 'data'>,
	call: Pick<NewEntry, 'data'> | undefined,
	before?: RTCSignalingState
): ConnectionEvent | null {
	if (entry.kind === 'result') {
		switch (entry.name) {
			case 'RTCPeerConnection':
				return { type: 'connection.created' };
			// Closing fires no event, and its state may be read late; the call itself is what counts.
			case 'close':
				return { type: 'connection.closed' };
			case 'setLocalDescription':
				return setEvent('local', typeOf(call) ?? implied(before));
			case 'setRemoteDescription':
				return setEvent('remote', typeOf(call) ?? 'offer');
		}
	}
	if (entry.kind === 'changed') {
		switch ((entry.data as Partial<Attributes>).connectionState) {
			case 'connecting':
				return { type: 'connection.connecting' };
			case 'connected':
				return { type: 'connection.connected' };
			case 'disconnected':
				return { type: 'connection.disconnected' };
			case 'failed':
				return { type: 'connection.failed' };
		}
	}
	return null;
}

/**
 * Tells the machine of a peer what the trace says of it from now on, as long as its attempt lasts.
 * @returns a function that ends it
 */
export function followEvents(
	trace: Trace,
	peer: PeerName,
	tell: (event: ConnectionEvent) => void
): () => void {
	const { attempt } = trace;
	let signaling: RTCSignalingState | undefined;
	/** The `signalingState` in which each call was made that is not settled yet, by its number. */
	const before = new Map<number, RTCSignalingState | undefined>();
	return trace.subscribe((entry) => {
		if (entry.peer !== peer || entry.attempt !== attempt) return;
		if (entry.kind === 'call') before.set(entry.seq, signaling);
		const event = eventOf(entry, trace.entries[entry.call ?? -1], before.get(entry.call ?? -1));
		before.delete(entry.call ?? -1);
		if (entry.kind === 'changed') {
			const { signalingState } = entry.data as { signalingState?: RTCSignalingState };
			signaling = signalingState ?? signaling;
		}
		if (event) tell(event);
	});
}

/** What a description becomes that was not named (webrtc-pc, 4.4.2, setLocalDescription). */
function implied(before: RTCSignalingState | undefined): RTCSdpType {
	return before === 'have-remote-offer' || before === 'have-local-pranswer' ? 'answer' : 'offer';
}

function typeOf(call: Pick<NewEntry, 'data'> | undefined): RTCSdpType | undefined {
	return (call?.data as { type?: RTCSdpType } | null | undefined)?.type;
}

function setEvent(side: 'local' | 'remote', type: RTCSdpType): ConnectionEvent {
	return type === 'rollback' ? { type: 'offer.rolled.back' } : { type: `${side}.${type}.set` };
}
