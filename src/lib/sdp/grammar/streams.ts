import type { Fields } from '../fields';
import type { Rules } from '../rule';
import { doc, rfc } from '../spec';
import { legacy, WEBRTC } from '../usage';
import { clip, listValues } from '../words';

/** A word and ids, with any spaces between them: a draft's line, which nobody reads closely. */
function readSemantic(fields: Fields, from: number): void {
	for (const { 0: word, index } of fields.text.slice(from).matchAll(/[^ ]+/g)) {
		const start = from + index;
		fields.add(fields.length === 0 ? 'semantic' : 'msid-id', start, start + word.length);
	}
	if (fields.length === 0) fields.problem = 'The semantic is missing.';
}

/** Which MediaStream and MediaStreamTrack a section belongs to. */
export const streams: Rules = {
	msid: {
		sample: 'a=msid:a34d9ff5-1bfd-4e73-832a-bd81318d8266 1038945c-0b5b-4773-9e5e-48a45db964e9',
		about: 'The stream and the track that this section sends',
		shape: '{msid-id}[ {msid-appdata}]',
		level: 'media',
		spec: rfc(8830, '2'),
		usage: WEBRTC,
		fields: {
			'msid-id': (value) =>
				value === '-' ? 'The track is in no MediaStream.' : 'The id of the MediaStream.',
			'msid-appdata': 'The id of the sender’s MediaStreamTrack; newer browsers may leave it out.'
		},
		explain: (fields) => {
			const stream = fields.get('msid-id');
			const track = fields.get('msid-appdata');
			const what = track === '' ? 'The track' : `Track ${clip(track)}`;
			return stream === '-'
				? `${what} is sent without belonging to a MediaStream.`
				: `${what} belongs to MediaStream ${clip(stream)}: the other side’s track event gets a stream with this id.`;
		},
		identity: ['msid-id']
	},
	'msid-semantic': {
		sample: 'a=msid-semantic: WMS a34d9ff5-1bfd-4e73-832a-bd81318d8266',
		about: 'An old hint that the ids in a=msid lines are those of MediaStreams',
		shape: readSemantic,
		level: 'session',
		spec: doc(
			'draft-ietf-mmusic-msid-05',
			'https://datatracker.ietf.org/doc/html/draft-ietf-mmusic-msid-05'
		),
		usage: legacy('drafts of RFC 8830; Chromium and Firefox still write it, nobody needs it'),
		fields: {
			semantic: 'WMS: WebRTC MediaStreams.',
			'msid-id': (value) =>
				value === '*' ? 'All streams that a=msid lines name.' : 'The id of a MediaStream.'
		},
		explain: (fields) => {
			const ids = fields.all('msid-id').filter((id) => id !== '*');
			const which = ids.length === 0 ? '' : `: ${listValues(ids)}`;
			return `An old hint, which says nothing about what is sent: the ids in a=msid lines are those of MediaStreams${which}.`;
		}
	}
};
