import { STATIC_PAYLOAD_TYPES } from '../codecs/static-payload-types';
import type { Fields } from '../fields';
import type { Line } from '../line';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { legacy, SDP, WEBRTC } from '../usage';
import { capital, clip, count, listValues, quote } from '../words';

/** What the <proto> of an m= line stands for. */
const PROTOCOLS: ReadonlyMap<string, string> = new Map([
	['UDP/TLS/RTP/SAVPF', 'RTP encrypted with keys from DTLS (DTLS-SRTP), with fast feedback'],
	['TCP/DTLS/RTP/SAVPF', 'RTP encrypted with keys from DTLS, over TCP, with fast feedback'],
	['UDP/TLS/RTP/SAVP', 'RTP encrypted with keys from DTLS'],
	['RTP/SAVPF', 'encrypted RTP with fast feedback'],
	['RTP/SAVP', 'encrypted RTP'],
	['RTP/AVPF', 'RTP with fast feedback'],
	['RTP/AVP', 'plain RTP'],
	['UDP/DTLS/SCTP', 'data channels: SCTP inside DTLS over UDP'],
	['TCP/DTLS/SCTP', 'data channels: SCTP inside DTLS over TCP'],
	['DTLS/SCTP', 'data channels: SCTP inside DTLS, as browsers wrote it before 2017']
]);

const CURRENT = new Set([
	'UDP/TLS/RTP/SAVPF',
	'TCP/DTLS/RTP/SAVPF',
	'UDP/DTLS/SCTP',
	'TCP/DTLS/SCTP'
]);

/** What a format of an m= line is: a payload type with its codec, or the use of SCTP. */
function formatMeaning(value: string, line: Line): string {
	if (value === 'webrtc-datachannel') return 'SCTP carries WebRTC data channels.';
	// draft-ietf-mmusic-sctp-sdp-05 put the SCTP port where the format stands.
	if (line.section.isData) return `SCTP port ${clip(value)}, which a=sctpmap explains.`;
	const codec = line.section.describe(value);
	if (codec !== null) return `Payload type ${clip(value)}: ${codec}.`;
	return line.section.isRtp
		? `Payload type ${clip(value)}, for which no codec is given.`
		: `The format ${quote(value)}.`;
}

function portMeaning(port: string, line: Line): string {
	if (port === '0') {
		return line.section.isBundleOnly
			? 'Port 0 with a=bundle-only: this section has no transport of its own and relies on the bundle.'
			: 'Port 0: this section is rejected, or has been stopped.';
	}
	return port === '9'
		? 'Port 9 (discard) stands for none: the candidates bring the ports.'
		: `The port of the default candidate, ${clip(port)}.`;
}

/** The end of the sentence: what the port tells. */
function portClause(port: string, line: Line): string {
	if (port === '9') return 'port 9 is a placeholder, for the candidates bring the ports';
	if (port !== '0') return `the default candidate has port ${clip(port)}`;
	return line.section.isBundleOnly
		? 'port 0 because it travels in the bundle only'
		: 'port 0: rejected or stopped';
}

function explain(fields: Fields, line: Line): string {
	const { section } = line;
	const kind = capital(clip(fields.get('media')));
	const protocol = PROTOCOLS.get(fields.get('proto')) ?? clip(fields.get('proto'));
	const port = portClause(fields.get('port'), line);
	const formats = fields.all('fmt');
	if (!section.isRtp) return `${kind} section ${section.index}, ${protocol}; ${port}.`;
	const names = [
		...new Set(formats.slice(0, 200).map((format) => section.codecs.get(format)?.name ?? format))
	];
	const order = formats.length > 1 ? ', the preferred first' : '';
	return `${kind} section ${section.index}, ${protocol}: ${count(formats.length, 'payload type')}${order} (${listValues(names)}); ${port}.`;
}

function check(fields: Fields, line: Line): string | null {
	const port = fields.get('port');
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
		return 'The port must be a number from 0 to 65535.';
	}
	// The formats of a rejected stream mean nothing (RFC 3264, 6).
	if (!line.section.isRtp || line.section.isRejected) return null;
	const formats = fields.all('fmt');
	if (new Set(formats).size !== formats.length) return 'A payload type is listed twice.';
	const odd = formats.find((format) => !/^\d{1,3}$/.test(format) || Number(format) > 127);
	if (odd !== undefined) return `${quote(odd)} is no payload type: those are 0 to 127.`;
	const unmapped = formats.find(
		(format) => !line.section.codecs.has(format) && !STATIC_PAYLOAD_TYPES.has(format)
	);
	if (unmapped !== undefined) {
		return `Payload type ${unmapped} has no a=rtpmap line, so nobody can tell its codec.`;
	}
	const taken = formats.find((format) => Number(format) >= 64 && Number(format) <= 95);
	return taken !== undefined && line.section.attribute('rtcp-mux') !== undefined
		? `Payload type ${taken} looks like RTCP on a shared port: with a=rtcp-mux, 64 to 95 may not be used (RFC 5761, 4).`
		: null;
}

export const media: Rules = {
	m: {
		sample: 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
		about: 'The head of a media section',
		shape: '{media} {port}[/{number-of-ports}] {proto} {fmt...}',
		level: 'both',
		spec: rfc(8866, '5.14'),
		usage: (fields) => {
			const proto = fields.get('proto');
			if (CURRENT.has(proto)) return WEBRTC;
			return proto === 'DTLS/SCTP' || proto.startsWith('RTP/SAVP')
				? legacy('browsers before 2017; still understood')
				: SDP;
		},
		fields: {
			media: (value, { section }) =>
				value === 'application'
					? `Neither audio nor video${section.isData ? ': here, data channels' : ''}.`
					: `The kind of media: ${clip(value)}.`,
			port: portMeaning,
			'number-of-ports': 'How many ports are used, every second one for RTP.',
			proto: (value) =>
				`${capital(PROTOCOLS.get(value) ?? 'a transport that WebRTC does not use')}.`,
			fmt: formatMeaning
		},
		explain,
		check
	}
};
