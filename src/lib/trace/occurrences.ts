import { parseCandidate } from '../ice';
import { annotate } from '../sdp';
import { PEER_NAMES, otherPeer, type Json, type PeerName } from './entry';
import {
	type FollowedValue,
	isSameValue,
	valuesInLine,
	valuesInCandidate,
	valueOf
} from './values';
import type { SessionView } from './view';
import {
	DESCRIPTION_NAMES,
	type Candidate,
	type DescriptionName,
	type PeerView
} from './view-peer';
import type { PairEnd } from './view-stats';

/** Where a value occurs. */
export type Place =
	| {
			readonly kind: 'description';
			readonly peer: PeerName;
			readonly name: DescriptionName;
			/** The line's number, from 1. */
			readonly line: number;
	  }
	/** A candidate that the peer gathered, or was given: `number` counts from 1, `seq` is its entry. */
	| {
			readonly kind: 'local candidate' | 'remote candidate';
			readonly peer: PeerName;
			readonly number: number;
			readonly seq: number;
	  }
	| {
			readonly kind: 'message';
			readonly peer: PeerName;
			readonly seq: number;
			readonly what: 'description' | 'candidate' | 'other';
	  }
	| { readonly kind: 'pair' | 'selected pair'; readonly peer: PeerName; readonly id: string }
	| { readonly kind: 'DTLS'; readonly peer: PeerName }
	| {
			readonly kind: 'RTP stream';
			readonly peer: PeerName;
			readonly way: 'inbound' | 'outbound';
			/** From 1. */
			readonly number: number;
			readonly media: string;
	  }
	| { readonly kind: 'track'; readonly peer: PeerName; readonly seq: number; readonly own: boolean }
	/** An API call, on the ladder: in what it was given, or in its result. */
	| { readonly kind: 'call'; readonly peer: PeerName; readonly seq: number; readonly name: string };

interface LineValues {
	readonly line: number;
	readonly values: readonly FollowedValue[];
}

/** A view comes with every entry of the trace, a description only a few times: it is read once. */
const read = new Map<string, readonly LineValues[]>();
const MOST_READ = 24;

function valuesInDescription(sdp: string, author: PeerName): readonly LineValues[] {
	const key = `${author} ${sdp}`;
	let lines = read.get(key);
	if (lines === undefined) {
		lines = annotate(sdp)
			.lines.map((line) => ({ line: line.number, values: valuesInLine(line, author) }))
			.filter(({ values }) => values.length > 0);
		if (read.size >= MOST_READ) read.clear();
		read.set(key, lines);
	}
	return lines;
}

type Wanted = (value: FollowedValue) => boolean;

/** Who wrote a description that a peer has. */
const authorOf = (peer: PeerName, name: DescriptionName) =>
	name.endsWith('LocalDescription') ? peer : otherPeer(peer);

function inDescriptions(view: SessionView, peer: PeerName, wanted: Wanted): Place[] {
	return DESCRIPTION_NAMES.flatMap((name) => {
		const sdp = view.peers[peer].descriptions[name]?.sdp;
		if (sdp === undefined) return [];
		return valuesInDescription(sdp, authorOf(peer, name))
			.filter(({ values }) => values.some(wanted))
			.map(({ line }): Place => ({ kind: 'description', peer, name, line }));
	});
}

function inCandidates({ peers }: SessionView, peer: PeerName, wanted: Wanted): Place[] {
	const lists = [
		{ kind: 'local candidate', list: peers[peer].localCandidates, author: peer },
		{ kind: 'remote candidate', list: peers[peer].remoteCandidates, author: otherPeer(peer) }
	] as const;
	return lists.flatMap(({ kind, list, author }) =>
		list.flatMap(({ candidate, seq }, index): Place[] =>
			candidate !== null && valuesInCandidate(candidate, author).some(wanted)
				? [{ kind, peer, number: index + 1, seq }]
				: []
		)
	);
}

/** Members that the browser may report, whether or not the view distils them. */
const member = (object: object | null, name: string): unknown =>
	(object as Readonly<Record<string, unknown>> | null)?.[name];

/** Whether a candidate is the one that statistics name: these know an address where mDNS hides it. */
function isEnd(candidate: Candidate, { address, port }: PairEnd): boolean {
	const { candidate: parsed } = parseCandidate(candidate.candidate);
	if (parsed === null || parsed.port !== port) return false;
	const hidden = parsed.address.endsWith('.local') || !address;
	return hidden || parsed.address.toLowerCase() === address.toLowerCase();
}

/** The ufrags in the descriptions that an author wrote and a peer has. */
function ufragsOf(view: PeerView, peer: PeerName, author: PeerName): FollowedValue[] {
	const all = DESCRIPTION_NAMES.filter((name) => authorOf(peer, name) === author).flatMap((name) =>
		valuesInDescription(view.descriptions[name]?.sdp ?? '', author).flatMap(({ values }) =>
			values.filter(({ kind }) => kind === 'ufrag')
		)
	);
	return all.filter((one, index) => all.findIndex((other) => isSameValue(one, other)) === index);
}

/** What an end of a pair has: its own address and port, and what the candidate behind it says. */
function valuesOfEnd(view: PeerView, peer: PeerName, author: PeerName, end: PairEnd) {
	const list = author === peer ? view.localCandidates : view.remoteCandidates;
	const behind = list.find(({ candidate }) => candidate !== null && isEnd(candidate, end));
	const ufrag = member(end, 'usernameFragment');
	const ufrags = ufragsOf(view, peer, author);
	const own = [
		valueOf('address', end.address ?? ''),
		valueOf('port', `${end.port ?? ''}`),
		typeof ufrag === 'string' ? valueOf('ufrag', ufrag) : null,
		// A peer-reflexive candidate has no line of its own, but its session has.
		...(ufrags.length === 1 ? ufrags : [])
	].filter((value) => value !== null);
	// The mid is left out: with BUNDLE all sections travel on the pair of one of them.
	const said = behind?.candidate ? valuesInCandidate(behind.candidate, author) : [];
	return [...own, ...said.filter(({ kind }) => kind === 'foundation' || kind === 'ufrag')];
}

function inStats(view: PeerView, peer: PeerName, value: FollowedValue, wanted: Wanted): Place[] {
	const { stats } = view;
	if (stats === null) return [];
	const has = ({ local, remote }: { local: PairEnd; remote: PairEnd }) =>
		valuesOfEnd(view, peer, peer, local).some(wanted) ||
		valuesOfEnd(view, peer, otherPeer(peer), remote).some(wanted);
	const places: Place[] = stats.pairs
		.filter(has)
		.map(({ id }): Place => ({ kind: 'pair', peer, id }));
	if (stats.selected !== null && has(stats.selected)) {
		places.push({ kind: 'selected pair', peer, id: stats.selected.id });
	}
	// A fingerprint is long enough to be nothing else, whatever the view calls it.
	if (value.kind === 'fingerprint' && mentions(stats.dtls, value.value)) {
		places.push({ kind: 'DTLS', peer });
	}
	for (const way of ['inbound', 'outbound'] as const) {
		stats[way].forEach((rtp, index) => {
			const fits =
				(value.kind === 'mid' && rtp.mid === value.value) ||
				(value.kind === 'SSRC' && `${member(rtp, 'ssrc') as number}` === value.value);
			if (fits) places.push({ kind: 'RTP stream', peer, way, number: index + 1, media: rtp.kind });
		});
	}
	return places;
}

/** Whether some text within plain data is the value, without regard to case. */
function mentions(data: unknown, value: string): boolean {
	if (typeof data === 'string') return data.toUpperCase() === value.toUpperCase();
	return (
		typeof data === 'object' &&
		data !== null &&
		Object.values(data).some((one) => mentions(one, value))
	);
}

function inTracks(view: PeerView, peer: PeerName, { kind, value }: FollowedValue): Place[] {
	if (kind !== 'track') return [];
	return [true, false].flatMap((own) =>
		(own ? view.localTracks : view.remoteTracks)
			.filter(({ id }) => id === value)
			.map(({ seq }): Place => ({ kind: 'track', peer, seq, own }))
	);
}

/** The values in what an API call was given or a message carries: descriptions, candidates, ids. */
function isInJson(data: Json, author: PeerName, value: FollowedValue, wanted: Wanted): boolean {
	if (typeof data === 'string') {
		return (value.kind === 'track' || value.kind === 'stream') && data === value.value;
	}
	if (typeof data !== 'object' || data === null) return false;
	if (Array.isArray(data)) return data.some((one) => isInJson(one, author, value, wanted));
	if (typeof data.sdp === 'string') {
		return valuesInDescription(data.sdp, author).some(({ values }) => values.some(wanted));
	}
	if (typeof data.candidate === 'string') {
		const candidate = { sdpMid: null, usernameFragment: null, ...data } as unknown as Candidate;
		return valuesInCandidate(candidate, author).some(wanted);
	}
	return Object.values(data).some((one) => isInJson(one, author, value, wanted));
}

/** Calls that are given what the other peer made. */
const FROM_THE_OTHER = ['setRemoteDescription', 'addIceCandidate'];

function onLadder(view: SessionView, value: FollowedValue, wanted: Wanted): Place[] {
	const messages = view.wire
		.filter(({ from, message }) => isInJson(message, from, value, wanted))
		.map(({ from, sent, message }): Place => {
			const what =
				member(message as object, 'description') !== undefined
					? 'description'
					: member(message as object, 'candidate') !== undefined
						? 'candidate'
						: 'other';
			return { kind: 'message', peer: from, seq: sent, what };
		});
	const calls = view.calls.flatMap(({ peer, name, seq, args, result }): Place[] => {
		if (peer === null) return [];
		const author = FROM_THE_OTHER.includes(name) ? otherPeer(peer) : peer;
		return [args, result ?? null].some((data) => isInJson(data, author, value, wanted))
			? [{ kind: 'call', peer, seq, name }]
			: [];
	});
	return [...messages, ...calls];
}

/**
 * Everywhere a value occurs in a session: in the descriptions, the candidates, what statistics report,
 * the messages and the calls. Exact by kind: a payload type is never found as a port.
 */
export function occurrences(view: SessionView, value: FollowedValue): Place[] {
	const wanted: Wanted = (other) => isSameValue(value, other);
	const ofPeers = PEER_NAMES.flatMap((peer) => [
		...inDescriptions(view, peer, wanted),
		...inCandidates(view, peer, wanted),
		...inStats(view.peers[peer], peer, value, wanted),
		...inTracks(view.peers[peer], peer, value)
	]);
	return [...ofPeers, ...onLadder(view, value, wanted)];
}
