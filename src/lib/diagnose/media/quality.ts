import type { RtpStats } from '../../trace';
import { finding, type Finding } from '../finding';
import type { Sample, Session, SessionPeer } from '../session/session';
import { duration, entry } from '../session/words';
import { SILENCE } from './streams';

/** Of a hundred samples, so many that were made up are heard. */
const MUCH = 0.1;
/** Samples of five seconds: fewer tell nothing of a share. */
const ENOUGH = 5 * 48_000;

/** How well media do that flow: nothing here keeps a call from working (webrtc-stats, 8.2 to 8.4). */
export function quality({ peers }: Session): Finding[] {
	return peers.flatMap((peer) =>
		[concealed(peer), silent(peer), limited(peer), layersOff(peer)].filter((one) => one !== null)
	);
}

const within = ({ connected, ended, endAt, samples }: SessionPeer): readonly Sample[] =>
	connected === null
		? []
		: samples.filter(({ at }) => at >= connected.at && at <= (ended?.at ?? endAt));

/** The streams of a kind that tell of a quality, in the last report. */
function lastOf(peer: SessionPeer, way: 'inbound' | 'outbound', kind: string) {
	const sample = within(peer).at(-1);
	const streams = sample?.stats[way].filter((rtp) => rtp.kind === kind && rtp.quality) ?? [];
	return { sample, streams };
}

/** Samples of the longest packet that is usual, 20 ms, and a quarter more. */
const OF_PACKET = 1200;

/** Whoever sends nothing while nobody speaks (DTX, RFC 7587, 3.1.3) has silence made up, and nothing is lost. */
function isSilenced({ packets, packetsLost, quality }: RtpStats): boolean {
	const isLossless = (packetsLost ?? 0) < packets / 100;
	return isLossless && (quality?.samples ?? 0) > packets * OF_PACKET;
}

/** Sound that was made up for lack of packets. */
function concealed(peer: SessionPeer): Finding | null {
	const { sample, streams } = lastOf(peer, 'inbound', 'audio');
	const worst = streams
		.filter((stream) => !isSilenced(stream))
		.map(({ quality: { concealed: some = 0, samples: all = 0 } = {} }) => ({ some, all }))
		.filter(({ some, all }) => all >= ENOUGH && some / all >= MUCH)
		.toSorted((one, other) => other.some / other.all - one.some / one.all)[0];
	if (!sample || worst === undefined) return null;
	const share = Math.round((100 * worst.some) / worst.all);
	return finding({
		id: 'media.concealed',
		severity: 'will bite',
		claim: `Of the sound that ${peer.called} heard, ${share} of 100 samples were made up: packets were missing, or came too late.`,
		because: [entry(sample, `${worst.some} of ${worst.all} samples concealed`)],
		todo: 'See loss and jitter of this stream: the last metres (Wi-Fi), a line that is full, or a device too busy to play in time.',
		source: 'webrtc-stats, 8.3'
	});
}

/** Sound that arrives and is silence, from first to last. */
function silent(peer: SessionPeer): Finding | null {
	const samples = within(peer);
	const [first, last] = [samples[0], samples.at(-1)];
	if (!first || !last || last.at - first.at < SILENCE) return null;
	const levels = samples.flatMap(({ stats }) =>
		stats.inbound.flatMap(({ kind, packets, quality: { audioLevel } = {} }) =>
			kind === 'audio' && packets > 0 && audioLevel !== undefined ? [audioLevel] : []
		)
	);
	if (levels.length < 3 || levels.some((level) => level > 0)) return null;
	return finding({
		id: 'media.silence',
		claim: `Sound arrives at ${peer.called}, and it is silence: its level was 0 in each of ${levels.length} reports.`,
		because: [entry(last, `audioLevel 0 over ${duration(last.at - first.at)}`)],
		todo: 'If somebody spoke: see whether the sender’s track is enabled and not muted, and whether it is the right microphone.',
		source: 'webrtc-stats, 8.3',
		isCertain: false
	});
}

/** Video that would be better, but for the device or the line. */
function limited(peer: SessionPeer): Finding | null {
	const reasons = within(peer).flatMap(({ stats }) =>
		stats.outbound.flatMap(({ quality: { limitedBy } = {} }) => limitedBy ?? [])
	);
	const worst = (['cpu', 'bandwidth'] as const).find(
		(reason) => reasons.filter((one) => one === reason).length > reasons.length / 2
	);
	const { sample } = lastOf(peer, 'outbound', 'video');
	if (worst === undefined || reasons.length < 5 || !sample) return null;
	return finding({
		id: worst === 'cpu' ? 'media.limited-by-cpu' : 'media.limited-by-bandwidth',
		claim:
			worst === 'cpu'
				? `${peer.called}’s device is too busy for the picture that it was to send: most of the time it sent a smaller one, or fewer frames.`
				: `${peer.called}’s line, or what is thought of it, was too narrow for the picture most of the time.`,
		because: [
			entry(
				sample,
				`qualityLimitationReason ${worst} in ${reasons.filter((one) => one === worst).length} of ${reasons.length} reports`
			)
		],
		todo:
			worst === 'cpu'
				? 'Ask the camera for less (getUserMedia), send fewer layers, or a codec that the device encodes in hardware.'
				: 'See loss and round-trip time, and what else uses the line; right after connecting it is always so for some seconds.',
		source: 'webrtc-stats, 8.4'
	});
}

/** Layers of simulcast that are not sent. */
function layersOff(peer: SessionPeer): Finding | null {
	const { sample, streams } = lastOf(peer, 'outbound', 'video');
	const layers = streams.filter(({ quality: { rid } = {} }) => rid !== undefined);
	const isOff = ({ packets, quality }: RtpStats) => quality?.active === false || packets === 0;
	const off = layers.filter(isOff);
	if (!sample || off.length === 0 || off.length === layers.length) return null;
	// A name is good within its section (RFC 8851, 5).
	const isOne = layers.every(({ mid }) => mid === layers[0]!.mid);
	const names = off
		.map(({ mid, quality }) => `${quality?.rid}${isOne ? '' : ` of section ${mid}`}`)
		.toSorted()
		.join(', ');
	return finding({
		id: 'media.layers-off',
		claim: `${off.length} of ${peer.called}’s ${layers.length} layers of simulcast ${off.length === 1 ? 'is' : 'are'} not sent (${names}).`,
		because: [entry(sample, `layers without packets, or not active: ${names}`)],
		todo: 'An answer without a=simulcast turns all but the first off; so does a line or a device that is too weak, and setParameters().',
		source: 'RFC 8853, 5.3; webrtc-stats, 8.4'
	});
}
