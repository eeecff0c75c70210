import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { headOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered').replaceAll('\r\n', '\n');
const ANSWER = sdp('chromium-answer-gathered').replaceAll('\r\n', '\n');
const linesOf = (text: string) => text.trimEnd().split('\n');
const sectionsOf = (text: string) => text.slice(text.indexOf('m='));

function read(text: string) {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return {
		kind: found.kind,
		sdp: found.descriptions.map((one) => one.sdp.replaceAll('\r\n', '\n')),
		lost: found.descriptions.map(({ lost }) => lost),
		notes: found.notes.map(({ id }) => id)
	};
}

const WRITTEN: readonly (readonly [
	how: string,
	write: (name: string, lines: string[]) => string
])[] = [
	[
		'in literals with a sign between',
		(name, lines) => `const ${name} = ${lines.map((line) => `'${line}\\r\\n'`).join(' +\n\t')};\n`
	],
	[
		'in literals with a sign in front',
		(name, lines) =>
			`const ${name} = ''\n${lines.map((line) => `\t+ '${line}\\r\\n'`).join('\n')};\n`
	],
	[
		'in literals of C',
		(name, lines) =>
			`static const char *${name} =\n${lines.map((line) => `    "${line}\\r\\n"`).join('\n')};\n`
	],
	[
		'in brackets of Python',
		(name, lines) =>
			`${name.toUpperCase()} = (\n${lines.map((line) => `    "${line}\\r\\n"`).join('\n')}\n)\n`
	],
	[
		'in a list that is joined',
		(name, lines) =>
			`const ${name} = [\n${lines.map((line) => `\t'${line}',`).join('\n')}\n].join('\\r\\n');\n`
	],
	[
		'by a builder of strings',
		(name, lines) =>
			`var ${name} = new StringBuilder();\n${lines.map((line) => `${name}.append("${line}\\r\\n");`).join('\n')}\n`
	],
	[
		'by pushing lines',
		(name, lines) =>
			`const ${name} = [];\n${lines.map((line) => `${name}.push('${line}');`).join('\n')}\n`
	]
];

describe('several descriptions in one program are each read:', () => {
	it.each(WRITTEN)('%s', async (_, write) => {
		const text = write('offer', linesOf(OFFER)) + '\n' + write('answer', linesOf(ANSWER));
		expect(read(text)).toMatchObject({ kind: 'exchange', sdp: [OFFER, ANSWER] });
		expect(await mattersIn(text)).toEqual([]);
	});

	it.each(WRITTEN)('%s, with comments behind some of the lines', async (_, write) => {
		const plain = write('offer', linesOf(OFFER)) + '\n' + write('answer', linesOf(ANSWER));
		const commented = (comment: string) =>
			plain.replace(/^.*(?:[ovm]=|a=(?:setup|ice-pwd|mid|rtpmap):).*$/gm, `$& ${comment}`);
		for (const comment of ['// "why" it’s so', '# why, or not;', '/* why */', '-- why']) {
			const text = commented(comment);
			const { notes, ...rest } = read(text);
			expect(rest).toMatchObject({ kind: 'exchange', sdp: [OFFER, ANSWER] });
			expect(notes).toContain('remarks');
			expect(await mattersIn(text)).toEqual([]);
		}
	});

	it('and without its beginning, each line in quotes', () => {
		const lines = linesOf(sectionsOf(OFFER)).map((line) => `\t'${line}',`);
		expect(read(`const lines = [\n${lines.join('\n')}\n];\n`).sdp).toEqual([sectionsOf(OFFER)]);
	});
});

describe('what a program puts together from pieces is not missed in one of them', () => {
	const piece = (name: string, lines: readonly string[]) =>
		`const ${name} = '${lines.map((line) => `${line}\\r\\n`).join('')}';\n`;
	const [session, ...sections] = OFFER.split(/^(?=m=)/m).map(linesOf);

	it('its sections', async () => {
		const text = [session!, ...sections].map((lines, at) => piece(`part${at}`, lines)).join('');
		expect(read(text).lost).toEqual(['unread']);
		expect(await mattersIn(text)).toEqual([]);
	});

	it('but that there are none is, where they are nowhere', async () => {
		expect(await mattersIn(piece('sdp', session!))).toEqual(['sdp.no-sections']);
	});
});

describe('what a program fills in is no fault:', () => {
	it.each([
		['JavaScript', '${pwd}'],
		['Handlebars', '{{ pwd }}'],
		['ERB', '<%= pwd %>'],
		['C', '%s']
	])('in the way of %s', async (_, value) => {
		const text = OFFER.replaceAll(/^(a=(?:ice-pwd|fingerprint|mid):).*$/gm, `$1${value}`);
		expect(await mattersIn(text)).toEqual([]);
		expect(read(text).notes).toContain('filled-in');
	});

	it('and what stands there is one otherwise', async () => {
		const text = OFFER.replaceAll(/^(a=ice-pwd:).*$/gm, '$1pwd%20s');
		expect(await mattersIn(text)).toContain('sdp.ice-credentials-length');
		expect(read(text).notes).toEqual([]);
	});
});

describe('a line that begins a section is read where it stands alone', () => {
	const LINE = 'm=video 0 UDP/TLS/RTP/SAVPF 96 97';

	it.each([
		['by itself', LINE],
		['in a sentence', `The answer has ${LINE} and nothing else, why?`],
		['as a code', `I get \`${LINE}\`.`],
		['in a log', `[12:00:01] (media_session.cc) section ${LINE}`]
	])('%s', (_, text) => {
		expect(read(text).sdp).toEqual([LINE]);
	});

	it('and one that answers another is seen with it', async () => {
		const text = `offer: ${LINE.replace(' 0 ', ' 9 ')}\nanswer: ${LINE}\n`;
		expect(read(text).kind).toBe('exchange');
		expect(await mattersIn(text)).toEqual(['answer.section-rejected']);
	});

	it.each([
		['what names it', 'The m=audio line is missing.'],
		['a query', 'GET /?m=audio&n=9'],
		['a member of something', 'item=m=audio, x.m=video 9']
	])('and nothing is out of %s', async (_, text) => {
		expect((await headOf(text)).kind).toBe('unknown');
	});
});

it('takes time in proportion to the length', () => {
	for (const unit of ["'v=0' +\n", 'm=audio 9 A/B 1 ', "x('a=mid:0');\n", 'a=mid:${x}\n']) {
		expect(costOfLength((count) => unit.repeat(count), 1000, recognise)).toBeLessThan(8);
	}
});
