import { FEEDBACK, type Feedback } from '../codecs/feedback';
import type { Fields } from '../fields';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { SDP, standard, WEBRTC } from '../usage';
import { clip, list, quote } from '../words';
import { wholeNumber } from './number';
import { strayPayloadType } from './payload-type';
import { ADDRESS_TYPE, addressMeaning, announcedAddress, isPlaceholder } from './address';

/** The rest of the line is the key, for most lines: `nack pli`, `transport-cc`. */
function findFeedback(fields: Fields): Feedback | undefined {
	const id = fields.indexOf('rtcp-fb-id');
	if (id === -1) return undefined;
	const whole = FEEDBACK.get(fields.text.slice(fields.startAt(id)));
	if (whole !== undefined) return whole;
	// What follows the first parameter, such as TMMBR's smaxpr, does not change the kind.
	const [first = ''] = fields.get('rtcp-fb-param').split(' ', 1);
	return (
		FEEDBACK.get(`${fields.at(id)} ${first}`) ??
		(fields.at(id) === 'trr-int' ? FEEDBACK.get('trr-int') : undefined)
	);
}

const FEEDBACK_SPEC = rfc(4585, '4.2');
const feedbackOf = (fields: Fields) => fields.noted(findFeedback);

/** The names behind the abbreviations (RFC 4585, 4.2 and the IANA registry). */
const FEEDBACK_NAMES: ReadonlyMap<string, string> = new Map([
	['pli', 'Picture Loss Indication.'],
	['sli', 'Slice Loss Indication.'],
	['rpsi', 'Reference Picture Selection Indication.'],
	['fir', 'Full Intra Request.'],
	['tmmbr', 'Temporary Maximum Media Stream Bit Rate Request.'],
	['tstr', 'Temporal-Spatial Trade-off Request.'],
	['vbcm', 'Video Back Channel Message.'],
	['lrr', 'Layer Refresh Request.'],
	['ccfb', 'Congestion Control Feedback.'],
	['ecn', 'Explicit Congestion Notification.']
]);

const interval = (value: string) => (value === '' ? 'some time' : `${clip(value)} ms`);

/** The extended reports that a=rtcp-xr can ask for (RFC 3611, 5.1). */
const EXTENDED_REPORTS: ReadonlyMap<string, string> = new Map([
	['rcvr-rtt', 'measure the round trip from the receiver too'],
	['pkt-loss-rle', 'report which packets were lost'],
	['pkt-dup-rle', 'report which packets came twice'],
	['pkt-rcpt-times', 'report when packets arrived'],
	['stat-summary', 'sum up loss and jitter'],
	['voip-metrics', 'report how good the sound is']
]);

const reportOf = (format: string) => EXTENDED_REPORTS.get(format.split('=', 1)[0] ?? '');

const checkPort = wholeNumber('port', 'port', 65535);
const checkAddress = announcedAddress('connection-address');

/** RTCP: the reports and requests that travel beside RTP. */
export const rtcp: Rules = {
	rtcp: {
		sample: 'a=rtcp:9 IN IP4 0.0.0.0',
		about: 'Where RTCP goes if it has a port of its own',
		shape: '{port}[ {nettype} {addrtype} {connection-address}]',
		level: 'media',
		spec: rfc(3605, '2.1'),
		usage: WEBRTC,
		fields: {
			port: (value) =>
				value === '9' ? 'Port 9 (discard) stands for none.' : `The port for RTCP, ${clip(value)}.`,
			...ADDRESS_TYPE,
			'connection-address': addressMeaning
		},
		explain: (fields, { section }) => {
			const address = fields.get('connection-address');
			const port = `port ${clip(fields.get('port'))}${address === '' ? '' : ` of ${clip(address)}`}`;
			if (!section.usesIce && section.attribute('rtcp-mux') === undefined) {
				return `RTCP goes to ${port}.`;
			}
			return fields.get('port') === '9' && (address === '' || isPlaceholder(address))
				? 'A placeholder: no address for RTCP has been chosen, and with a=rtcp-mux none is needed.'
				: `If RTP and RTCP are not multiplexed, RTCP goes to ${port}.`;
		},
		check: (fields) => checkPort(fields) ?? checkAddress(fields)
	},
	'rtcp-mux': {
		sample: 'a=rtcp-mux',
		about: 'RTP and RTCP share a port',
		shape: '',
		level: 'media',
		spec: rfc(5761, '5.1.1'),
		usage: WEBRTC,
		explain: () => 'RTP and RTCP share one port, so that one connection is enough for both.'
	},
	'rtcp-mux-only': {
		sample: 'a=rtcp-mux-only',
		about: 'RTP and RTCP must share a port',
		shape: '',
		level: 'media',
		spec: rfc(8858, '3'),
		usage: WEBRTC,
		explain: () => 'RTP and RTCP must share one port: this side has no second one to fall back on.'
	},
	'rtcp-rsize': {
		sample: 'a=rtcp-rsize',
		about: 'Short RTCP packets',
		shape: '',
		level: 'media',
		spec: rfc(5506, '5'),
		usage: WEBRTC,
		explain: () => 'RTCP packets may be short: feedback without the full report before it.'
	},
	'rtcp-fb': {
		sample: 'a=rtcp-fb:* nack pli',
		about: 'Feedback that the receiver gives',
		shape: '{rtcp-fb-pt} {rtcp-fb-id}[ {rtcp-fb-param*}]',
		level: 'media',
		spec: (fields) => feedbackOf(fields)?.spec ?? FEEDBACK_SPEC,
		usage: (fields) => feedbackOf(fields)?.usage ?? SDP,
		fields: {
			'rtcp-fb-pt': (value, line) => {
				if (value === '*') return 'All payload types.';
				const codec = line.section.describe(value);
				return `Payload type ${clip(value)}${codec === null ? '' : `: ${codec}`}.`;
			},
			'rtcp-fb-id': (_value, _line, fields) =>
				`The receiver ${feedbackOf(fields)?.meaning ?? 'gives feedback of a kind that is not known'}.`,
			'rtcp-fb-param': (value, _line, fields) => {
				if (fields.get('rtcp-fb-id') === 'trr-int')
					return `${interval(value)} between two reports.`;
				const space = value.indexOf(' ');
				const name = space === -1 ? value : value.slice(0, space);
				return FEEDBACK_NAMES.get(name) ?? 'Which feedback of that kind.';
			}
		},
		explain: (fields, line) => {
			const format = fields.get('rtcp-fb-pt');
			const codec = line.section.codecs.get(format);
			const subject =
				format === '*'
					? 'all payload types'
					: codec === undefined
						? `payload type ${clip(format)}`
						: `${clip(codec.name)} (${clip(format)})`;
			const meaning = feedbackOf(fields)?.meaning;
			if (fields.get('rtcp-fb-id') === 'trr-int') {
				return `For ${subject}, the receiver leaves at least ${interval(fields.get('rtcp-fb-param'))} between two of its regular reports.`;
			}
			return meaning === undefined
				? `Feedback for ${subject} of a kind that is not known: ${quote(line.value.slice(format.length + 1))}.`
				: `For ${subject}, the receiver ${meaning}.`;
		},
		around: (format, line) => (format === '*' ? null : strayPayloadType(format, line)),
		identity: ['rtcp-fb-pt', 'rtcp-fb-id', 'rtcp-fb-param']
	},
	'rtcp-xr': {
		sample: 'a=rtcp-xr:rcvr-rtt=all',
		about: 'Extended reports that this side asks for',
		shape: '[{xr-format...}]',
		level: 'both',
		spec: rfc(3611, '5.1'),
		usage: standard('Chromium and SIP phones'),
		fields: {
			'xr-format': (value) =>
				`The other side is asked to ${reportOf(value) ?? 'send a report that is not known'}.`
		},
		explain: (fields) => {
			const wanted = fields
				.all('xr-format')
				.slice(0, 8)
				.map((format) => reportOf(format) ?? `send ${quote(format)}`);
			return wanted.length === 0
				? 'Extended reports are understood, none is asked for.'
				: `This side asks for extended reports, to ${list(wanted)}.`;
		}
	}
};
