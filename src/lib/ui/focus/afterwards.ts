import { count } from '$lib/sdp/words';
import {
	PEER_NAMES,
	stateOf,
	type Attributes,
	type Json,
	type PeerName,
	type SessionView
} from '$lib/trace';
import { NAMES } from '../panel/names';
import type { StepEntries } from './step-entries';
import { listed } from './wall-phrases';

/**
 * What came of a step by itself: what was gathered, announced, asked for, and how far the connection is.
 * What is still under way is said once it is over, so that nobody hears it count.
 *
 * @returns a few sentences; null for nothing
 */
export function afterwards(step: StepEntries, view: SessionView): string | null {
	const said = [wished, announced, gathered, refusedByServer, reached].flatMap(
		(say) => say(step, view) ?? []
	);
	return said.length > 0 ? said.join(' ') : null;
}

/** Whose browser it is: of whoever acts it is known, and of the other it has to be said. */
function browserOf(peer: PeerName, { calls }: StepEntries): string {
	const actsAlone = calls.length > 0 && calls.every((call) => call.peer === peer);
	if (actsAlone) return peer === 'john' ? 'His browser' : 'Her browser';
	return `${NAMES[peer]}’s browser`;
}

function wished(step: StepEntries): string | null {
	const event = step.entries.find(
		({ kind, name }) => kind === 'event' && name === 'negotiationneeded'
	);
	return event?.peer
		? `${browserOf(event.peer, step)} fired negotiationneeded: this differs from what was agreed.`
		: null;
}

function announced(step: StepEntries): string | null {
	const tracks = step.entries.filter(({ kind, name }) => kind === 'event' && name === 'track');
	const [first] = tracks;
	if (!first?.peer) return null;
	const kinds = tracks.map(({ data }) => String((data as { kind?: string }).kind));
	return `${browserOf(first.peer, step)} announced ${count(tracks.length, 'track')} that will arrive: ${listed(kinds)}.`;
}

/** How many candidates a peer has, where gathering was over in this step (webrtc-pc, 4.8.2: null). */
function gathered(step: StepEntries, view: SessionView): string | null {
	const said = PEER_NAMES.filter((peer) =>
		step.entries.some(
			(entry) =>
				entry.kind === 'event' &&
				entry.name === 'icecandidate' &&
				entry.peer === peer &&
				(entry.data as { candidate: Json }).candidate === null
		)
	).map((peer) => {
		const all = lastSearch(view.peers[peer].localCandidates);
		const found = all.length === 0 ? 'no candidate' : count(all.length, 'candidate');
		return `${browserOf(peer, step)} found ${found}, and looks for no more.`;
	});
	return said.length > 0 ? said.join(' ') : null;
}

/** The candidates of the search that was over last: since the end of the one before it. */
function lastSearch(found: readonly Gathered[]): readonly Gathered[] {
	const end = found.findLastIndex(isEnd);
	const before = found.slice(0, Math.max(0, end)).findLastIndex(isEnd);
	return found.slice(before + 1, end).filter(({ candidate }) => candidate?.candidate);
}

type Gathered = SessionView['peers'][PeerName]['localCandidates'][number];
const isEnd = ({ candidate }: Gathered) => candidate === null;

/** A server was not reached (webrtc-pc, 4.8.3): browsers tell it for each address of the machine, so it may mean nothing. */
const NOT_REACHED = 701;

/** What a STUN or TURN server said that did not give what it was asked for (RFC 8489, 14.8). */
function refusedByServer({ entries }: StepEntries): string | null {
	const said = entries.flatMap(({ kind, name, data }) => {
		if (kind !== 'event' || name !== 'icecandidateerror') return [];
		const { url, errorCode, errorText } = data as {
			url?: string;
			errorCode?: number;
			errorText?: string;
		};
		if (errorCode === NOT_REACHED) return [];
		const reason = errorText?.replace(/[.\s]+$/, '');
		return [`${url ?? 'A server'} said ${errorCode}${reason ? `, “${reason}”` : ''}.`];
	});
	return said.length > 0 ? [...new Set(said)].join(' ') : null;
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
