import type { Fields } from '../fields';
import type { Rule, Rules } from '../rule';
import { rfc } from '../spec';
import { legacy, SDP, standard } from '../usage';
import { clip, list, quote } from '../words';

/** What a=type says of who speaks and who listens (RFC 8866, 6.9). */
const TYPES: ReadonlyMap<string, string> = new Map([
	['broadcast', 'A broadcast: one side sends, the others receive only.'],
	['meeting', 'A meeting: everybody may speak.'],
	['moderated', 'A moderated session: somebody gives the floor.'],
	['test', 'A test: it need not be shown to people.'],
	['H332', 'A loosely coupled H.332 session: a few speak, the others listen.']
]);

/** What a=content can name (RFC 4796, 5). */
const CONTENT: ReadonlyMap<string, string> = new Map([
	['slides', 'slides (a presentation)'],
	['speaker', 'the speaker'],
	['sl', 'sign language'],
	['main', 'the main media'],
	['alt', 'other media than the main ones'],
	['user-floor', 'whoever has the floor']
]);

const contentOf = (tag: string) => CONTENT.get(tag) ?? quote(tag);

/** Whether a text looks like a tag of BCP 47: pieces of 1 to 8 letters and digits, with dashes between them. */
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

function languageRule(name: string, of: string, section: string): Rule {
	return {
		sample: `a=${name}:en`,
		about: `The language of ${of}`,
		shape: '{language-tag}',
		level: 'both',
		spec: rfc(8866, section),
		usage: SDP,
		fields: { 'language-tag': 'A language by BCP 47: en, de-CH, …' },
		explain: (fields) =>
			name === 'lang'
				? `The media are in the language ${quote(fields.get('language-tag'))}.`
				: `Names and titles in this description are in the language ${quote(fields.get('language-tag'))}.`,
		check: (fields) =>
			LANGUAGE.test(fields.get('language-tag').slice(0, 100))
				? null
				: 'A language is a tag of BCP 47, such as en or de-CH.'
	};
}

/** A check: the text is there, for a shape of its own would not miss it. */
const present = (field: string, missing: string) => (fields: Fields) =>
	fields.has(field) ? null : missing;

/** What is told for people and programs to know, and changes nothing in the connection. */
export const informative: Rules = {
	cat: {
		sample: 'a=cat:foo.bar',
		about: 'The category of the session',
		shape: '{category*}',
		level: 'session',
		spec: rfc(8866, '6.1'),
		usage: legacy('announcements of sessions; obsolete since RFC 8866'),
		fields: { category: 'Categories with dots between them, from the general to the special.' },
		explain: (fields) =>
			`The session is of the category ${quote(fields.get('category'))}, from the general to the special.`,
		check: present('category', 'The category is missing.')
	},
	keywds: {
		sample: 'a=keywds:golf master',
		about: 'Words to find the session by',
		shape: '{keywords*}',
		level: 'session',
		spec: rfc(8866, '6.2'),
		usage: legacy('announcements of sessions; obsolete since RFC 8866'),
		fields: { keywords: 'Words that somebody may look for.' },
		explain: (fields) => `The session can be found by the words ${quote(fields.get('keywords'))}.`,
		check: present('keywords', 'The keywords are missing.')
	},
	tool: {
		sample: 'a=tool:example 1.0',
		about: 'The program that made the description',
		shape: '{tool*}',
		level: 'session',
		spec: rfc(8866, '6.3'),
		usage: SDP,
		fields: { tool: 'Name and version of the program.' },
		explain: (fields) => `The description was made with ${quote(fields.get('tool'))}.`,
		check: present('tool', 'The tool is missing.')
	},
	type: {
		sample: 'a=type:meeting',
		about: 'What kind of conference it is',
		shape: '{conference-type}',
		level: 'session',
		spec: rfc(8866, '6.9'),
		usage: SDP,
		fields: { 'conference-type': 'broadcast, meeting, moderated, test or H332.' },
		explain: (fields) =>
			TYPES.get(fields.get('conference-type')) ??
			`A conference of the type ${quote(fields.get('conference-type'))}, which SDP does not define.`,
		check: (fields) =>
			TYPES.has(fields.get('conference-type'))
				? null
				: 'The type must be broadcast, meeting, moderated, test or H332.'
	},
	charset: {
		sample: 'a=charset:ISO-8859-1',
		about: 'The character set of names and titles',
		shape: '{charset}',
		level: 'session',
		spec: rfc(8866, '6.10'),
		usage: SDP,
		fields: { charset: 'A character set as IANA calls it.' },
		explain: (fields) => {
			const charset = fields.get('charset');
			return charset.toUpperCase() === 'UTF-8'
				? 'Names and titles are written in UTF-8, as they are without this line.'
				: `Names and titles are written in ${clip(charset)} instead of UTF-8.`;
		}
	},
	sdplang: languageRule('sdplang', 'names and titles', '6.11'),
	lang: languageRule('lang', 'the media', '6.12'),
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
		explain: (fields) => {
			const tags = fields.get('mediacnt-tag').slice(0, 400).split(',');
			return `The section shows: ${list(tags.map((tag) => contentOf(tag.trim())))}.`;
		},
		check: present('mediacnt-tag', 'The mediacnt-tag is missing.')
	}
};
