import { finding, type Finding } from '../finding';
import { count, figures, isTold, sum, type Moment, type Stats } from './report';

const KINDS = ['audio', 'video'] as const;

/** Seconds of a source after which a word would have been said, or a frame have come. */
const A_WHILE = 2;

/**
 * What leaves, and where it comes from, by what was counted until one moment (webrtc-stats,
 * `RTCAudioSourceStats` and `RTCVideoSourceStats`, and `RTCOutboundRtpStreamStats`).
 */
export function sent(moment: Moment): Finding[] {
	if (!moment.isConnected && !moment.isOfStreams) return [];
	return KINDS.flatMap((kind) => {
		const found = nothing(moment, kind) ?? (kind === 'audio' ? silentSource(moment) : null);
		return found === null ? [] : [found];
	});
}

function nothing(moment: Moment, kind: string): Finding | null {
	const all = moment.of('outbound-rtp', kind);
	const isNothing = isTold(all, 'packetsSent') && sum(all, 'packetsSent') === 0;
	if (!isNothing || (moment.isConnected && !moment.isSettled)) return null;
	const sources = moment.of('media-source', kind);
	// Without a source nobody meant to send.
	const hasSource =
		sources.length > 0 || all.some(({ mediaSourceId }) => mediaSourceId !== undefined);
	const isOff = all.every(({ active }) => active === false);
	const isBlind = kind === 'video' && isTold(sources, 'frames') && sum(sources, 'frames') === 0;
	const why = isBlind
		? ': its source has not given one frame'
		: isOff
			? ': its encodings are switched off (active false)'
			: hasSource
				? ''
				: ': no track is attached to the sender';
	return finding({
		id: 'media.nothing-sent',
		severity: hasSource && !isOff ? 'breaks a part' : 'worth knowing',
		claim: `${moment.called} ${moment.isConnected ? 'is connected and ' : ''}has sent not one packet of ${kind} so far${why}.`,
		because: [
			...all.slice(0, 3).map((one) => figures(one, ['packetsSent', 'framesEncoded', 'active'])),
			...sources.slice(0, 2).map((one) => figures(one, ['frames', 'framesPerSecond', 'audioLevel']))
		],
		todo: 'See whether the track is live (readyState), enabled and not muted, whether replaceTrack(null) took it away, and whether the answer lets this side send (its direction).',
		source: 'webrtc-stats, RTCOutboundRtpStreamStats; webrtc-pc, 5.2',
		isCertain: false
	});
}

/** A microphone is never quite silent: digital silence is a track that is muted, or not enabled. */
export function silentSource(moment: Moment): Finding | null {
	const silent = moment.of('media-source', 'audio').filter(isSilent);
	if (silent.length === 0 || silent.length < moment.of('media-source', 'audio').length) return null;
	const seconds = Math.round(Math.max(...silent.map((one) => count(one, 'totalSamplesDuration'))));
	return finding({
		id: 'media.source-silent',
		// Whoever has joined with the microphone off looks the same, and that is no fault.
		severity: 'worth knowing',
		claim: `The sound that ${moment.called} sends is silence: its source has given none in all of its ${seconds} s.`,
		because: silent
			.slice(0, 2)
			.map((one) => figures(one, ['audioLevel', 'totalAudioEnergy', 'totalSamplesDuration'])),
		todo: 'If nobody switched it off: see whether the track is enabled and not muted (track.muted: by the system, a switch of the headset or another program), and whether it is the right microphone.',
		source: 'webrtc-stats, RTCAudioSourceStats; mediacapture-streams, 4.3.1',
		isCertain: false
	});
}

const isSilent = (source: Stats): boolean =>
	source.totalAudioEnergy === 0 &&
	count(source, 'totalSamplesDuration') >= A_WHILE &&
	count(source, 'audioLevel') === 0;
