import { count } from '../../sdp/words';
import { finding, type Evidence, type Finding } from '../finding';
import {
	otherOf,
	partnerOf,
	type Sample,
	type Session,
	type SessionPeer
} from '../session/session';
import { duration, entry } from '../session/words';
import { SILENCE, spanOf, stoppedAt, streamsOf, type Stream } from './streams';

/**
 * Media that were agreed on and do not flow: never sent, stopped, sent and not received, received and
 * not decoded (webrtc-stats, 8.2 and 8.3).
 */
export function flow(session: Session): Finding[] {
	const found = session.peers.flatMap((peer) =>
		streamsOf(peer)
			.filter((stream) => spanOf(stream) >= SILENCE)
			.map((stream) =>
				stream.way === 'sends' ? ofSent(session, peer, stream) : ofReceived(session, peer, stream)
			)
			.filter((one) => one !== null)
	);
	// Sound and picture that stopped together are one thing, and so are both ends of it.
	const once = new Map<string, Finding>();
	for (const one of found) {
		const before = once.get(one.id);
		once.set(one.id, before ? { ...before, because: [...before.because, ...one.because] } : one);
	}
	return [...once.values()];
}

const last = ({ points }: Stream) => points.at(-1)!;

function ofSent(session: Session, peer: SessionPeer, stream: Stream): Finding | null {
	const { section, hasTrack } = stream;
	const { called } = peer;
	const other = otherOf(session, peer);
	const isReported = last(stream).sample.stats.outbound.some(({ kind }) => kind === section.kind);
	if (last(stream).packets === 0) {
		if (!hasTrack || !isReported) return null;
		return finding({
			id: 'media.nothing-sent',
			severity: 'breaks a part',
			claim: `${called} agreed to send ${section.kind} and sent not one packet of it in ${duration(spanOf(stream))}.`,
			because: [entry(last(stream).sample, `outbound ${section.kind}: 0 packets`)],
			todo: 'See whether the track is live (readyState), enabled and not muted, and whether a replaceTrack(null) took it away.',
			source: 'webrtc-stats, 8.4; webrtc-pc, 5.2',
			isCertain: true
		});
	}
	const stop = stoppedAt(stream);
	if (stop === null) return null;
	return finding({
		id: 'media.nothing-sent',
		// A camera that is switched off looks the same, and is no fault.
		severity: 'worth knowing',
		claim: `${called} stopped sending ${section.kind} ${duration(last(stream).sample.at - stop.sample.at)} before the end, while connected: ${other} gets nothing of it.`,
		because: [
			entry(stop.sample, `outbound ${section.kind}: ${stop.packets} packets, and no more after`)
		],
		todo: `If nobody switched it off: see whether the track has ended (readyState), and whether replaceTrack(null) took it away.`,
		source: 'webrtc-stats, 8.4; webrtc-pc, 5.2',
		isCertain: false
	});
}

function ofReceived(session: Session, peer: SessionPeer, stream: Stream): Finding | null {
	const { section, hasTrack } = stream;
	const { called } = peer;
	const other = otherOf(session, peer);
	const sent = sentBy(session, peer, stream);
	const end = last(stream);
	if (end.packets === 0) {
		if (sent === 0 || (sent === null && !hasTrack)) return null;
		return finding({
			id: 'media.nothing-received',
			severity: 'breaks a part',
			claim:
				sent === null
					? `${called} is connected and has received not one packet of ${section.kind} in ${duration(spanOf(stream))}, though ${other} announced a track.`
					: `${other} sent ${sent} packets of ${section.kind}, and not one of them arrived at ${called}.`,
			because: [entry(end.sample, `inbound ${section.kind}: 0 packets`)],
			todo: `See whether ${other} really sends (outbound-rtp of its statistics), and, where there is a server in between, whether it forwards this track to ${called}.`,
			source: 'webrtc-stats, 8.3',
			isCertain: sent !== null
		});
	}
	return section.kind === 'video' ? notDecoded(called, stream) : null;
}

/** How many packets the other side says that it has sent; null where it is not in the recording. */
function sentBy(session: Session, peer: SessionPeer, { section }: Stream): number | null {
	const other = partnerOf(session, peer);
	const stats = other?.samples.at(-1)?.stats;
	if (!stats) return null;
	return stats.outbound
		.filter(({ kind, mid }) => kind === section.kind && (mid === null || mid === section.mid))
		.reduce((sum, { packets }) => sum + packets, 0);
}

/** Fewer packets than these may be of a frame that is not complete. */
const ENOUGH = 50;

function notDecoded(called: string, stream: Stream): Finding | null {
	const { points } = stream;
	const end = last(stream);
	if (end.frames === null) return null;
	const since = points.find(({ frames }) => frames === end.frames)!;
	const packets = end.packets - since.packets;
	if (end.sample.at - since.sample.at < SILENCE || packets < ENOUGH) return null;
	const never = end.frames === 0;
	if (never && !stream.hasTrack && isSeen(end.sample)) return null;
	return finding({
		id: never ? 'media.not-decoded' : 'media.frozen',
		severity: 'breaks a part',
		claim: never
			? `${called} received ${packets} packets of video and has not decoded one frame of it.`
			: `${called}’s picture is frozen: ${packets} packets of video came in the last ${duration(end.sample.at - since.sample.at)}, and not one frame was decoded.`,
		because: [
			entry(since.sample, `${since.packets} packets, ${since.frames} frames`),
			entry(end.sample, `${end.packets} packets, ${end.frames} frames`),
			...keyFrames(end.sample, stream)
		],
		todo: 'Most often no key frame comes: see whether the requests for one (PLI) reach the sender, and whether a server forwards them. Else the codec: its profile, or a decoder that fails.',
		source: 'webrtc-stats, 8.3; RFC 4585, 6.3.1',
		isCertain: false
	});
}

/**
 * Whether a picture of another stream is decoded: then packets of a stream that has no track are padding,
 * by which a server tries how much the line takes.
 */
const isSeen = ({ stats }: Sample): boolean =>
	stats.inbound.some(({ frames }) => (frames ?? 0) > 0);

/** How many key frames were asked for, and how many came; nothing where that is not reported. */
function keyFrames(sample: Sample, { section }: Stream): Evidence[] {
	const own = sample.stats.inbound.filter(
		({ kind, mid }) => kind === 'video' && (mid === null || mid === section.mid)
	);
	const sum = (name: 'keyFrames' | 'keyFrameRequests') =>
		own.reduce((total, { quality }) => total + (quality?.[name] ?? 0), 0);
	if (own.every(({ quality }) => quality?.keyFrameRequests === undefined)) return [];
	return [
		entry(
			sample,
			`${count(sum('keyFrameRequests'), 'request')} for a key frame sent, ${sum('keyFrames')} decoded`
		)
	];
}
