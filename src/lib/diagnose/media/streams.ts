import type { RtpStats } from '../../trace';
import { mediaOf, type MediaSection } from '../session/read-sdp';
import { currentOf, type Sample, type SessionPeer } from '../session/session';

/** Milliseconds without a packet after which a stream has stopped. */
export const SILENCE = 4000;

/** What flows in one section one way, over the time in which the peer was connected. */
export interface Stream {
	readonly section: MediaSection;
	readonly way: 'sends' | 'receives';
	/** Whether whoever sends has announced a track. */
	readonly hasTrack: boolean;
	/** In order; those without a report of this stream have null. */
	readonly points: readonly Point[];
}

/** What was counted at one time, over all layers and sources of a section. */
export interface Point {
	readonly sample: Sample;
	readonly packets: number;
	readonly bytes: number;
	readonly lost: number;
	/** Of arriving video: how often a key frame was asked for; null where it is not reported. */
	readonly requests: number | null;
	/** null where it is not reported. */
	readonly frames: number | null;
}

const RECEIVES: Readonly<Record<string, string>> = {
	sendrecv: 'sendrecv',
	sendonly: 'recvonly',
	recvonly: 'sendonly',
	inactive: 'inactive'
};
const sends = (direction: string) => direction === 'sendrecv' || direction === 'sendonly';

/** The streams that were agreed on, with what the statistics count of them. */
export function streamsOf(peer: SessionPeer): readonly Stream[] {
	const [local, remote] = [currentOf(peer, 'local'), currentOf(peer, 'remote')];
	if (peer.connected === null) return [];
	const until = peer.ended?.at ?? peer.endAt;
	const samples = peer.samples.filter(({ at }) => at >= peer.connected!.at && at <= until);
	// Logs that have no streams at all say nothing of what flowed.
	const hasStreams = samples.some(({ stats }) => stats.inbound.length + stats.outbound.length > 0);
	if (!hasStreams) return [];
	if (local === null || remote === null) return countedStreams(samples);
	const agreements = new Agreements(peer);
	const theirs = mediaOf(remote.sdp);
	return mediaOf(local.sdp).flatMap((section, index): Stream[] =>
		WAYS.flatMap((way) => {
			const agreed = agreedOn(section, theirs[index], way);
			if (agreed === null) return [];
			const since = agreements.sinceOf(index, way, agreed);
			return [stream({ ...agreed, way, samples: samples.filter(({ at }) => at >= since) })];
		})
	);
}

const WAYS = ['sends', 'receives'] as const;

/** A section and the one at the other end, where media flow one way by both; else null. */
function agreedOn(
	section: MediaSection,
	other: MediaSection | undefined,
	way: Stream['way']
): Pick<Stream, 'section' | 'hasTrack'> | null {
	if (!other || other.kind !== section.kind || section.isRejected || other.isRejected) return null;
	const [from, to] = way === 'sends' ? [section, other] : [other, section];
	if (!sends(from.direction) || !sends(RECEIVES[to.direction] ?? 'inactive')) return null;
	return { section, hasTrack: from.hasTrack };
}

/** What a peer and the other side have agreed on, exchange by exchange, each read where it is asked for. */
class Agreements {
	readonly #peer: SessionPeer;
	readonly #read = new Map<string, readonly MediaSection[]>();

	constructor(peer: SessionPeer) {
		this.#peer = peer;
	}

	/** Since when a stream has been agreed on without a break, with its track; -Infinity where that is not known. */
	sinceOf(
		index: number,
		way: Stream['way'],
		{ section, hasTrack }: Pick<Stream, 'section' | 'hasTrack'>
	) {
		let since = -Infinity;
		for (const { offer, answer } of this.#peer.exchanges.toReversed()) {
			const [own, theirs] = offer.side === 'local' ? [offer, answer] : [answer, offer];
			const then = this.#mediaOf(own.sdp)[index];
			const agreed = then && agreedOn(then, this.#mediaOf(theirs.sdp)[index], way);
			if (!agreed || then.mid !== section.mid || agreed.hasTrack !== hasTrack) break;
			since = answer.at;
		}
		return since;
	}

	#mediaOf(sdp: string): readonly MediaSection[] {
		const known = this.#read.get(sdp) ?? mediaOf(sdp);
		this.#read.set(sdp, known);
		return known;
	}
}

/** Those that are counted, where no description tells what was agreed on: of tracks nothing is known. */
function countedStreams(samples: readonly Sample[]): readonly Stream[] {
	const waysOf = ({ stats }: Sample) =>
		[
			['sends', stats.outbound],
			['receives', stats.inbound]
		] as const;
	const found = new Map<string, Stream>();
	for (const [way, streams] of samples.flatMap(waysOf)) {
		for (const { kind, mid } of streams) {
			const name = `${way} ${kind} ${mid}`;
			if (found.has(name)) continue;
			const section = {
				kind,
				mid,
				isRejected: false,
				direction: 'sendrecv',
				codec: null,
				hasTrack: false
			};
			found.set(name, stream({ section, samples, way, hasTrack: false }));
		}
	}
	return [...found.values()];
}

function stream({
	section,
	samples,
	way,
	hasTrack
}: {
	section: MediaSection;
	samples: readonly Sample[];
	way: Stream['way'];
	hasTrack: boolean;
}): Stream {
	const points = samples.map((sample): Point => {
		const all = way === 'sends' ? sample.stats.outbound : sample.stats.inbound;
		const own = all.filter((rtp) => isOf(rtp, section));
		const frames = own.map((rtp) => rtp.frames).filter((count) => count !== null);
		const requests = own.flatMap(({ quality }) => quality?.keyFrameRequests ?? []);
		return {
			sample,
			packets: own.reduce((sum, rtp) => sum + rtp.packets, 0),
			bytes: own.reduce((sum, rtp) => sum + rtp.bytes, 0),
			requests: requests.length === 0 ? null : requests.reduce((sum, one) => sum + one, 0),
			lost: own.reduce((sum, rtp) => sum + Math.max(0, rtp.packetsLost ?? 0), 0),
			frames: frames.length === 0 ? null : frames.reduce((sum, count) => sum + count, 0)
		};
	});
	return { section, way, hasTrack, points };
}

/** Older browsers report no mid: then the kind has to do. */
function isOf(rtp: RtpStats, { mid, kind }: MediaSection): boolean {
	return rtp.mid === null ? rtp.kind === kind : rtp.mid === mid && rtp.kind === kind;
}

/** Milliseconds that the points of a stream span. */
export function spanOf({ points }: Stream): number {
	return points.length < 2 ? 0 : points.at(-1)!.sample.at - points[0]!.sample.at;
}

/**
 * The first point of the silence in which a stream ended; null where it has not, or never flowed. A count that falls
 * is of another source: a track that was replaced, or a report that is gone.
 */
export function stoppedAt({ points }: Stream): Point | null {
	const last = points.at(-1);
	if (!last || last.packets === 0) return null;
	const at = points.findLastIndex(({ packets }, index) => packets !== points[index - 1]?.packets);
	const first = points[Math.max(0, at)]!;
	return last.sample.at - first.sample.at >= SILENCE ? first : null;
}
