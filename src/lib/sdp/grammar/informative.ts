import type { Rules } from '../rule';
import { rfc } from '../spec';
import { SDP, standard } from '../usage';
import { clip, quote } from '../words';

/** What is told for people and programs to know, and changes nothing in the connection. */
export const informative: Rules = {
	tool: {
		sample: 'a=tool:example 1.0',
		about: 'The program that made the description',
		shape: '{tool*}',
		level: 'session',
		spec: rfc(8866, '6.3'),
		usage: SDP,
		fields: { tool: 'Name and version of the program.' },
		explain: (fields) => `The description was made with ${quote(fields.get('tool'))}.`
	},
	lang: {
		sample: 'a=lang:en',
		about: 'The language of the media',
		shape: '{language-tag}',
		level: 'both',
		spec: rfc(8866, '6.12'),
		usage: SDP,
		fields: { 'language-tag': 'A language by BCP 47: en, de-CH, …' },
		explain: (fields) => `The media are in the language ${quote(fields.get('language-tag'))}.`
	},
	label: {
		sample: 'a=label:1',
		about: 'A name for this section',
		shape: '{label}',
		level: 'media',
		spec: rfc(4574, '4'),
		usage: standard('SIP conferences; browsers do not write it'),
		fields: { label: 'A name that means something to the application only.' },
		explain: (fields) => `An application calls this section ${quote(fields.get('label'))}.`
	},
	content: {
		sample: 'a=content:slides',
		about: 'What the section shows',
		shape: '{mediacnt-tag*}',
		level: 'media',
		spec: rfc(4796, '5'),
		usage: standard('SIP conferences; browsers ignore it'),
		fields: { 'mediacnt-tag': 'slides, speaker, main, alt, sl or user-floor.' },
		explain: (fields) => `The section shows: ${clip(fields.get('mediacnt-tag'))}.`
	}
};
