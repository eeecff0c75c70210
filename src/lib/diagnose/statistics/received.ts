import { finding, type Finding } from '../finding';
import { count, figures, isTold, sum, type Moment, type Stats } from './report';

const KINDS = ['audio', 'video'] as const;
const SOURCE = { audio: 'the microphone', video: 'the camera' };

/** Fewer packets than these may be of a frame that is not complete. */
const ENOUGH = 100;

/** So many whole frames, and one would have been decoded: the first is a key frame. */
const FRAMES = 10;

/** What arrives, by what was counted until one moment (webrtc-stats, `RTCInboundRtpStreamStats`). */
export function received(moment: Moment): Finding[] {
	if (!moment.isConnected && !moment.isOfStreams) return [];
	return KINDS.flatMap((kind) => {
		const all = moment.of('inbound-rtp', kind);
		if (all.length === 0) return [];
		const found =
			sum(all, 'packetsReceived') === 0
				? nothing(moment, kind, all)
				: kind === 'video'
					? notDecoded(moment)
					: notPlayed(moment);
		return found === null ? [] : [found];
	});
}

/**
 * Nothing of a kind. Where the other kind arrives, and nobody says that this one is sent, a camera that was off
 * from the start looks the same: servers announce its stream as well.
 */
function nothing(
	moment: Moment,
	kind: (typeof KINDS)[number],
	all: readonly Stats[]
): Finding | null {
	if (!isTold(all, 'packetsReceived')) return null;
	const sent = sum(moment.of('remote-outbound-rtp', kind), 'packetsSent');
	const { called, isConnected } = moment;
	if (isConnected && !moment.isSettled && sent === 0) return null;
	const doOthersArrive = sum(moment.of('inbound-rtp'), 'packetsReceived') > 0;
	return finding({
		id: 'media.nothing-received',
		severity: sent === 0 && doOthersArrive ? 'worth knowing' : 'breaks a part',
		claim:
			sent > 0
				? `The other side reports that it sent ${sent} packets of ${kind}, and not one of them arrived at ${called}.`
				: `${called} ${isConnected ? 'is connected and ' : ''}has received not one packet of ${kind} so far, though a stream of it was announced.`,
		because: all.slice(0, 3).map((one) => figures(one, ['ssrc', 'mid', 'packetsReceived'])),
		todo: `${sent === 0 ? `If ${SOURCE[kind]} is switched on over there: see` : 'See'} outbound-rtp in the statistics of the other side: whether it sends at all, and with the ssrc or the mid that its description announces. Where a server is in between, see whether it forwards this track.`,
		source: 'webrtc-stats, RTCInboundRtpStreamStats',
		isCertain: sent > 0
	});
}

/** Packets of a picture are large; those of padding have next to nothing in them. */
const SMALL = 100;
/** So large is no packet of padding (RFC 3550, 5.1), and so often nobody asks for a key frame by accident. */
const LARGE = 300;
const SOME = 5;
const isPadding = (one: Stats): boolean =>
	isTold([one], 'bytesReceived') &&
	count(one, 'bytesReceived') < SMALL * count(one, 'packetsReceived');

/** Whether packets as large as those of a picture came, and key frames were asked for: no padding is. */
const isAskedFor = (one: Stats): boolean =>
	count(one, 'pliCount') >= SOME &&
	count(one, 'bytesReceived') >= LARGE * count(one, 'packetsReceived');

/**
 * Streams of which packets come, and no picture. Packets without a frame are padding, by which a server
 * tries how much the line takes: where another stream is seen, they mean nothing.
 */
export function notDecoded(moment: Moment): Finding | null {
	const { called } = moment;
	const every = moment.of('inbound-rtp', 'video');
	const isSeen = sum(every, 'framesDecoded') > 0;
	const all = every.filter((one) => {
		const frames = count(one, 'framesReceived');
		const isOwn = !isSeen || isAskedFor(one);
		const isMuch = isOwn && count(one, 'packetsReceived') >= ENOUGH && !isPadding(one);
		return one.framesDecoded === 0 && (isMuch || frames >= FRAMES);
	});
	if (all.length === 0) return null;
	const packets = sum(all, 'packetsReceived');
	const isWhole = sum(all, 'framesReceived') > 0;
	const why = isWhole
		? 'whole frames came, and the decoder could not use one'
		: isTold(all, 'framesReceived')
			? 'not one frame was complete'
			: null;
	return finding({
		id: 'media.not-decoded',
		severity: 'breaks a part',
		claim: `${called} received ${packets} packets of video and has not decoded one frame of it${why ? `: ${why}` : ''}.`,
		because: all
			.slice(0, 3)
			.map((one) =>
				figures(one, [
					'packetsReceived',
					'packetsLost',
					'framesReceived',
					'framesDecoded',
					'keyFramesDecoded',
					'pliCount',
					'decoderImplementation'
				])
			),
		todo: 'Most often no key frame comes: see whether the requests for one (PLI) reach the sender, and whether a server forwards them. Else the codec: its profile or payload type, or a decoder that fails.',
		source: 'webrtc-stats, RTCInboundRtpStreamStats; RFC 4585, 6.3.1',
		isCertain: false
	});
}

/** Sound is taken out of the jitter buffer by whoever plays it. */
export function notPlayed(moment: Moment): Finding | null {
	const { called } = moment;
	const all = moment.of('inbound-rtp', 'audio');
	const packets = sum(all, 'packetsReceived');
	if (packets < ENOUGH) return null;
	const because = all
		.slice(0, 3)
		.map((one) =>
			figures(one, ['packetsReceived', 'totalSamplesReceived', 'totalAudioEnergy', 'audioLevel'])
		);
	const told = all.filter((one) => typeof one.totalSamplesReceived === 'number');
	if (told.length > 0 && sum(told, 'totalSamplesReceived') === 0) {
		return finding({
			id: 'media.not-played',
			severity: 'breaks a part',
			claim: `${called} received ${packets} packets of sound, and nothing has taken it out to play it.`,
			because,
			todo: 'Give the track of the track event to an audio or video element (srcObject), and see whether play() was allowed.',
			source: 'webrtc-stats, RTCInboundRtpStreamStats',
			isCertain: false
		});
	}
	const heard = all.filter((one) => count(one, 'totalSamplesReceived') > 0);
	const isSilent = isTold(heard, 'totalAudioEnergy') && sum(heard, 'totalAudioEnergy') === 0;
	if (!isSilent) return null;
	return finding({
		id: 'media.silence',
		claim: `Sound arrives at ${called}, and all of it so far is silence: its energy is 0.`,
		because,
		todo: 'If somebody spoke: see whether the sender’s track is enabled and not muted, and whether it is the right microphone.',
		source: 'webrtc-stats, RTCInboundRtpStreamStats',
		isCertain: false
	});
}
