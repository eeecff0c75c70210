import { parseCandidate } from '../../ice';
import {
	DESCRIPTION_NAMES,
	type Attributes,
	type Json,
	type PeerStats,
	type TraceEntry
} from '../../trace';
import type { SessionPeer } from '../session/session';
import type { Role } from './roles';

/** Something that happens on the way to a connection. */
export interface Milestone {
	readonly id: string;
	/** Completes `The offerer …`. */
	readonly does: (role: Role) => string;
	/** The entry that shows it first. */
	readonly find: (peer: SessionPeer) => Pick<TraceEntry, 'seq' | 'at'> | undefined;
	/** A value that it has, which matters. */
	readonly value?: (peer: SessionPeer) => string | null;
	/** Whether a recording without it tells that it never happened; without, it does. */
	readonly isTold?: (peer: SessionPeer) => boolean;
	/** The calls whose refusal is the reason why it never came. */
	readonly refusedIn?: readonly string[];
	/** Whether it may come at any time. */
	readonly isAnyTime?: true;
}

type Test = (attributes: Partial<Attributes>) => boolean;
type StatsTest = (stats: PeerStats) => boolean;

const changed =
	(test: Test): Milestone['find'] =>
	({ entries }) =>
		entries.find(({ kind, data }) => kind === 'changed' && test(data as Partial<Attributes>));

const measured =
	(test: StatsTest): Milestone['find'] =>
	({ entries }) =>
		entries.find(({ kind, data }) => kind === 'stats' && test(data as unknown as PeerStats));

const settled =
	(...names: readonly string[]): Milestone['find'] =>
	({ entries }) =>
		entries.find(({ kind, name }) => kind === 'result' && names.includes(name));

const description =
	(type: 'offer' | 'answer'): Milestone['find'] =>
	({ applied }) =>
		applied.find((one) => one.type === type);

/** The text of a candidate; empty at the end of candidates, and for what is none. */
function candidateIn(data: Json | undefined): string {
	if (data === null || typeof data !== 'object' || Array.isArray(data)) return '';
	return typeof data.candidate === 'string' ? data.candidate : candidateIn(data.candidate);
}

/** The first time that a description of a side has a candidate in it, as without trickling. */
const describes = (side: 'Local' | 'Remote', line: RegExp) =>
	changed((attributes) =>
		DESCRIPTION_NAMES.some((name) => name.includes(side) && line.test(attributes[name]?.sdp ?? ''))
	);

const gathers =
	(type: string): Milestone['find'] =>
	(peer) =>
		peer.entries.find(
			({ kind, name, data }) =>
				kind === 'event' &&
				name === 'icecandidate' &&
				parseCandidate(candidateIn(data)).candidate?.type === type
		) ?? describes('Local', new RegExp(`^a=candidate:.* typ ${type}\\b`, 'm'))(peer);

/** Candidates that statistics alone tell of: no event was recorded. */
const tellsCandidates: Milestone['isTold'] = ({ view, samples }) =>
	view.localCandidates.length > 0 || !samples.some(({ stats }) => stats.pairs.length > 0);

const isMeasured: Milestone['isTold'] = ({ samples }) => samples.length > 0;
const isUp = (state: string | undefined) => state === 'connected' || state === 'completed';

const moves = (states: readonly { readonly value: string }[]) =>
	states.some(({ value }) => value !== 'new' && value !== 'closed');

/** Logs of old browsers have the states of ICE alone. */
const tellsWhole: Milestone['isTold'] = ({ view: { states } }) =>
	moves(states.connectionState) || !moves(states.iceConnectionState);

const pairOf = ({ samples }: SessionPeer): string | null => {
	const selected = samples.find(({ stats }) => stats.selected !== null)?.stats.selected;
	return selected ? `${selected.local.type} to ${selected.remote.type}` : null;
};

const MEDIA = ['getUserMedia', 'getDisplayMedia', 'testPattern', 'addTrack'];

/** In the order of a call, which counts where two happen at once. */
export const MILESTONES: readonly Milestone[] = [
	{
		id: 'connection-made',
		does: () => 'makes its connection',
		find: settled('RTCPeerConnection')
	},
	{
		id: 'media',
		does: () => 'gets media to send',
		find: settled(...MEDIA),
		isTold: ({ samples }) => !samples.some(({ stats }) => stats.outbound.length > 0),
		refusedIn: MEDIA
	},
	{
		id: 'offer',
		does: (role) =>
			({
				offerer: 'sets its offer',
				answerer: 'sets the offer that it is given',
				end: 'sets the offer'
			})[role],
		find: description('offer'),
		refusedIn: ['setLocalDescription', 'setRemoteDescription']
	},
	{
		id: 'answer',
		does: (role) =>
			({
				offerer: 'sets the answer that it is given',
				answerer: 'sets its answer',
				end: 'sets the answer'
			})[role],
		find: description('answer'),
		refusedIn: ['setLocalDescription', 'setRemoteDescription']
	},
	...['host', 'srflx', 'relay'].map((type) => ({
		id: `gathered-${type}`,
		does: () => `gathers a ${type} candidate`,
		find: gathers(type),
		isTold: tellsCandidates
	})),
	{
		id: 'gathered-all',
		does: () => 'finishes gathering',
		find: changed(({ iceGatheringState }) => iceGatheringState === 'complete'),
		isTold: ({ view }) => moves(view.states.iceGatheringState)
	},
	{
		id: 'remote-candidate',
		does: () => 'adds a candidate of the other side',
		find: (peer) =>
			peer.entries.find(
				({ kind, name, call }) =>
					kind === 'result' &&
					name === 'addIceCandidate' &&
					peer.view.remoteCandidates.some(
						({ seq, candidate }) => seq === call && candidate?.candidate
					)
			) ?? describes('Remote', /^a=candidate:/m)(peer),
		refusedIn: ['addIceCandidate']
	},
	{
		id: 'checking',
		does: () => 'begins to check pairs',
		find: changed(({ iceConnectionState }) => iceConnectionState === 'checking'),
		isTold: ({ view }) => !view.states.iceConnectionState.some(({ value }) => isUp(value))
	},
	{
		id: 'ice-connected',
		does: () => 'is connected by ICE',
		find: changed(({ iceConnectionState }) => isUp(iceConnectionState)),
		isTold: ({ view: { states } }) =>
			moves(states.iceConnectionState) || !moves(states.connectionState)
	},
	{
		id: 'pair',
		does: () => 'selects a pair',
		find: measured(({ selected }) => selected !== null),
		value: pairOf,
		isTold: ({ samples, course }) => samples.length > 0 && course !== 'worked'
	},
	{
		id: 'dtls',
		does: () => 'finishes DTLS',
		find: measured(({ dtls }) => dtls?.state === 'connected'),
		isTold: ({ samples, course }) => samples.length > 0 && course !== 'worked'
	},
	{
		id: 'connected',
		does: () => 'is connected',
		find: changed(({ connectionState }) => connectionState === 'connected'),
		isTold: tellsWhole
	},
	{
		id: 'media-received',
		does: () => 'receives media',
		find: measured(({ inbound }) => inbound.some(({ packets }) => packets > 0)),
		isTold: isMeasured
	},
	{
		id: 'first-frame',
		does: () => 'decodes a frame',
		find: measured(({ inbound }) =>
			inbound.some(({ kind, frames }) => kind === 'video' && (frames ?? 0) > 0)
		),
		// A browser that counts no frames has none to tell of.
		isTold: ({ samples }) =>
			samples.length > 0 &&
			!samples.some(({ stats }) =>
				stats.inbound.some(({ kind, frames }) => kind === 'video' && frames === null)
			)
	},
	{
		id: 'interrupted',
		does: () => 'is interrupted',
		find: changed(
			({ connectionState, iceConnectionState }) =>
				connectionState === 'disconnected' || iceConnectionState === 'disconnected'
		),
		isAnyTime: true
	},
	{
		id: 'failed',
		does: () => 'fails to be connected',
		find: changed(
			({ connectionState, iceConnectionState }) =>
				connectionState === 'failed' || iceConnectionState === 'failed'
		),
		isAnyTime: true
	},
	{
		id: 'closed',
		does: () => 'closes its connection',
		find: (peer) =>
			settled('close')(peer) ?? changed(({ signalingState }) => signalingState === 'closed')(peer),
		isAnyTime: true
	}
];
