import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { MSID_DRAFT, rfc } from '../spec';
import { isSsrc, isToken, noToken } from '../syntax';
import type { Spec, Usage } from '../types';
import { legacy, SDP, vendor, WEBRTC } from '../usage';
import { clip, listValues, quote } from '../words';

interface SourceAttribute {
	readonly spec: Spec;
	readonly usage: Usage;
	/** Completes "The stream with SSRC 1 …". */
	readonly meaning: (value: string) => string;
}

const PLAN_B = legacy('Chrome with Plan B, before 2019');

const SOURCE_ATTRIBUTES: ReadonlyMap<string, SourceAttribute> = new Map([
	[
		'cname',
		{
			spec: rfc(5576, '6.1'),
			usage: WEBRTC,
			meaning: (value) =>
				`comes from the endpoint ${quote(value)}: streams with one CNAME share a clock and can be played in sync`
		}
	],
	[
		'msid',
		{
			spec: MSID_DRAFT,
			usage: legacy('drafts of RFC 8830; Chromium still writes it beside a=msid'),
			meaning: (value) => {
				const space = value.indexOf(' ');
				const stream = space === -1 ? value : value.slice(0, space);
				const name = space === -1 ? '' : `track ${clip(value.slice(space + 1))}`;
				if (stream === '-') return `is ${name || 'a track'}, which belongs to no MediaStream`;
				return `${name === '' ? '' : `is ${name} and `}belongs to MediaStream ${clip(stream)}`;
			}
		}
	],
	[
		'mslabel',
		{ spec: MSID_DRAFT, usage: PLAN_B, meaning: (value) => `belongs to MediaStream ${clip(value)}` }
	],
	[
		'label',
		{ spec: MSID_DRAFT, usage: PLAN_B, meaning: (value) => `belongs to track ${clip(value)}` }
	],
	[
		'previous-ssrc',
		{
			spec: rfc(5576, '6.2'),
			usage: SDP,
			meaning: (value) => `continues the one that had SSRC ${clip(value)}`
		}
	],
	[
		'fmtp',
		{
			spec: rfc(5576, '6.3'),
			usage: SDP,
			meaning: (value) => `uses the format parameters ${clip(value)}`
		}
	]
]);

const SSRC_SPEC = rfc(5576, '4.1');
const GROUP_SPEC = rfc(5576, '4.2');

const findAttribute = (fields: Fields) => SOURCE_ATTRIBUTES.get(fields.get('attribute'));
const attributeOf = (fields: Fields) => fields.noted(findAttribute);

/** What an ssrc-group makes of its streams, given their SSRCs. */
const GROUPS: ReadonlyMap<
	string,
	{ spec: Spec; usage: Usage; meaning: (ids: string[]) => string }
> = new Map([
	[
		'FID',
		{
			spec: rfc(5576, '4.2'),
			usage: WEBRTC,
			meaning: ([media = '', ...repairs]: string[]) =>
				repairs.length === 1
					? `Stream ${listValues(repairs)} repeats lost packets of stream ${clip(media)} (RTX)`
					: `Streams ${listValues(repairs)} repeat lost packets of stream ${clip(media)} (RTX)`
		}
	],
	[
		'SIM',
		{
			spec: rfc(5576, '4.2'),
			usage: vendor('Chromium: simulcast by SSRC, before a=rid'),
			meaning: (ids: string[]) =>
				`Streams ${listValues(ids)} show the same picture in rising size (simulcast)`
		}
	],
	[
		'FEC-FR',
		{
			spec: rfc(5956, '4.3'),
			usage: vendor('Chromium, where FlexFEC is switched on'),
			meaning: (ids: string[]) =>
				`Stream ${clip(ids.at(-1) ?? '')} carries error correction for ${ids.length > 2 ? 'streams' : 'stream'} ${listValues(ids.slice(0, -1))}`
		}
	],
	[
		'FEC',
		{
			spec: rfc(5576, '4.2'),
			usage: SDP,
			meaning: (ids: string[]) => `Streams ${listValues(ids)} are media and their error correction`
		}
	],
	[
		'DUP',
		{
			spec: rfc(7104, '3'),
			usage: SDP,
			meaning: (ids: string[]) => `Streams ${listValues(ids)} carry the same packets twice`
		}
	]
]);

function ssrcMeaning(value: string, line: Line): string {
	const role = line.section.roleOfSsrc(value);
	return `The SSRC, which every RTP packet of the stream carries${role === null ? '' : `: ${role}`}.`;
}

const NO_SSRC = 'An SSRC is a number of 32 bits.';

/** `previous-ssrc:1 2`: one SSRC or several (RFC 5576, 6.2). */
const areSsrcs = (value: string) => value.split(' ').every(isSsrc);

/** A group lists one stream at least, and each has an a=ssrc line in its section (RFC 5576, 4.2). */
function checkGroup(fields: Fields, { section }: Line): string | null {
	if (!isToken(fields.get('semantics'))) return noToken('The semantics are');
	const ids = fields.all('ssrc-id');
	if (!ids.every(isSsrc)) return NO_SSRC;
	if (ids.length > 1 && new Set(ids).size !== ids.length) return 'A stream is named twice.';
	const stray = ids.find((id) => section.lineOf('ssrc', id) === undefined);
	return stray === undefined ? null : `No a=ssrc line describes stream ${stray}.`;
}

/** Streams by SSRC, the number in each RTP packet (RFC 5576). */
export const sources: Rules = {
	ssrc: {
		sample: 'a=ssrc:3195327362 cname:7Aojg/MeDeW88zal',
		about: 'One RTP stream of this side',
		shape: '{ssrc-id} {attribute}[:{value*}]',
		level: 'media',
		spec: (fields) => attributeOf(fields)?.spec ?? SSRC_SPEC,
		usage: (fields) => attributeOf(fields)?.usage ?? SDP,
		fields: {
			'ssrc-id': ssrcMeaning,
			attribute: (value) =>
				SOURCE_ATTRIBUTES.has(value)
					? 'What is said of the stream.'
					: 'An attribute that is not known for streams.',
			value: (value, _, fields) =>
				`The stream ${attributeOf(fields)?.meaning(value) ?? 'has this value'}.`
		},
		explain: (fields, line) => {
			const id = fields.get('ssrc-id');
			const role = line.section.roleOfSsrc(id);
			const meaning =
				(fields.has('value') ? attributeOf(fields)?.meaning(fields.get('value')) : undefined) ??
				`has the attribute ${quote(fields.get('attribute'))}`;
			return `The RTP stream with SSRC ${clip(id)}${role === null ? '' : ` (${role})`} ${meaning}.`;
		},
		check: (fields) => {
			if (!isSsrc(fields.get('ssrc-id'))) return NO_SSRC;
			if (attributeOf(fields) === undefined) return null;
			if (!fields.has('value')) return `The ${fields.get('attribute')} has no value.`;
			return fields.get('attribute') === 'previous-ssrc' && !areSsrcs(fields.get('value'))
				? NO_SSRC
				: null;
		},
		identity: ['ssrc-id', 'attribute']
	},
	'ssrc-group': {
		sample: 'a=ssrc-group:FID 3239603703 1814042788',
		about: 'How RTP streams of this side belong together',
		shape: '{semantics} {ssrc-id...}',
		level: 'media',
		spec: (fields) => GROUPS.get(fields.get('semantics'))?.spec ?? GROUP_SPEC,
		usage: (fields) => GROUPS.get(fields.get('semantics'))?.usage ?? SDP,
		fields: {
			semantics: (value) =>
				GROUPS.has(value) ? 'What the streams are to each other.' : 'A relation that is not known.',
			'ssrc-id': ssrcMeaning
		},
		explain: (fields) => {
			const ids = fields.all('ssrc-id');
			const meaning =
				ids.length > 1 ? GROUPS.get(fields.get('semantics'))?.meaning(ids) : undefined;
			if (ids.length === 1) {
				return `Stream ${listValues(ids)} is alone in its group of kind ${quote(fields.get('semantics'))}.`;
			}
			return `${meaning ?? `Streams ${listValues(ids)} form a group of kind ${quote(fields.get('semantics'))}`}.`;
		},
		check: checkGroup,
		identity: ['semantics', 'ssrc-id']
	}
};
