import type { Rules } from '../rule';
import { doc, rfc } from '../spec';
import { legacy, WEBRTC } from '../usage';
import { amount, bytes, clip } from '../words';
import { wholeNumber } from './number';

const checkSctpPort = wholeNumber('sctpmap-number', 'port', 65535);
const checkStreams = wholeNumber('streams', 'number of streams', 65535);

/** Data channels: SCTP inside DTLS (RFC 8841). */
export const data: Rules = {
	'sctp-port': {
		sample: 'a=sctp-port:5000',
		about: 'The SCTP port of this side',
		shape: '{sctp-port}',
		level: 'media',
		spec: rfc(8841, '5.1'),
		usage: WEBRTC,
		fields: {
			'sctp-port': (value) =>
				value === '0'
					? 'Port 0: no SCTP association any more.'
					: 'A port inside the DTLS connection: no firewall ever sees it.'
		},
		explain: (fields) => {
			const port = fields.get('sctp-port');
			return port === '0'
				? 'Port 0 closes the SCTP association, and all data channels with it.'
				: `SCTP uses port ${clip(port)}: a number inside the DTLS connection, not one of UDP.`;
		},
		check: wholeNumber('sctp-port', 'port', 65535)
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
				value === '0' ? 'No limit.' : `${amount(value, bytes)} in one message.`
		},
		explain: (fields) => {
			const size = fields.get('max-message-size');
			if (size === '0') return 'This side accepts data channel messages of any size.';
			const inWords = amount(size, bytes);
			const exact = inWords.includes('iB') ? `${clip(size)} bytes (${inWords})` : inWords;
			return `This side accepts data channel messages of up to ${exact}.`;
		},
		check: wholeNumber('max-message-size', 'size')
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
			`SCTP port ${clip(fields.get('sctpmap-number'))} carries ${clip(fields.get('app'))}${fields.has('streams') ? `, with up to ${clip(fields.get('streams'))} streams` : ''}.`,
		check: (fields) =>
			checkSctpPort(fields) ?? (fields.has('streams') ? checkStreams(fields) : null)
	}
};
