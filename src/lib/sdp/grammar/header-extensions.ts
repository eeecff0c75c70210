import type { Fields } from '../fields';
import type { Rules } from '../rule';
import { EXTENSIONS } from '../codecs/header-extension';
import { rfc } from '../spec';
import { isWhole } from '../syntax';
import { standard, vendor, WEBRTC } from '../usage';
import { capital, clip, quote } from '../words';

const EXTMAP_SPEC = rfc(8285, '5');

const findExtension = (fields: Fields) => EXTENSIONS.get(fields.get('uri'));
const extensionOf = (fields: Fields) => fields.noted(findExtension);

/** What the direction behind the id means for the side that wrote it (RFC 8285, 5). */
const DIRECTIONS: ReadonlyMap<string, string> = new Map([
	['sendrecv', 'in both directions'],
	['sendonly', 'only in what this side sends'],
	['recvonly', 'only in what this side receives'],
	['inactive', 'not for now']
]);

/** The extension that travels encrypted, by what stands after the URI (RFC 6904, 4). */
function encryptedOf(attributes: string) {
	return attributes === '' ? undefined : EXTENSIONS.get(attributes.split(' ', 1)[0]!);
}

/** RTP header extensions: small pieces of information in front of the media (RFC 8285). */
export const headerExtensions: Rules = {
	extmap: {
		sample: 'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
		about: 'An RTP header extension and its number',
		shape: '{id}[/{direction}] {uri}[ {extensionattributes*}]',
		level: 'both',
		spec: (fields) => extensionOf(fields)?.spec ?? EXTMAP_SPEC,
		usage: (fields) => extensionOf(fields)?.usage ?? vendor('whoever owns the URI'),
		fields: {
			id: (value) => {
				const id = Number(value);
				if (id > 255)
					return 'A number for the offer only: the answer gives one that packets can carry.';
				return id > 14
					? 'The number of the extension in each packet; above 14 the header needs two bytes for it.'
					: 'The number of the extension in each packet.';
			},
			direction: (value) =>
				value === 'inactive'
					? 'The extension is not used for now.'
					: `The extension is used ${DIRECTIONS.get(value) ?? 'in an unknown way'}.`,
			uri: (_value, _line, fields) =>
				`${capital(extensionOf(fields)?.name ?? 'an extension that is not known')}: the URI is a name, nothing is fetched from it.`,
			extensionattributes: (value) => {
				if (value === 'vad=on') return 'The level also tells whether somebody speaks.';
				if (value === 'vad=off') return 'The level does not tell whether somebody speaks.';
				const encrypted = encryptedOf(value);
				return encrypted === undefined
					? 'What else the extension needs to be told.'
					: `The extension that is encrypted: ${encrypted.name}.`;
			}
		},
		explain: (fields) => {
			const extension = extensionOf(fields);
			const direction = DIRECTIONS.get(fields.get('direction'));
			const limit = direction === undefined ? '' : `, ${direction}`;
			const encrypted = encryptedOf(fields.get('extensionattributes'));
			if (extension !== undefined && encrypted !== undefined) {
				return `RTP header extension ${clip(fields.get('id'))}${limit} travels encrypted: ${encrypted.meaning}.`;
			}
			return extension === undefined
				? `RTP header extension ${clip(fields.get('id'))} is ${quote(fields.get('uri'))}, which is not known${limit}.`
				: `RTP header extension ${clip(fields.get('id'))}${limit}: ${extension.meaning}.`;
		},
		check: (fields) => {
			const id = isWhole(fields.get('id')) ? Number(fields.get('id')) : 0;
			// 4096 to 4351 are for offers that have more than they can number (RFC 8285, 5).
			if (id < 1 || (id > 255 && (id < 4096 || id > 4351))) {
				return 'The number of an extension is 1 to 255, or in an offer also 4096 to 4351.';
			}
			return fields.has('direction') && !DIRECTIONS.has(fields.get('direction'))
				? 'The direction must be sendrecv, sendonly, recvonly or inactive.'
				: null;
		},
		around: (id, line) => {
			if (!line.section.repeats(line) || line.value.charAt(id.length) === '/') return null;
			// Those of an offer from 4096 on may share a number: the answer chooses (RFC 8285, 7).
			return Number(id) <= 255
				? `Another extension of this section has the number ${Number(id)}.`
				: null;
		},
		// What is encrypted tells one a=extmap:… encrypt from another (RFC 6904, 4).
		identity: ['uri', 'extensionattributes']
	},
	'extmap-allow-mixed': {
		sample: 'a=extmap-allow-mixed',
		about: 'Long and short header extensions may be mixed',
		shape: '',
		level: 'both',
		spec: rfc(8285, '6'),
		usage: WEBRTC,
		explain: () => 'RTP packets with one-byte and with two-byte header extensions may be mixed.'
	},
	cryptex: {
		sample: 'a=cryptex',
		about: 'Header extensions are encrypted',
		shape: '',
		level: 'both',
		spec: rfc(9335, '4'),
		usage: standard('WebRTC; browsers are beginning to write it'),
		explain: () => 'RTP header extensions and CSRCs are encrypted together with the media.'
	}
};
