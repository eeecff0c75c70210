import { isIceChar, strayIn } from '../../ice';
import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { legacy, standard, WEBRTC } from '../usage';
import { capital, clip, list, quote } from '../words';
import { wholeNumber } from './number';

/** What options promise: those that IANA lists, and two that browsers wrote without that. */
const ICE_OPTIONS: ReadonlyMap<string, string> = new Map([
	['trickle', 'candidates may follow one by one, after this description'],
	['ice2', 'this side follows RFC 8445'],
	['rtp+ecn', 'this side can test paths for ECN'],
	// draft-thatcher-ice-renomination
	['renomination', 'the controlling side may change its choice of a pair later'],
	['google-ice', 'ICE as Google Talk had it, which Chrome spoke before 2014']
]);

interface Credential {
	/** The field, and the attribute that it is the value of. */
	readonly name: string;
	readonly attribute: string;
	/** In words. */
	readonly what: string;
	/** The least of characters (RFC 8839, 5.4). */
	readonly least: number;
}

const UFRAG: Credential = {
	name: 'ufrag',
	attribute: 'ice-ufrag',
	what: 'username fragment',
	least: 4
};
const PASSWORD: Credential = {
	name: 'password',
	attribute: 'ice-pwd',
	what: 'password',
	least: 22
};

/** Whether the streams that the line speaks of have the other half, too: their own or the session's. */
function isPaired({ section }: Line, attribute: string): boolean {
	if (section.effective(attribute) !== undefined) return true;
	const { sections } = section.description;
	return section.index === -1 && sections.every((one) => one.attribute(attribute) !== undefined);
}

/** A check of one half of the credentials; each stream has both (RFC 8839, 5.4). */
function credential({ name, what, least }: Credential, other: Credential) {
	return (fields: Fields, line: Line): string | null => {
		const value = fields.get(name);
		if (value.length < least || value.length > 256) {
			return `The ${what} must have ${least} to 256 characters.`;
		}
		const stray = strayIn(value, isIceChar);
		if (stray !== null) {
			return `The ${what} may not have ${stray} in it: only letters, digits, + and /.`;
		}
		return isPaired(line, other.attribute)
			? null
			: `There is a ${what} and no ${other.what} (a=${other.attribute}): each stream needs both.`;
	};
}

/** ICE: how the two sides find a path to each other (RFC 8839, 5). */
export const ice: Rules = {
	'ice-ufrag': {
		sample: 'a=ice-ufrag:kCOP',
		about: 'The user name of this ICE session',
		shape: '{ufrag}',
		level: 'both',
		spec: rfc(8839, '5.4'),
		usage: WEBRTC,
		fields: {
			ufrag: 'Half of the user name in every connectivity check; a new one means an ICE restart.'
		},
		explain: (fields) =>
			`Checks sent to this side carry the user name ${quote(fields.get('ufrag'))}, a colon, and the sender’s own.`,
		check: credential(UFRAG, PASSWORD)
	},
	'ice-pwd': {
		sample: 'a=ice-pwd:322zXO/YVqIjwoHPnwz7wO9M',
		about: 'The password of this ICE session',
		shape: '{password}',
		level: 'both',
		spec: rfc(8839, '5.4'),
		usage: WEBRTC,
		fields: {
			password: 'The key of the message integrity of each check; it is never sent itself.'
		},
		explain: () =>
			'Checks sent to this side are authenticated with this password, so that strangers can neither send nor answer them.',
		check: credential(PASSWORD, UFRAG)
	},
	'ice-options': {
		sample: 'a=ice-options:trickle',
		about: 'What this ICE agent can do',
		shape: '{ice-option-tag...}',
		level: 'both',
		spec: rfc(8839, '5.6'),
		usage: WEBRTC,
		fields: {
			'ice-option-tag': (value) =>
				`${capital(ICE_OPTIONS.get(value) ?? 'an option that is not known')}.`
		},
		explain: (fields) =>
			`This ICE agent says: ${list(
				fields
					.all('ice-option-tag')
					.slice(0, 12)
					.map((tag) => `${clip(tag)} (${ICE_OPTIONS.get(tag) ?? 'an option that is not known'})`)
			)}.`
	},
	'ice-lite': {
		sample: 'a=ice-lite',
		about: 'A lite ICE agent',
		shape: '',
		level: 'session',
		spec: rfc(8839, '5.3'),
		usage: standard('servers, such as SFUs, with a public address'),
		explain: () =>
			'This side is ICE-lite: it sends no checks of its own, only answers them, so the other side controls, unless it is lite too.'
	},
	'ice-mismatch': {
		sample: 'a=ice-mismatch',
		about: 'Something on the way rewrote the addresses',
		shape: '',
		level: 'media',
		spec: rfc(8839, '5.3'),
		usage: standard('SIP; browsers do not write it'),
		explain: () =>
			'The other side’s default address matched none of its candidates, so ICE is not used here.'
	},
	'ice-pacing': {
		sample: 'a=ice-pacing:50',
		about: 'How fast this side sends its checks',
		shape: '{pacing-value}',
		level: 'session',
		spec: rfc(8839, '5.5'),
		usage: standard('ICE; browsers do not write it'),
		explain: (fields) =>
			`This side would leave ${clip(fields.get('pacing-value'))} ms between two checks; the slower of both sides wins.`,
		fields: { 'pacing-value': 'Milliseconds between two checks; 50 where nothing is said.' },
		check: wholeNumber('pacing-value', 'pacing')
	},
	'google-ice': {
		sample: 'a=google-ice',
		about: 'ICE as Google Talk had it',
		shape: '',
		level: 'both',
		spec: rfc(8839),
		usage: legacy('Chrome before 2014'),
		explain: () => 'The ICE of Google Talk, before the standard.'
	}
};
