/**
 * Three encodings of one track (webrtc-pc, 5.2.1, RTCRtpEncodingParameters), named by the `rid`s of the
 * specification’s example. Each has a limit, in bits a second, so that all three find room in little more than
 * Chromium takes any path for at first, 300 kbit/s: until it has found more it leaves out the largest, and
 * without limits a busy machine was seen to be without it for a minute.
 */
export const threeEncodings = (): RTCRtpEncodingParameters[] => [
	{ rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 50_000 },
	{ rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 75_000 },
	{ rid: 'f', maxBitrate: 175_000 }
];
