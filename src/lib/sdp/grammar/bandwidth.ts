import type { Fields } from '../fields';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import type { Spec, Usage } from '../types';
import { isToken } from '../syntax';
import { legacy, standard } from '../usage';
import { amount, bitrate, clip, quote } from '../words';
import { wholeNumber } from './number';

interface BandwidthType {
	/** What one unit is, in bits per second. */
	readonly unit: number;
	readonly spec: Spec;
	readonly usage: Usage;
	/** Stands in front of "at most 2 Mbit/s". */
	readonly meaning: string;
	/** Stands behind it: what the number counts. */
	readonly counted?: string;
}

const BANDWIDTH_TYPES: ReadonlyMap<string, BandwidthType> = new Map([
	[
		'AS',
		{
			unit: 1000,
			spec: rfc(8866, '5.8'),
			usage: standard('WebRTC applications that limit the bit rate'),
			meaning: 'This side wants to receive',
			counted: ', headers of RTP, UDP and IP included'
		}
	],
	[
		'TIAS',
		{
			unit: 1,
			spec: rfc(3890, '6.2'),
			usage: standard('Firefox, and applications that limit the bit rate'),
			meaning: 'This side wants to receive',
			counted: ', headers of the transport not counted'
		}
	],
	[
		'CT',
		{
			unit: 1000,
			spec: rfc(8866, '5.8'),
			usage: standard('SDP in general; browsers do not write it'),
			meaning: 'All media of the session together take'
		}
	],
	[
		'RS',
		{
			unit: 1,
			spec: rfc(3556, '2'),
			usage: standard('SIP phones'),
			meaning: 'RTCP from those who send takes'
		}
	],
	[
		'RR',
		{
			unit: 1,
			spec: rfc(3556, '2'),
			usage: standard('SIP phones'),
			meaning: 'RTCP from those who only receive takes'
		}
	]
]);

/** Types that nobody has registered count in kbit/s as well (RFC 8866, 5.8). */
const rate = (value: string, type: BandwidthType | undefined) =>
	amount(value, (number) => bitrate(number * (type?.unit ?? 1000)));

const BANDWIDTH_SPEC = rfc(8866, '5.8');

const typeOf = (fields: Fields) => BANDWIDTH_TYPES.get(fields.get('bwtype'));

const checkNumber = wholeNumber('bandwidth', 'bandwidth');

export const bandwidth: Rules = {
	b: {
		sample: 'b=AS:2500',
		about: 'A bandwidth',
		shape: '{bwtype}:{bandwidth}',
		level: 'both',
		spec: (fields) => typeOf(fields)?.spec ?? BANDWIDTH_SPEC,
		usage: (fields) => typeOf(fields)?.usage ?? legacy('an unregistered extension'),
		fields: {
			bwtype: (_value, _line, fields) =>
				typeOf(fields) === undefined
					? 'A type of bandwidth that is not known.'
					: `What the number counts, and in which unit: ${typeOf(fields)?.unit === 1000 ? 'kbit/s' : 'bit/s'}.`,
			bandwidth: (value, _line, fields) => `${rate(value, typeOf(fields))}.`
		},
		explain: (fields) => {
			const type = typeOf(fields);
			const value = fields.get('bandwidth');
			return type === undefined
				? `A bandwidth of a type that is not known, ${quote(fields.get('bwtype'))}: ${clip(value)}.`
				: `${type.meaning} at most ${rate(value, type)}${type.counted ?? ''}.`;
		},
		check: (fields) =>
			isToken(fields.get('bwtype'))
				? checkNumber(fields)
				: 'The type of a bandwidth has letters, digits and a few signs only.',
		identity: ['bwtype']
	}
};
