import { finding, type Finding } from '../finding';
import { count, figures, type Moment, type Stats } from './report';

/** Of a hundred packets, so many lost are heard and seen. */
const MUCH = 0.05;
/** Fewer packets than these tell nothing of a share. */
const ENOUGH = 200;
/** Seconds that a picture stood still, and are missed. */
const LONG = 5;
/** Of an hour, so much of a picture that stood still is not. */
const SELDOM = 0.01;

const shareOf = (stats: Stats, packets: string) => {
	const lost = Math.max(0, count(stats, 'packetsLost'));
	const total = count(stats, packets) + lost;
	return total < ENOUGH ? 0 : lost / total;
};

/** Some tell no kind. */
const kindOf = ({ kind }: Stats) => (typeof kind === 'string' ? kind : 'media');

const inHundred = (share: number) => Math.round(100 * share);

/** What was lost, and how long the picture stood still, of all until one moment (webrtc-stats). */
export function shares(moment: Moment): Finding[] {
	return [
		lostHere(moment),
		lostThere(moment),
		stoodStill(moment),
		behind(moment),
		limited(moment)
	].filter((one) => one !== null);
}

function worst(all: readonly Stats[], share: (stats: Stats) => number): Stats | null {
	const [first] = all.toSorted((one, other) => share(other) - share(one));
	return first && share(first) >= MUCH ? first : null;
}

function lostHere(moment: Moment): Finding | null {
	const share = (one: Stats) => shareOf(one, 'packetsReceived');
	const stream = worst(moment.of('inbound-rtp'), share);
	if (stream === null) return null;
	return finding({
		id: 'media.loss',
		severity: 'will bite',
		claim: `${inHundred(share(stream))} of 100 packets of ${kindOf(stream)} were lost on their way to ${moment.called}.`,
		because: [figures(stream, ['packetsReceived', 'packetsLost', 'jitter'])],
		todo: 'See whether the loss is of the last metres (Wi-Fi), of a line that is full, or of a relay that is far away or overloaded.',
		source: 'webrtc-stats, RTCReceivedRtpStreamStats; RFC 3550, 6.4.1'
	});
}

/** What the other side reports by RTCP of what was sent to it. */
export function lostThere(moment: Moment): Finding | null {
	// Some tell no ids, and the SSRC is of both.
	const sentOf = ({ localId, ssrc }: Stats) =>
		moment
			.of('outbound-rtp')
			.find((one) => (localId === undefined ? one.ssrc === ssrc : one.id === localId));
	const share = (one: Stats) => {
		const stream = sentOf(one);
		const packets = stream?.packetsSent;
		const lost = count(one, 'packetsLost');
		// What is switched off is missed by nobody, and more than was sent is no figure.
		if (
			typeof packets !== 'number' ||
			packets < ENOUGH ||
			stream?.active === false ||
			lost > packets
		)
			return 0;
		return lost / packets;
	};
	const stream = worst(moment.of('remote-inbound-rtp'), share);
	if (stream === null) return null;
	return finding({
		id: 'media.loss-on-the-way-out',
		severity: 'will bite',
		claim: `Of what ${moment.called} sent of ${kindOf(stream)}, ${inHundred(share(stream))} of 100 packets were lost, as the other side reports.`,
		because: [figures(stream, ['packetsLost', 'fractionLost', 'roundTripTime'])],
		todo: 'See whether this side sends more than its line takes, and the last metres of both sides (Wi-Fi).',
		source: 'webrtc-stats, RTCRemoteInboundRtpStreamStats; RFC 3550, 6.4.1'
	});
}

/** The picture that stood still longest; several that each stood still a moment are none that did. */
export function stoodStill(moment: Moment): Finding | null {
	const all = moment.of('inbound-rtp', 'video').filter((one) => !isSlow(one));
	const [picture] = all
		.filter(isMissed)
		.toSorted((one, other) => frozenFor(other) - frozenFor(one));
	if (picture === undefined) return null;
	const which = all.length > 1 ? `One of ${all.length} pictures` : 'The picture';
	const times = count(picture, 'freezeCount');
	return finding({
		id: 'media.freezes',
		severity: 'will bite',
		claim: `${which} that ${moment.called} sees stood still for ${Math.round(frozenFor(picture))} s in all, ${times === 1 ? 'once' : `${times} times`}.`,
		because: [
			figures(picture, ['freezeCount', 'totalFreezesDuration', 'packetsLost', 'framesDropped'])
		],
		todo: 'See loss and requests for key frames of this stream, and whether the sender paused or changed what it sends.',
		source: 'webrtc-stats, RTCInboundRtpStreamStats',
		isCertain: false
	});
}

/** Of whole frames that came, so many that were never decoded are missed. */
const MISSED = 0.3;

/** A decoder that does not keep up with what comes. */
export function behind(moment: Moment): Finding | null {
	const share = (one: Stats) => {
		const came = count(one, 'framesReceived');
		return came < ENOUGH ? 0 : (came - count(one, 'framesDecoded')) / came;
	};
	const stream = moment.of('inbound-rtp', 'video').find((one) => {
		const isSeen = count(one, 'framesDecoded') > 0;
		return isSeen && share(one) >= MISSED && count(one, 'framesDropped') > 0;
	});
	if (stream === undefined) return null;
	return finding({
		id: 'media.decoder-behind',
		severity: 'will bite',
		claim: `Of the frames that came to ${moment.called} whole, ${inHundred(share(stream))} of 100 were not decoded: the decoder does not keep up with them.`,
		because: [
			figures(stream, [
				'framesReceived',
				'framesDecoded',
				'framesDropped',
				'totalDecodeTime',
				'decoderImplementation'
			])
		],
		todo: 'Send a smaller picture, or fewer of them to one device, or a codec that it decodes in hardware.',
		source: 'webrtc-stats, RTCInboundRtpStreamStats',
		isCertain: false
	});
}

/** For how many seconds a picture stood still. */
const frozenFor = (stream: Stats) => count(stream, 'totalFreezesDuration');

function isMissed(stream: Stats): boolean {
	const [seconds, whole] = [Math.round(frozenFor(stream)), count(stream, 'totalInterFrameDelay')];
	return seconds >= LONG && (whole === 0 || seconds / whole >= SELDOM);
}

/** Fewer frames a second than these are a picture that seldom changes. */
const FEW = 5;

/** A screen that does not change gives no frames, and nobody misses them. */
function isSlow(stream: Stats): boolean {
	if (stream.contentType === 'screenshare') return true;
	const rendered = count(stream, 'totalInterFrameDelay') - count(stream, 'totalFreezesDuration');
	return rendered > 0 && count(stream, 'framesDecoded') / rendered < FEW;
}

/** Most of the time the device or the line kept the picture small. */
function limited(moment: Moment): Finding | null {
	for (const stream of moment.of('outbound-rtp', 'video')) {
		const { qualityLimitationDurations: told } = stream;
		if (typeof told !== 'object' || told === null) continue;
		const seconds = Object.entries(told).filter(([, value]) => typeof value === 'number');
		const total = seconds.reduce((all, [, value]) => all + (value as number), 0);
		const [reason, most] =
			seconds.toSorted(([, a], [, b]) => (b as number) - (a as number))[0] ?? [];
		if (reason !== 'cpu' && reason !== 'bandwidth') continue;
		if (total < 2 * LONG || (most as number) < total / 2) continue;
		return finding({
			id: `media.limited-by-${reason}`,
			claim:
				reason === 'cpu'
					? `${moment.called}’s device is too busy for the picture that it was to send: for ${Math.round(most as number)} s of ${Math.round(total)} it sent less.`
					: `${moment.called}’s line, or what is thought of it, was too narrow for the picture for ${Math.round(most as number)} s of ${Math.round(total)}.`,
			because: [
				{
					kind: 'fact',
					text: seconds.map(([name, value]) => `${name} ${String(value)} s`).join(', ')
				}
			],
			todo:
				reason === 'cpu'
					? 'Ask the camera for less (getUserMedia), send fewer layers, or a codec that the device encodes in hardware.'
					: 'See loss and round-trip time, and what else uses the line.',
			source: 'webrtc-stats, RTCOutboundRtpStreamStats'
		});
	}
	return null;
}
