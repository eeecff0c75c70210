import { CODECS } from '../codecs/catalogue';
import { clockProblem } from '../codecs/clocks';
import type { Fields } from '../fields';
import { isPayloadType } from '../syntax';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { SDP, standard, WEBRTC } from '../usage';
import { capital, clip, quote } from '../words';
import { positiveNumber, realNumber } from './number';
import { repetition } from './payload-type';

const OPUS = CODECS.get('opus');

/** What the catalogue says of the codec that an a=rtpmap line names. */
const findFacts = (fields: Fields) => CODECS.get(fields.get('encoding').toLowerCase());
const catalogued = (fields: Fields) => fields.noted(findFacts);

const RTPMAP_SPEC = rfc(8866, '6.6');

const checkClock = positiveNumber('clock-rate', 'clock rate');
const checkChannels = positiveNumber('encoding-params', 'number of channels');

function checkFormat(fields: Fields): string | null {
	const payloadType = fields.get('payload-type');
	if (!isPayloadType(payloadType)) return 'The payload type must be a number from 0 to 127.';
	const fixed = clockProblem(
		fields.get('encoding'),
		fields.get('clock-rate'),
		fields.get('encoding-params')
	);
	if (fixed !== null) return fixed;
	return checkClock(fields) ?? (fields.has('encoding-params') ? checkChannels(fields) : null);
}

/** Codecs: what the payload types of the m= line stand for. */
export const formats: Rules = {
	rtpmap: {
		sample: 'a=rtpmap:111 opus/48000/2',
		about: 'What a payload type stands for',
		shape: '{payload-type} {encoding}/{clock-rate}[/{encoding-params}]',
		level: 'media',
		spec: (fields) => catalogued(fields)?.spec ?? RTPMAP_SPEC,
		usage: (fields) => catalogued(fields)?.usage ?? SDP,
		fields: {
			'payload-type': 'The number in the header of each RTP packet.',
			encoding: (value, _, fields) =>
				`${capital(catalogued(fields)?.label ?? `a format named ${quote(value)}`)}.`,
			'clock-rate': (value) =>
				`The RTP timestamp advances by ${clip(value)} per second${value === '90000' ? ', as for all video' : ''}.`,
			'encoding-params': (value, _, fields) =>
				value === '1'
					? 'One channel.'
					: `${clip(value)} channels${catalogued(fields) === OPUS ? ' (Opus always says 2, even for mono)' : ''}.`
		},
		explain: (fields, line) => {
			const name = fields.get('encoding');
			const payloadType = fields.get('payload-type');
			const what = catalogued(fields)?.label ?? `a format named ${quote(name)}`;
			const codec = line.section.codecs.get(payloadType);
			// Another line may have given the payload type to another codec.
			const variant = codec?.name === name ? codec.variant : '';
			return `RTP packets with payload type ${clip(payloadType)} carry ${what}${variant === '' ? '' : `; here${variant}`}.`;
		},
		check: checkFormat,
		around: repetition,
		identity: ['payload-type']
	},
	ptime: {
		sample: 'a=ptime:20',
		about: 'How much audio a packet should carry',
		shape: '{packet-time}',
		level: 'media',
		spec: rfc(8866, '6.4'),
		usage: standard('SIP phones, and applications that set it'),
		explain: (fields) =>
			`This side would like packets that carry ${clip(fields.get('packet-time'))} ms of audio each.`,
		fields: { 'packet-time': 'Milliseconds of audio in a packet.' },
		check: realNumber('packet-time', 'time')
	},
	maxptime: {
		sample: 'a=maxptime:60',
		about: 'How much audio a packet may carry',
		shape: '{max-packet-time}',
		level: 'media',
		spec: rfc(8866, '6.5'),
		usage: WEBRTC,
		explain: (fields) =>
			`A packet may carry at most ${clip(fields.get('max-packet-time'))} ms of audio.`,
		fields: { 'max-packet-time': 'Milliseconds of audio in a packet, at most.' },
		check: realNumber('max-packet-time', 'time')
	}
};
