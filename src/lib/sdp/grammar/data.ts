import type { Rules } from '../rule';
import { doc, rfc } from '../spec';
import { legacy, standard, WEBRTC } from '../usage';
import { bytes, clip, quote } from '../words';

/** Data channels: SCTP inside DTLS (RFC 8841). */
export const data: Rules = {
	'sctp-port': {
		sample: 'a=sctp-port:5000',
		about: 'The SCTP port of this side',
		shape: '{sctp-port}',
		level: 'media',
		spec: rfc(8841, '5.1'),
		usage: WEBRTC,
		fields: { 'sctp-port': 'A port inside the DTLS connection: no firewall ever sees it.' },
		explain: (fields) =>
			`SCTP uses port ${clip(fields.get('sctp-port'))}: a number inside the DTLS connection, not one of UDP.`,
		check: (fields) =>
			/^\d{1,5}$/.test(fields.get('sctp-port')) && Number(fields.get('sctp-port')) <= 65535
				? null
				: 'The port must be a number from 0 to 65535.'
	},
	'max-message-size': {
		sample: 'a=max-message-size:262144',
		about: 'The largest message that this side accepts',
		shape: '{max-message-size}',
		level: 'media',
		spec: rfc(8841, '6.1'),
		usage: WEBRTC,
		fields: {
			'max-message-size': (value) =>
				value === '0' ? 'No limit.' : `${bytes(Number(value))} in one message.`
		},
		explain: (fields) => {
			const size = fields.get('max-message-size');
			return size === '0'
				? 'This side accepts data channel messages of any size.'
				: `This side accepts data channel messages of up to ${clip(size)} bytes (${bytes(Number(size))}).`;
		},
		check: (fields) =>
			/^\d{1,20}$/.test(fields.get('max-message-size')) ? null : 'The size must be a number.'
	},
	sctpmap: {
		sample: 'a=sctpmap:5000 webrtc-datachannel 1024',
		about: 'The SCTP port and what it carries',
		shape: '{sctpmap-number} {app}[ {streams}]',
		level: 'media',
		spec: doc(
			'draft-ietf-mmusic-sctp-sdp-05',
			'https://datatracker.ietf.org/doc/html/draft-ietf-mmusic-sctp-sdp-05'
		),
		usage: legacy('browsers before 2018; a=sctp-port has taken its place'),
		fields: {
			'sctpmap-number': 'The SCTP port.',
			app: 'What SCTP carries.',
			streams: 'How many data channels there can be.'
		},
		explain: (fields) =>
			`SCTP port ${clip(fields.get('sctpmap-number'))} carries ${clip(fields.get('app'))}${fields.has('streams') ? `, with up to ${clip(fields.get('streams'))} streams` : ''}.`
	},
	dcmap: {
		sample: 'a=dcmap:0 subprotocol="MSRP";label="chat"',
		about: 'A data channel that is agreed on in the description',
		shape: '{dcmap-stream-id}[ {dcmap-opt*}]',
		level: 'media',
		spec: rfc(8864, '5.1.1'),
		usage: standard('IMS; browsers open channels in-band (RFC 8832)'),
		explain: (fields) =>
			`Data channel ${clip(fields.get('dcmap-stream-id'))} is agreed on here: ${quote(fields.get('dcmap-opt'))}.`,
		identity: ['dcmap-stream-id']
	},
	dcsa: {
		sample: 'a=dcsa:0 accept-types:text/plain',
		about: 'An attribute of one data channel',
		shape: '{stream-id} {attribute*}',
		level: 'media',
		spec: rfc(8864, '5.2.1'),
		usage: standard('IMS; browsers open channels in-band (RFC 8832)'),
		explain: (fields) =>
			`For data channel ${clip(fields.get('stream-id'))}: ${quote(fields.get('attribute'))}.`,
		identity: ['stream-id', 'attribute']
	}
};
