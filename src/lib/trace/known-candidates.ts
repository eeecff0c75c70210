import { parseCandidate, type Candidate as IceCandidate } from '../ice';
import type { PeerName } from './entry';
import type { SessionView } from './view';
import type { Candidate, Description, PeerView } from './view-peer';

/** Which end of a peer's pairs a candidate can be. */
export type Side = 'local' | 'remote';

/** A candidate that an event, a call or a description told of, in the order in which they arrived. */
export interface KnownCandidate {
	/** `L1`, `L2`, … for the peer's own, `R1`, … for those that it was given. */
	readonly label: string;
	/** The entry by which it came; null where only a description has it. */
	readonly seq: number | null;
	/** As it was written: `candidate:…`. */
	readonly text: string;
	/** null where the text is no candidate. */
	readonly candidate: IceCandidate | null;
	/** What is wrong with the text; null where nothing is. */
	readonly problem: string | null;
	readonly mid: string | null;
}

/** What makes two lines the same candidate, whatever extensions they carry (RFC 8839, 5.1). */
export const candidateKey = (text: string, mid: string | null) =>
	`${mid ?? ''} ${text.split(' ').slice(0, 8).join(' ').toLowerCase()}`;

/** The candidates in a description, with the a=mid of their section. */
function inDescription(description: Description | null): { text: string; mid: string | null }[] {
	if (description === null) return [];
	const [, ...sections] = description.sdp.split(/^(?=m=)/m);
	return sections.flatMap((section) => {
		const mid = /^a=mid:(\S+)/m.exec(section)?.[1] ?? null;
		return [...section.matchAll(/^a=(candidate:[^\r\n]*)/gm)].map(([, text]) => ({
			text: text!,
			mid
		}));
	});
}

/** A view is not altered, and its candidates are asked for again and again. */
const KNOWN = new WeakMap<PeerView, Partial<Record<Side, readonly KnownCandidate[]>>>();

/**
 * The candidates that a peer knows of one side: those that were gathered, or given to it one by one, and
 * those that only the description has, as without trickling.
 */
export function candidatesOf(
	view: SessionView,
	peer: PeerName,
	side: Side
): readonly KnownCandidate[] {
	const own = view.peers[peer];
	const kept = KNOWN.get(own);
	const known = kept?.[side] ?? knownBy(own, side);
	KNOWN.set(own, { ...kept, [side]: known });
	return known;
}

function knownBy(own: PeerView, side: Side): readonly KnownCandidate[] {
	const midOf = midsOf(own, side);
	const told = (side === 'local' ? own.localCandidates : own.remoteCandidates).flatMap(
		({ seq, candidate }) =>
			candidate?.candidate ? [{ seq, text: candidate.candidate, mid: midOf(candidate) }] : []
	);
	const seen = new Set(told.map(({ text, mid }) => candidateKey(text, mid)));
	const silent = inDescription(descriptionOf(own, side))
		.filter(({ text, mid }) => !seen.has(candidateKey(text, mid)))
		.map((one) => ({ seq: null, ...one }));
	return [...told, ...silent].map(({ seq, text, mid }, index) => {
		const { candidate, problem } = parseCandidate(text);
		return {
			label: `${side === 'local' ? 'L' : 'R'}${index + 1}`,
			seq,
			text,
			mid,
			candidate,
			problem
		};
	});
}

function descriptionOf({ descriptions }: PeerView, side: Side): Description | null {
	return side === 'local'
		? (descriptions.pendingLocalDescription ?? descriptions.currentLocalDescription)
		: (descriptions.pendingRemoteDescription ?? descriptions.currentRemoteDescription);
}

/** A candidate names its section by the mid or by its index (webrtc-pc, 4.8.1). */
function midsOf(own: PeerView, side: Side): (candidate: Candidate) => string | null {
	const [, ...sections] = descriptionOf(own, side)?.sdp.split(/^(?=m=)/m) ?? [];
	const mids = sections.map((section) => /^a=mid:(\S+)/m.exec(section)?.[1] ?? null);
	return ({ sdpMid, sdpMLineIndex }) =>
		sdpMid !== null || sdpMLineIndex === null ? sdpMid : (mids[sdpMLineIndex] ?? null);
}

/** The answer that a peer has, which settles which transports there are; null before there is one. */
function answerOf({ descriptions }: PeerView): Description | null {
	return (
		Object.values(descriptions).find(
			(description) => description?.type === 'answer' || description?.type === 'pranswer'
		) ?? null
	);
}

/**
 * Says why a candidate is of no use any more, since answer and offer agreed on fewer transports; null
 * where it may be of use.
 * @see RFC 9143, 7.2 (BUNDLE); RFC 5761, 5.1.3 (rtcp-mux)
 */
export function asideIn(own: PeerView): (candidate: KnownCandidate) => string | null {
	const sdp = answerOf(own)?.sdp ?? '';
	const [tag, ...bundled] = (/^a=group:BUNDLE ([^\r\n]*)/m.exec(sdp)?.[1] ?? '').split(' ');
	const mids = new Set(bundled);
	const isMuxed = /^a=rtcp-mux\s*$/m.test(sdp);
	return ({ mid, candidate }) => {
		if (mid !== null && mids.has(mid)) {
			return `With BUNDLE, section ${mid} travels on the transport of section ${tag}.`;
		}
		if (candidate?.component === 2 && isMuxed) {
			return 'With rtcp-mux, RTCP needs no component of its own.';
		}
		return null;
	};
}
