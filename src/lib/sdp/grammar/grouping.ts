import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { isToken, noToken } from '../syntax';
import type { Spec } from '../types';
import { SDP, WEBRTC } from '../usage';
import { capital, clip, count, list, quote } from '../words';

/** The semantics of a=group, and what they do with the sections they join. */
const SEMANTICS: ReadonlyMap<string, { spec: Spec; meaning: string }> = new Map([
	[
		'BUNDLE',
		{
			spec: rfc(9143, '5'),
			meaning: 'share one transport: one ICE connection, one DTLS handshake, one port'
		}
	],
	['LS', { spec: rfc(5888, '7'), meaning: 'are to be played in sync (lip synchronisation)' }],
	['FID', { spec: rfc(5888, '8'), meaning: 'carry the same flow in different forms' }],
	['SRF', { spec: rfc(3524), meaning: 'share one reservation of the network' }],
	['ANAT', { spec: rfc(4091), meaning: 'are the same media at other addresses, to choose from' }],
	['FEC', { spec: rfc(4756), meaning: 'belong together as media and its error correction' }],
	[
		'FEC-FR',
		{ spec: rfc(5956, '4.1'), meaning: 'belong together as media and its error correction' }
	],
	['DDP', { spec: rfc(5583, '5.2'), meaning: 'are layers that depend on one another' }],
	['DUP', { spec: rfc(7104, '3'), meaning: 'carry duplicates of the same media' }],
	['CLUE', { spec: rfc(8848, '4'), meaning: 'belong to the rooms of a telepresence call (CLUE)' }]
]);

const GROUP_SPEC = rfc(5888, '5');

/** `0 (audio)`, or the mid alone where no section has it. */
function sectionName(mid: string, line: Line): string {
	const section = line.section.description.sectionOf(mid);
	return section === undefined ? clip(mid) : `${clip(mid)} (${clip(section.kind)})`;
}

function explainGroup(fields: Fields, line: Line): string {
	const semantics = SEMANTICS.get(fields.get('semantics'));
	const mids = fields.all('identification-tag');
	if (mids.length === 0) {
		return `An empty group of kind ${quote(fields.get('semantics'))}: it joins no section.`;
	}
	const names = mids.slice(0, 12).map((mid) => sectionName(mid, line));
	const sections = mids.length > 12 ? count(mids.length, 'section') : list(names, 12);
	const meaning = semantics?.meaning ?? `form a group of kind ${quote(fields.get('semantics'))}`;
	return mids.length === 1
		? `Section ${sections} is alone in its ${clip(fields.get('semantics'))} group; sections of such a group ${meaning}.`
		: `${capital(mids.length > 12 ? sections : `sections ${sections}`)} ${meaning}.`;
}

function checkGroup(fields: Fields, line: Line): string | null {
	const { description } = line.section;
	if (!isToken(fields.get('semantics'))) return noToken('The semantics are');
	const mids = fields.all('identification-tag');
	const stray = mids.find((mid) => !description.sectionOf(mid));
	if (stray !== undefined) return `No section has the mid ${quote(stray)}.`;
	if (new Set(mids).size !== mids.length) return 'A section is named twice.';
	if (fields.get('semantics') !== 'BUNDLE') return null;
	// RFC 9143, 7.3.3 and 7.5.3: what is rejected or stopped leaves the group.
	const rejected = mids.find((mid) => description.sectionOf(mid)?.isRejected);
	return rejected === undefined
		? null
		: `Section ${quote(rejected)} has port 0 and is not bundle-only: it is rejected and may not be in the bundle.`;
}

/** Which sections belong together, and what they are called. */
export const grouping: Rules = {
	group: {
		sample: 'a=group:BUNDLE',
		about: 'A group of sections',
		shape: '{semantics}[ {identification-tag...}]',
		level: 'session',
		spec: (fields) => SEMANTICS.get(fields.get('semantics'))?.spec ?? GROUP_SPEC,
		usage: (fields) => {
			const semantics = fields.get('semantics');
			return semantics === 'BUNDLE' || semantics === 'LS' ? WEBRTC : SDP;
		},
		fields: {
			semantics: (value) =>
				`Sections of such a group ${SEMANTICS.get(value)?.meaning ?? 'belong together in a way that is not known'}.`,
			'identification-tag': (value, line) => {
				const section = line.section.description.sectionOf(value);
				return section === undefined
					? 'No section has this mid.'
					: `The ${clip(section.kind)} section whose a=mid is ${clip(value)}.`;
			}
		},
		explain: explainGroup,
		check: checkGroup,
		identity: ['semantics']
	},
	mid: {
		sample: 'a=mid:0',
		about: 'The name of this section',
		shape: '{identification-tag}',
		level: 'media',
		spec: rfc(5888, '4'),
		usage: WEBRTC,
		fields: {
			'identification-tag':
				'A name that groups, candidates, transceivers and RTP packets use for this section.'
		},
		explain: (fields) =>
			`This section is called ${quote(fields.get('identification-tag'))}, in both descriptions; candidates and RTP packets name it so.`,
		check: (fields, line) => {
			const mid = fields.get('identification-tag');
			if (!isToken(mid)) return noToken('A mid is');
			if (line.section.attribute('mid') !== line) return 'The section has a name already.';
			return line.section.description.sectionOf(mid) === line.section
				? null
				: `Another section already has the mid ${quote(mid)}.`;
		}
	},
	'bundle-only': {
		sample: 'a=bundle-only',
		about: 'The section exists only inside the bundle',
		shape: '',
		level: 'media',
		spec: rfc(9143, '6'),
		usage: WEBRTC,
		explain: () =>
			'This section has no transport of its own: if the other side cannot bundle, it must refuse it.'
	}
};
