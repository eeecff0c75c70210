import { doc, rfc } from '../spec';
import type { Spec, Usage } from '../types';
import { legacy, SDP, vendor, WEBRTC } from '../usage';

export interface CodecFacts {
	/** What it is, as a phrase. */
	readonly label: string;
	readonly spec: Spec;
	readonly usage: Usage;
}

const AV1_SPEC = doc(
	'AOMedia, RTP Payload Format for AV1',
	'https://aomediacodec.github.io/av1-rtp-spec/',
	'7.2'
);
const FLEXFEC_DRAFT = doc(
	'draft-ietf-payload-flexible-fec-scheme-03',
	'https://datatracker.ietf.org/doc/html/draft-ietf-payload-flexible-fec-scheme-03'
);

/** What there is to know of a codec, by its name in lower case. */
export const CODECS: ReadonlyMap<string, CodecFacts> = new Map<string, CodecFacts>([
	[
		'opus',
		{
			label: 'Opus, the audio codec that every WebRTC endpoint has',
			spec: rfc(7587, '7'),
			usage: WEBRTC
		}
	],
	[
		'g722',
		{
			label:
				'G.722, wideband telephony (it samples at 16 kHz; the clock of 8000 is a historic mistake)',
			spec: rfc(3551, '4.5.2'),
			usage: WEBRTC
		}
	],
	[
		'pcmu',
		{
			label: 'G.711 µ-law, the telephone of America and Japan',
			spec: rfc(3551, '4.5.14'),
			usage: WEBRTC
		}
	],
	[
		'pcma',
		{
			label: 'G.711 A-law, the telephone of the rest of the world',
			spec: rfc(3551, '4.5.14'),
			usage: WEBRTC
		}
	],
	[
		'cn',
		{
			label: 'comfort noise, sent instead of silence',
			spec: rfc(3389, '5.1'),
			usage: WEBRTC
		}
	],
	[
		'telephone-event',
		{
			label: 'telephone keys (DTMF), sent as events',
			spec: rfc(4733, '2.3'),
			usage: WEBRTC
		}
	],
	[
		'red',
		{
			label:
				'RED: several blocks in a packet, such as audio once more, or video and what repairs it',
			spec: rfc(2198),
			usage: WEBRTC
		}
	],
	[
		'vp8',
		{
			label: 'VP8, a video codec that every browser must have',
			spec: rfc(7741, '6.1'),
			usage: WEBRTC
		}
	],
	['vp9', { label: 'VP9, a video codec with layers', spec: rfc(9628), usage: WEBRTC }],
	[
		'h264',
		{
			label: 'H.264, a video codec that every browser must have',
			spec: rfc(6184, '8.1'),
			usage: WEBRTC
		}
	],
	[
		'h265',
		{
			label: 'H.265, a video codec used where the hardware has it',
			spec: rfc(7798, '7.1'),
			usage: WEBRTC
		}
	],
	[
		'av1',
		{
			label: 'AV1, a newer video codec, which needs the fewest bits',
			spec: AV1_SPEC,
			usage: WEBRTC
		}
	],
	[
		'av1x',
		{
			label: 'AV1, as Chrome called it before the name was settled',
			spec: AV1_SPEC,
			usage: legacy('Chrome before 2022')
		}
	],
	['rtx', { label: 'retransmissions of lost packets', spec: rfc(4588, '8.1'), usage: WEBRTC }],
	[
		'ulpfec',
		{
			label: 'ULPFEC error correction, sent inside RED',
			spec: rfc(5109, '14.1'),
			usage: WEBRTC
		}
	],
	['flexfec', { label: 'FlexFEC error correction', spec: rfc(8627, '5'), usage: SDP }],
	[
		'flexfec-03',
		{
			label: 'FlexFEC error correction, after the third draft',
			spec: FLEXFEC_DRAFT,
			usage: vendor('Chromium')
		}
	],
	[
		'multiopus',
		{ label: 'Opus for surround sound', spec: rfc(7845, '5.1.1'), usage: vendor('Chromium') }
	],
	['l16', { label: 'audio as plain 16-bit numbers', spec: rfc(3551, '4.5.11'), usage: SDP }],
	[
		'isac',
		{
			label: 'iSAC, an audio codec that Chromium removed in 2022',
			spec: doc(
				'draft-ietf-avt-rtp-isac-04',
				'https://datatracker.ietf.org/doc/html/draft-ietf-avt-rtp-isac-04'
			),
			usage: legacy('Chrome before 2022')
		}
	],
	[
		'ilbc',
		{
			label: 'iLBC, a narrowband audio codec',
			spec: rfc(3952),
			usage: legacy('Chrome before 2022')
		}
	],
	[
		'speex',
		{
			label: 'Speex, the forerunner of Opus',
			spec: rfc(5574),
			usage: legacy('Internet phones')
		}
	],
	['gsm', { label: 'GSM full rate', spec: rfc(3551, '4.5.8'), usage: legacy('phones') }],
	['g729', { label: 'G.729, narrowband telephony', spec: rfc(3551, '4.5.6'), usage: SDP }],
	['amr', { label: 'AMR, the codec of mobile phones', spec: rfc(4867, '8.1'), usage: SDP }],
	[
		'amr-wb',
		{ label: 'AMR wideband, the codec of mobile phones', spec: rfc(4867, '8.2'), usage: SDP }
	],
	[
		'h263',
		{ label: 'H.263, an early video codec', spec: rfc(4629), usage: legacy('video phones') }
	],
	[
		'h263-1998',
		{ label: 'H.263+, an early video codec', spec: rfc(4629), usage: legacy('video phones') }
	],
	['t140', { label: 'text in real time', spec: rfc(4103), usage: SDP }]
]);
