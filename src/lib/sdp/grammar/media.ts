import { isMaskedPort } from '../../ice';
import { STATIC_PAYLOAD_TYPES } from '../codecs/static-payload-types';
import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { isPayloadType } from '../syntax';
import { legacy, SDP, WEBRTC } from '../usage';
import { capital, clip, count, listValues, quote } from '../words';
import { isPositive } from './number';

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
	if (line.section.isRejected) return 'The section is rejected, so its formats mean nothing.';
	// draft-ietf-mmusic-sctp-sdp-05 put the SCTP port where the format stands.
	if (line.section.isData) return `SCTP port ${clip(value)}, which a=sctpmap explains.`;
	const codec = line.section.describe(value);
	if (codec !== null) return `Payload type ${clip(value)}: ${codec}.`;
	return line.section.isRtp
		? `Payload type ${clip(value)}, for which no codec is given.`
		: `The format ${quote(value)}.`;
}

/** Whether this side opens a TCP connection, from a port that it need not name (RFC 4145, 4.1). */
function opensConnection({ section, fields }: Line): boolean {
	const role = section.effective('setup')?.fields.get('role');
	return fields.get('proto').startsWith('TCP') && role !== 'passive';
}

/** What a port tells where no candidate brings another. */
function portWithoutIce(port: string, line: Line): string {
	if (port !== '9') return `media goes to port ${clip(port)}`;
	return opensConnection(line)
		? 'port 9 (discard) stands for none: this side opens the TCP connection'
		: 'port 9 is the discard port, and without ICE nothing brings another';
}

function portMeaning(port: string, line: Line): string {
	const { section } = line;
	if (port === '0') {
		return section.isBundleOnly
			? 'Port 0 with a=bundle-only: this section has no transport of its own and relies on the bundle.'
			: 'Port 0: this section is rejected, or has been stopped.';
	}
	if (section.usesIce) {
		return port === '9'
			? 'Port 9 (discard) stands for none: the candidates bring the ports.'
			: `The port of the default candidate, ${clip(port)}.`;
	}
	if (port !== '9') return `The port that media goes to, ${clip(port)}.`;
	return `${capital(portWithoutIce(port, line))}${opensConnection(line) ? ' (RFC 4145, 4.1)' : ''}.`;
}

/** The end of the sentence: what the port tells. */
function portClause(port: string, line: Line): string {
	const { section } = line;
	if (port === '0') {
		return section.isBundleOnly
			? 'port 0 because it travels in the bundle only'
			: 'port 0: rejected or stopped';
	}
	if (!section.usesIce) return portWithoutIce(port, line);
	return port === '9'
		? 'port 9 is a placeholder, for the candidates bring the ports'
		: `the default candidate has port ${clip(port)}`;
}

/** Several ports: each is that of RTP, with that of RTCP behind it (RFC 8866, 5.14). */
function portsMeaning(value: string, { section }: Line, fields: Fields): string {
	if (!isPositive(value)) return 'How many ports are used, one after the other.';
	const amount = Number(value);
	if (!section.isRtp) return `${count(amount, 'port')}, one after the other.`;
	const first = Number(fields.get('port'));
	const pairs = `${count(amount, 'pair')} of RTP and RTCP, ${2 * amount} ports`;
	if (amount === 1) return `${pairs}: RTP has ${first}, RTCP the port behind it.`;
	const ports = amount === 2 ? `${first} and ${first + 2}` : `${first}, ${first + 2} and so on`;
	return `${pairs}: RTP has ${ports}, RTCP the port behind each.`;
}

function explain(fields: Fields, line: Line): string {
	const { section } = line;
	const kind = capital(clip(fields.get('media')));
	const protocol = PROTOCOLS.get(fields.get('proto')) ?? clip(fields.get('proto'));
	const port = portClause(fields.get('port'), line);
	const formats = fields.all('fmt');
	if (!section.isRtp || section.isRejected)
		return `${kind} section ${section.index}, ${protocol}; ${port}.`;
	const names = [
		...new Set(formats.slice(0, 200).map((format) => section.codecs.get(format)?.name ?? format))
	];
	const order = formats.length > 1 ? ', the preferred first' : '';
	return `${kind} section ${section.index}, ${protocol}: ${count(formats.length, 'payload type')}${order} (${listValues(names)}); ${port}.`;
}

function checkPorts(fields: Fields, isRtp: boolean): string | null {
	const amount = fields.get('number-of-ports');
	if (!isPositive(amount)) return 'The number of ports must be a number from 1 up.';
	const port = fields.get('port');
	return Number(port) + Number(amount) * (isRtp ? 2 : 1) > 65536
		? `So many ports do not fit behind ${port}: 65535 is the last.`
		: null;
}

function check(fields: Fields, line: Line): string | null {
	const port = fields.get('port');
	// What was masked in copying is no fault, and the formats behind it are judged.
	const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65535;
	if (!isPort && !isMaskedPort(port)) {
		return 'The port must be a number from 0 to 65535.';
	}
	const { section } = line;
	const ports = fields.has('number-of-ports') ? checkPorts(fields, section.isRtp) : null;
	// The formats of a rejected section mean nothing (RFC 3264, 6).
	if (ports !== null || !section.isRtp || section.isRejected) return ports;
	const formats = fields.all('fmt');
	if (new Set(formats).size !== formats.length) return 'A payload type is listed twice.';
	const odd = formats.find((format) => !isPayloadType(format));
	if (odd !== undefined) return `${quote(odd)} is no payload type: those are 0 to 127.`;
	const unmapped = formats.find(
		(format) => !section.codecs.has(format) && !STATIC_PAYLOAD_TYPES.has(format)
	);
	if (unmapped !== undefined) {
		return `Payload type ${unmapped} has no a=rtpmap line, so nobody can tell its codec.`;
	}
	const taken = formats.find((format) => Number(format) >= 64 && Number(format) <= 95);
	return taken !== undefined && section.attribute('rtcp-mux') !== undefined
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
			'number-of-ports': portsMeaning,
			proto: (value) =>
				`${capital(PROTOCOLS.get(value) ?? 'a transport that WebRTC does not use')}.`,
			fmt: formatMeaning
		},
		explain,
		check
	}
};
