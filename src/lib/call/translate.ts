import type { Attributes, NewEntry, PeerName, Trace } from '../trace';
import type { ConnectionEvent } from './events';

/**
 * What an entry of the trace means to the machine of its peer; null for nothing.
 *
 * @param call the call that the entry settles, where it settles one
 */
export function eventOf(
	entry: Pick<NewEntry, 'kind' | 'name' | 'data'>,
	call: Pick<NewEntry, 'data'> | undefined
): ConnectionEvent | null {
	if (entry.kind === 'result') {
		switch (entry.name) {
			case 'RTCPeerConnection':
				return { type: 'connection.created' };
			// Closing fires no event, and its state may be read late; the call itself is what counts.
			case 'close':
				return { type: 'connection.closed' };
			case 'setLocalDescription':
				return isAnswer(call) ? { type: 'local.answer.set' } : { type: 'local.offer.set' };
			case 'setRemoteDescription':
				return isAnswer(call) ? { type: 'remote.answer.set' } : { type: 'remote.offer.set' };
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
	return trace.subscribe((entry) => {
		if (entry.peer !== peer || entry.attempt !== attempt) return;
		const event = eventOf(entry, trace.entries[entry.call ?? -1]);
		if (event) tell(event);
	});
}

function isAnswer(call: Pick<NewEntry, 'data'> | undefined): boolean {
	return (call?.data as { type?: string } | null | undefined)?.type === 'answer';
}
