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
import { SILENCE, spanOf, stoppedAt, streamsOf, type Point, type Stream } from './streams';

/**
 * Media that were agreed on and do not flow: never sent, stopped, sent and not received, received and
 * not decoded (webrtc-stats, 8.2 and 8.3).
 */
export function flow(session: Session): Finding[] {
	const once = new Map<string, Told>();
	for (const peer of session.peers) {
		for (const stream of streamsOf(peer)) {
			if (spanOf(stream) < SILENCE) continue;
			const found = stream.way === 'sends' ? ofSent : ofReceived;
			const one = found(session, peer, stream);
			if (one === null) continue;
			const { kind } = stream.section;
			const before = once.get(one.id);
			once.set(one.id, before ? alsoOf(before, { one, peer, kind }) : { one, peer, kinds: [kind] });
		}
	}
	return [...once.values()].map(({ one }) => one);
}

/** What was found, and of which streams of which peer. */
interface Told {
	readonly one: Finding;
	readonly peer: SessionPeer;
	readonly kinds: readonly string[];
}

/** Sound and picture that stopped together are one thing, and so are both ends of it. */
function alsoOf(
	told: Told,
	{ one, peer, kind }: { one: Finding; peer: SessionPeer; kind: string }
): Told {
	const because = [...told.one.because, ...one.because];
	const isKnown = peer !== told.peer || told.kinds.includes(kind);
	if (isKnown) return { ...told, one: { ...told.one, because } };
	const claim = `${told.one.claim} The same goes for ${kind}.`;
	return { ...told, one: { ...told.one, claim, because }, kinds: [...told.kinds, kind] };
}

const last = ({ points }: Stream) => points.at(-1)!;

function ofSent(session: Session, peer: SessionPeer, stream: Stream): Finding | null {
	const { section, hasTrack } = stream;
	const { called } = peer;
	const other = otherOf(session, peer);
	const isReported = last(stream).sample.stats.outbound.some(({ kind }) => kind === section.kind);
	if (last(stream).packets === 0) {
		if (!hasTrack || !isReported || hasFlowed(stream)) return null;
		const isOff = isSwitchedOff(stream);
		return finding({
			id: 'media.nothing-sent',
			severity: isOff ? 'worth knowing' : 'breaks a part',
			claim: `${called} agreed to send ${section.kind} and sent not one packet of it in ${duration(spanOf(stream))}${isOff ? ': its encodings are switched off (active false)' : ''}.`,
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

/** Whether it was counted before: then its report is gone, as that of a transceiver that was stopped. */
const hasFlowed = ({ points }: Stream): boolean => points.some(({ packets }) => packets > 0);

/** Whether all encodings of what is to be sent were switched off, by `setParameters()` or when it was added. */
function isSwitchedOff(stream: Stream): boolean {
	const { kind, mid } = stream.section;
	const own = last(stream).sample.stats.outbound.filter(
		(rtp) => rtp.kind === kind && (rtp.mid === null || rtp.mid === mid)
	);
	return own.length > 0 && own.every(({ quality }) => quality?.active === false);
}

function ofReceived(session: Session, peer: SessionPeer, stream: Stream): Finding | null {
	const { section, hasTrack } = stream;
	const { called } = peer;
	const other = otherOf(session, peer);
	const sent = sentBy(session, peer, stream);
	const end = last(stream);
	if (end.packets === 0) {
		if (sent === 0 || (sent === null && !hasTrack) || hasFlowed(stream)) return null;
		// A camera that was off from the start looks the same: servers, and some apps, announce its track as well.
		const mayBeOff = sent === null && end.sample.stats.inbound.some(({ packets }) => packets > 0);
		return finding({
			id: 'media.nothing-received',
			severity: mayBeOff ? 'worth knowing' : 'breaks a part',
			claim:
				sent === null
					? `${called} is connected and has received not one packet of ${section.kind} in ${duration(spanOf(stream))}, though ${other} announced a track.`
					: `${other} sent ${sent} packets of ${section.kind}, and not one of them arrived at ${called}.`,
			because: [entry(end.sample, `inbound ${section.kind}: 0 packets`)],
			todo: `${mayBeOff ? 'If it is switched on over there: see' : 'See'} whether ${other} really sends (outbound-rtp of its statistics), and, where there is a server in between, whether it forwards this track to ${called}.`,
			source: 'webrtc-stats, 8.3',
			isCertain: sent !== null
		});
	}
	const stop = stoppedAt(stream);
	if (stop !== null) return stoppedArriving(session, peer, stream, stop);
	return section.kind === 'video' ? notDecoded(called, stream) : null;
}

/** What came, and comes no more, while the connection stands. */
function stoppedArriving(
	session: Session,
	peer: SessionPeer,
	stream: Stream,
	stop: Point
): Finding | null {
	const { kind } = stream.section;
	const { called } = peer;
	const other = otherOf(session, peer);
	const isSending = isStillSent(session, peer, stream);
	// Of what both ends tell, the end that stopped sending says it.
	if (!isSending && partnerOf(session, peer) !== null) return null;
	return finding({
		id: 'media.stopped-arriving',
		// Whoever switches a camera off, or a server that passes it on no more, looks the same.
		severity: isSending ? 'breaks a part' : 'worth knowing',
		claim: `${kind === 'audio' ? 'Audio' : 'Video'} stopped arriving at ${called} ${duration(last(stream).sample.at - stop.sample.at)} before the end, while connected${isSending ? `, though ${other} went on sending it` : ''}.`,
		because: [entry(stop.sample, `inbound ${kind}: ${stop.packets} packets, and no more after`)],
		todo: `If nobody switched it off: see whether ${other} still sends it (outbound-rtp of its statistics), and, where there is a server in between, whether it still forwards it.`,
		source: 'webrtc-stats, 8.3; RFC 7587, 3.1.3',
		isCertain: isSending
	});
}

/**
 * Whether the other side has sent much more of the same source than came here, and than was lost. Neither their
 * clocks nor when each was asked matter to that; and where a server stands between them, the source is another one.
 */
function isStillSent(session: Session, peer: SessionPeer, stream: Stream): boolean {
	const theirs = partnerOf(session, peer)?.samples.at(-1)?.stats.outbound ?? [];
	const { kind, mid } = stream.section;
	return last(stream).sample.stats.inbound.some((own) => {
		if (own.kind !== kind || (own.mid !== null && own.mid !== mid)) return false;
		const sent = theirs.find(({ ssrc }) => ssrc !== undefined && ssrc === own.ssrc);
		if (sent === undefined) return false;
		return sent.packets - own.packets - Math.max(0, own.packetsLost ?? 0) > MANY;
	});
}

const sentUntil = ({ stats }: Sample, { section }: Stream): number =>
	stats.outbound
		.filter(({ kind, mid }) => kind === section.kind && (mid === null || mid === section.mid))
		.reduce((sum, { packets }) => sum + packets, 0);

/** How many packets the other side says that it has sent; null where it is not in the recording. */
function sentBy(session: Session, peer: SessionPeer, stream: Stream): number | null {
	const other = partnerOf(session, peer);
	const end = other?.samples.at(-1);
	return end ? sentUntil(end, stream) : null;
}

/** More packets than these are no longer on their way. */
const MANY = 100;
/** Fewer packets than these may be of a frame that is not complete. */
const ENOUGH = 50;
/** Packets of a picture are larger than these bytes; those that try how much the line takes are not. */
const SMALL = 300;

function notDecoded(called: string, stream: Stream): Finding | null {
	const { points } = stream;
	const end = last(stream);
	if (end.frames === null) return null;
	const since = points.find(({ frames }) => frames === end.frames)!;
	const packets = end.packets - since.packets;
	if (end.sample.at - since.sample.at < SILENCE || packets < ENOUGH) return null;
	const never = end.frames === 0;
	const bytes = end.bytes - since.bytes;
	// Not all tell of bytes.
	const isPadding = bytes > 0 && bytes < SMALL * packets;
	// Who lacks a key frame asks for one, and goes on asking; a picture that stands still lacks none.
	const isTold = end.requests !== null && since.requests !== null;
	const isAsking = isTold ? end.requests! > since.requests! : !isPadding;
	const isOther = never && !stream.hasTrack && isSeen(end.sample);
	if (isOther ? isPadding || !isAsking : !never && !isAsking) return null;
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
