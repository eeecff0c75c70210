import { PEER_NAMES, stateOf, type Attributes, type PeerName, type SessionView } from '$lib/trace';
import { NAMES } from '../panel/names';
import type { StepEntries } from './step-entries';
import { counted, listed } from './words';

/**
 * What came of a step by itself: what was gathered, announced, asked for, and how far the connection is.
 * What is still under way is said once it is over, so that nobody hears it count.
 *
 * @returns a few sentences; null for nothing
 */
export function afterwards(step: StepEntries, view: SessionView): string | null {
	const said = [wished, announced, gathered, reached].flatMap((say) => say(step, view) ?? []);
	return said.length > 0 ? said.join(' ') : null;
}

const BROWSER: Record<PeerName, string> = { john: 'His browser', jane: 'Her browser' };

function wished({ entries }: StepEntries): string | null {
	const event = entries.find(({ kind, name }) => kind === 'event' && name === 'negotiationneeded');
	return event?.peer
		? `${BROWSER[event.peer]} fired negotiationneeded: this differs from what was agreed.`
		: null;
}

function announced({ entries }: StepEntries): string | null {
	const tracks = entries.filter(({ kind, name }) => kind === 'event' && name === 'track');
	const [first] = tracks;
	if (!first?.peer) return null;
	const kinds = tracks.map(({ data }) => String((data as { kind?: string }).kind));
	return `${BROWSER[first.peer]} announced ${counted(tracks.length, 'track')} that will arrive: ${listed(kinds)}.`;
}

/** How many candidates there are, once gathering is over (webrtc-pc, 4.8.2: the null candidate). */
function gathered({ entries }: StepEntries): string | null {
	const events = entries.filter(({ kind, name }) => kind === 'event' && name === 'icecandidate');
	const candidates = events.map(
		({ data }) => (data as { candidate: RTCIceCandidateInit | null }).candidate
	);
	const peer = events[0]?.peer;
	if (!peer || candidates.at(-1) !== null) return null;
	const count = candidates.filter((one) => one?.candidate).length;
	return count === 0
		? `${BROWSER[peer]} found no candidate.`
		: `${BROWSER[peer]} found ${counted(count, 'candidate')}, and looks for no more.`;
}

/** How far both are, where the step brought them further, or where they agreed and have no path. */
function reached({ entries, calls }: StepEntries, view: SessionView): string | null {
	const states = PEER_NAMES.map((peer) => ({
		name: NAMES[peer],
		signaling: stateOf(view.peers[peer], 'signalingState'),
		ice: stateOf(view.peers[peer], 'iceConnectionState'),
		connection: stateOf(view.peers[peer], 'connectionState')
	}));
	const moves = entries.flatMap(({ kind, data }) =>
		kind === 'changed' ? [data as Partial<Attributes>] : []
	);
	if (states.every(({ connection }) => connection === 'connected')) {
		const isNew = moves.some(({ connectionState }) => connectionState === 'connected');
		if (isNew) return 'John and Jane are connected.';
		const isGiven = calls.some(({ name }) => name === 'addIceCandidate');
		return isGiven ? 'They were connected before, and still are.' : null;
	}
	const isUnderWay = moves.some(
		({ iceConnectionState, connectionState }) =>
			UNDER_WAY.has(iceConnectionState ?? '') || UNDER_WAY.has(connectionState ?? '')
	);
	if (isUnderWay) {
		return states
			.map(
				(one) => `${one.name}: iceConnectionState ${one.ice}, connectionState ${one.connection}.`
			)
			.join(' ');
	}
	const isAgreed =
		states.every(({ signaling }) => signaling === 'stable') &&
		calls.some(({ name }) => name === 'setRemoteDescription');
	return isAgreed ? 'They have agreed, and are not connected.' : null;
}

/** Values that a path or its keys pass through; what is new or closed is said by the step itself. */
const UNDER_WAY = new Set([
	'checking',
	'connecting',
	'connected',
	'completed',
	'disconnected',
	'failed'
]);
