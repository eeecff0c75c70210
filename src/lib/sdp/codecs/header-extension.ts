import { doc, rfc, webrtcExperiment } from '../spec';
import type { Spec, Usage } from '../types';
import { SDP, standard, vendor, WEBRTC } from '../usage';

export interface HeaderExtension {
	/** What it is called. */
	readonly name: string;
	/** What it does, as a clause without a full stop. */
	readonly meaning: string;
	readonly spec: Spec;
	readonly usage: Usage;
}

const IETF = 'urn:ietf:params:rtp-hdrext:';
const EXPERIMENT = 'http://www.webrtc.org/experiments/rtp-hdrext/';
const CHROMIUM = vendor('Chromium');
const FRAME_MARKING = 'packets tell where frames begin and end and which layer they are';
const BROWSERS = vendor('Chromium, Firefox and Safari');

function experiment(
	name: string,
	title: string,
	meaning: string,
	usage = CHROMIUM
): [string, HeaderExtension] {
	return [`${EXPERIMENT}${name}`, { name: title, meaning, spec: webrtcExperiment(name), usage }];
}

function standardised(
	name: string,
	title: string,
	meaning: string,
	spec: Spec,
	usage = WEBRTC
): [string, HeaderExtension] {
	return [`${IETF}${name}`, { name: title, meaning, spec, usage }];
}

/** RTP header extensions, by the URI that names them. */
export const EXTENSIONS: ReadonlyMap<string, HeaderExtension> = new Map([
	standardised(
		'sdes:mid',
		'MID',
		'each packet can name the section (a=mid) that it belongs to, so that bundled media find their way',
		rfc(9143, '15.2')
	),
	standardised(
		'sdes:rtp-stream-id',
		'RtpStreamId',
		'each packet can name the simulcast version (a=rid) that it belongs to',
		rfc(8852, '3.3')
	),
	standardised(
		'sdes:repaired-rtp-stream-id',
		'RepairedRtpStreamId',
		'a retransmitted packet can name the simulcast version that it repairs',
		rfc(8852, '3.3')
	),
	standardised(
		'sdes:cname',
		'CNAME',
		'each packet can carry the name of its endpoint',
		rfc(7941, '4'),
		SDP
	),
	standardised(
		'ssrc-audio-level',
		'client-to-mixer audio level',
		'each packet tells how loud its sound is, so that a server sees who speaks without decoding',
		rfc(6464, '3')
	),
	standardised(
		'csrc-audio-level',
		'mixer-to-client audio level',
		'each packet tells how loud each voice in a mix is',
		rfc(6465, '3')
	),
	standardised(
		'toffset',
		'transmission time offset',
		'each packet tells how much later than its timestamp says it was really sent',
		rfc(5450, '3')
	),
	standardised(
		'encrypt',
		'encrypted extension',
		'the extension named after it travels encrypted',
		rfc(6904, '4')
	),
	standardised(
		'ntp-64',
		'NTP timestamp',
		'a packet can carry the time of the wall clock',
		rfc(6051, '3.3'),
		SDP
	),
	standardised(
		'ntp-56',
		'short NTP timestamp',
		'a packet can carry the time of the wall clock, without the full seconds of the century',
		rfc(6051, '3.3'),
		SDP
	),
	standardised(
		'splicing-interval',
		'splicing interval',
		'packets announce when other media are cut in, and when the main media go on',
		rfc(8286, '2'),
		SDP
	),
	standardised(
		'sdes:CCID',
		'CaptureID',
		'each packet can name the camera or microphone of a telepresence room (CLUE) that it comes from',
		rfc(8849, '5'),
		SDP
	),
	standardised('framemarking', 'frame marking', FRAME_MARKING, rfc(9626, '3'), SDP),
	standardised('smpte-tc', 'SMPTE time code', 'a packet can carry a time code', rfc(5484), SDP),
	[
		'urn:3gpp:video-orientation',
		{
			name: 'video orientation',
			meaning: 'packets tell how the camera is turned, so that the receiver can turn the picture',
			spec: doc('3GPP TS 26.114', 'https://www.3gpp.org/dynareport/26114.htm', '7.4.5'),
			usage: standard('Chromium, Safari and mobile phones')
		}
	],
	[
		'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
		{
			name: 'transport-wide sequence number',
			meaning:
				'each packet gets a number across all streams, from which the arrival reports of transport-cc measure the path',
			spec: doc(
				'draft-holmer-rmcat-transport-wide-cc-extensions-01',
				'https://datatracker.ietf.org/doc/html/draft-holmer-rmcat-transport-wide-cc-extensions-01'
			),
			usage: BROWSERS
		}
	],
	[
		'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
		{
			name: 'dependency descriptor',
			meaning:
				'each packet tells which frames and layers it depends on, so that a server can drop layers without decoding',
			spec: doc(
				'AOMedia, RTP Payload Format for AV1',
				'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
				'A'
			),
			usage: standard('Chromium, Firefox and Safari')
		}
	],
	[
		'http://tools.ietf.org/html/draft-ietf-avtext-framemarking-07',
		{
			name: 'frame marking',
			meaning: FRAME_MARKING,
			spec: rfc(9626, '3'),
			usage: vendor('media servers')
		}
	],
	experiment(
		'abs-send-time',
		'absolute send time',
		'each packet tells when it was sent, for estimating what the path carries',
		BROWSERS
	),
	experiment(
		'abs-capture-time',
		'absolute capture time',
		'packets tell when picture or sound was captured, for keeping them in sync across mixers'
	),
	experiment(
		'playout-delay',
		'playout delay',
		'the sender can tell how long the receiver should buffer',
		vendor('Chromium and Firefox')
	),
	experiment(
		'video-content-type',
		'video content type',
		'packets tell whether the picture is a camera or a screen'
	),
	experiment(
		'video-timing',
		'video timing',
		'packets tell when a frame passed each stage of the sender'
	),
	experiment(
		'color-space',
		'colour space',
		'packets tell the colour space and the HDR data of the picture'
	),
	experiment(
		'video-layers-allocation00',
		'video layers allocation',
		'packets tell which simulcast and quality layers are being sent'
	),
	experiment(
		'video-frame-tracking-id',
		'video frame tracking id',
		'packets carry a number by which tests follow a frame'
	),
	experiment(
		'generic-frame-descriptor-00',
		'generic frame descriptor',
		'packets tell what their frame depends on; the dependency descriptor has taken its place'
	),
	experiment(
		'corruption-detection',
		'corruption detection',
		'packets carry a sample of the picture by which the receiver notices damage'
	)
]);
