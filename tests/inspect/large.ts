import type { MadeStats } from './made';

const many = <T>(count: number, make: (at: number) => T) =>
	Array.from({ length: count }, (_, at) => make(at));

/** One of many candidates that differ. */
export const candidateLine = (at: number) =>
	`candidate:${at % 50} 1 udp ${2130706431 - (at % 9)} 192.0.2.${at % 250} ${1024 + (at % 60_000)} typ host`;

/** What a connection logs that gathers so many candidates. */
export function gathering(count: number): (readonly [type: string, value: unknown])[] {
	const sdp =
		'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=setup:actpass\r\n';
	return [
		['createOfferOnSuccess', { type: 'offer', sdp }],
		['setLocalDescription', { type: 'offer', sdp }],
		['setLocalDescriptionOnSuccess', null],
		...many(count, (at) => {
			const value = { candidate: candidateLine(at), sdpMid: '0', sdpMLineIndex: 0 };
			return ['icecandidate', value] as const;
		})
	];
}

/** The statistics of a long call: ten streams, whose counters grow each second. */
export function longCall(seconds: number): MadeStats[] {
	const counter = many(seconds, (second) => 1_000_000 + 1_234 * second);
	const members = Object.fromEntries(many(24, (at) => [`counter${at}`, counter]));
	return many(10, (at) => ({
		id: `IT01V${at}`,
		type: 'inbound-rtp',
		times: seconds,
		members: { ...members, bytesReceived: counter, packetsReceived: counter, kind: 'video' }
	}));
}
