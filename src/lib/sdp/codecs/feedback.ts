import { doc, rfc } from '../spec';
import type { Spec, Usage } from '../types';
import { SDP, vendor, WEBRTC } from '../usage';

export interface Feedback {
	readonly spec: Spec;
	readonly usage: Usage;
	/** Completes "The receiver …". */
	readonly meaning: string;
}

/** What a=rtcp-fb can name, `id` or `id parameter` (RFC 4585, 4.2 and the IANA registry). */
export const FEEDBACK: ReadonlyMap<string, Feedback> = new Map<string, Feedback>([
	[
		'nack',
		{
			spec: rfc(4585, '6.2.1'),
			usage: WEBRTC,
			meaning: 'reports lost packets, so that they can be sent again (NACK)'
		}
	],
	[
		'nack pli',
		{
			spec: rfc(4585, '6.3.1'),
			usage: WEBRTC,
			meaning: 'asks for a new full picture when decoding fails (Picture Loss Indication)'
		}
	],
	[
		'nack sli',
		{
			spec: rfc(4585, '6.3.2'),
			usage: SDP,
			meaning: 'reports lost parts of a picture (Slice Loss Indication)'
		}
	],
	[
		'nack rpsi',
		{
			spec: rfc(4585, '6.3.3'),
			usage: SDP,
			meaning: 'names the picture to refer to (Reference Picture Selection)'
		}
	],
	['ack rpsi', { spec: rfc(4585, '6.3.3'), usage: SDP, meaning: 'confirms reference pictures' }],
	[
		'ack ccfb',
		{
			spec: rfc(8888, '6'),
			usage: WEBRTC,
			meaning: 'reports when each packet arrived, for congestion control (RFC 8888)'
		}
	],
	[
		'ccm fir',
		{
			spec: rfc(5104, '4.3.1'),
			usage: WEBRTC,
			meaning: 'can demand a full picture, for example for somebody who joins (Full Intra Request)'
		}
	],
	[
		'ccm tmmbr',
		{
			spec: rfc(5104, '4.2.1'),
			usage: WEBRTC,
			meaning: 'can limit the bit rate for a while (TMMBR)'
		}
	],
	[
		'ccm tstr',
		{
			spec: rfc(5104, '4.3.2'),
			usage: SDP,
			meaning: 'can ask for sharper or for more pictures (TSTR)'
		}
	],
	[
		'nack app',
		{ spec: rfc(4585, '6.4'), usage: SDP, meaning: 'reports in a way that the application defines' }
	],
	[
		'ack app',
		{
			spec: rfc(4585, '6.4'),
			usage: SDP,
			meaning: 'confirms in a way that the application defines'
		}
	],
	[
		'nack ecn',
		{
			spec: rfc(6679, '6.2'),
			usage: SDP,
			meaning: 'reports packets that the path marked as congested (ECN)'
		}
	],
	[
		'nack tllei',
		{
			spec: rfc(6642),
			usage: SDP,
			meaning: 'tells that somebody else already reported a loss'
		}
	],
	[
		'nack pslei',
		{
			spec: rfc(6642),
			usage: SDP,
			meaning: 'tells that somebody else already asked for a full picture'
		}
	],
	[
		'nack rai',
		{
			spec: rfc(6285),
			usage: SDP,
			meaning: 'asks for a burst to begin with (Rapid Acquisition Indication)'
		}
	],
	[
		'ccm vbcm',
		{
			spec: rfc(5104, '4.3.4'),
			usage: SDP,
			meaning: 'sends messages about the picture as H.271 defines them (VBCM)'
		}
	],
	[
		'ccm lrr',
		{
			spec: rfc(9627),
			usage: SDP,
			meaning: 'can ask for a new picture in one layer only (Layer Refresh Request)'
		}
	],
	['ccm pause', { spec: rfc(7728, '9'), usage: SDP, meaning: 'can pause and resume a stream' }],
	[
		'trr-int',
		{
			spec: rfc(4585, '4.2'),
			usage: SDP,
			meaning: 'leaves some time between its regular reports'
		}
	],
	[
		'goog-remb',
		{
			spec: doc(
				'draft-alvestrand-rmcat-remb-03',
				'https://datatracker.ietf.org/doc/html/draft-alvestrand-rmcat-remb-03'
			),
			usage: vendor('Chromium, Firefox and Safari; transport-cc has taken its place'),
			meaning: 'tells the sender the largest bit rate it thinks possible (REMB)'
		}
	],
	[
		'goog-lntf',
		{
			spec: doc('WebRTC project', 'https://webrtc.googlesource.com/src/'),
			usage: vendor('Chromium, as an experiment'),
			meaning: 'tells which frames it could not decode (Loss Notification)'
		}
	],
	[
		'transport-cc',
		{
			spec: doc(
				'draft-holmer-rmcat-transport-wide-cc-extensions-01',
				'https://datatracker.ietf.org/doc/html/draft-holmer-rmcat-transport-wide-cc-extensions-01'
			),
			usage: vendor('Chromium, Firefox and Safari'),
			meaning:
				'reports when each packet arrived, so that the sender can tell how much the path carries'
		}
	],
	[
		'rrtr',
		{
			spec: rfc(3611, '4.4'),
			usage: vendor('Chromium'),
			meaning: 'sends its time, so that it can measure the round trip without sending media'
		}
	]
]);
