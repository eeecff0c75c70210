import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { sdp } from './fixtures';
import { DENSE, ELEMENTS, LINES, WHOLE } from './wrappings';

const DESCRIPTIONS = ['chromium-offer-gathered', 'firefox-answer-gathered', 'jsep-offer'].map(sdp);
const [OFFER = '', ANSWER = ''] = DESCRIPTIONS;

/** What is read back, with one kind of line end. */
function readBack(text: string): string[] {
	const found = recognise(text);
	if (!('descriptions' in found)) return [];
	expect([text, found.unused, found.candidates]).toEqual([text, [], []]);
	return found.descriptions.map((one) => normalised(one.sdp));
}

/** Wrappings show line ends in ways of their own, and some the last one not at all. */
function normalised(text: string): string {
	return text.replace(/\r\n?/g, '\n').trimEnd();
}

describe('a description is read back', () => {
	const all = { ...LINES, ...WHOLE, ...ELEMENTS, ...DENSE };
	const each = Object.entries(all);
	const pages = fc.constantFrom(
		...Object.keys({ ...ELEMENTS, ...DENSE }).filter((key) => key !== 'spans that are coloured')
	);

	it.each(each)('out of %s', (_, wrap) => {
		for (const text of DESCRIPTIONS) expect(readBack(wrap(text))).toEqual([normalised(text)]);
	});

	it('out of a wrapping in a wrapping', () => {
		const lines = fc.constantFrom(...Object.keys(LINES));
		const texts = fc.constantFrom(...Object.keys(WHOLE));
		const name = fc.oneof(lines, texts);
		const pair = fc.oneof(
			fc.tuple(lines, name),
			fc.tuple(name, lines),
			fc.tuple(lines, pages),
			fc.tuple(pages, texts)
		);
		fc.assert(
			fc.property(pair, fc.constantFrom(...DESCRIPTIONS), ([first, second], text) => {
				// What replaces line ends leaves none for a code to be broken at.
				fc.pre(first !== 'base64 over several lines' || !second.startsWith('escapes'));
				const [inner, outer] = [first, second].map((key) => all[key]!);
				expect([first, second, readBack(outer!(inner!(text)))]).toEqual([
					first,
					second,
					[normalised(text)]
				]);
			}),
			{ numRuns: 400 }
		);
	});

	it.each([
		['lines of a program', (line: string) => `'${line}\\r\\n' +`, '\n'],
		['a list in JSON', (line: string) => JSON.stringify(line), ',\n'],
		['what cat shows', (line: string) => `${line}^M$`, '\n'],
		['references of XML', (line: string) => line, '&#13;&#10;'],
		['a frame', (line: string) => `│ ${line.padEnd(200)} │`, '\n'],
		['spaces of a page', (line: string) => `\u00a0\u00a0\u200b${line}`, '\n'],
		['tags', (line: string) => line, '<br>'],
		['quoted-printable', (line: string) => line.replaceAll('=', '=3D'), '\n']
	])('out of %s', (_, wrap, between) => {
		const lines = normalised(OFFER).split('\n').map(wrap).join(between);
		expect(readBack(between === ',\n' ? `[${lines}]` : lines)).toEqual([normalised(OFFER)]);
	});

	it('out of lines whose line feed is written out in front of the next', () => {
		const lines = normalised(OFFER).split('\n').join('\n\\n');
		expect(readBack(`sdp = "${lines}\n\\n"\n`)).toEqual([normalised(OFFER)]);
	});

	it.each([
		['', false],
		['\n', true],
		['\r\n', true]
	])('out of the rows of a terminal with a margin behind %j', (end, isBroken) => {
		const line = `10:00:01 -> peer: ${JSON.stringify({ type: 'offer', sdp: OFFER })}`;
		const rows = line.match(isBroken ? /.{1,120}/g : /.{1,97}/g)!;
		expect(readBack(`started\n${rows.join(`${end}${' '.repeat(26)}`)}\ndone\n`)).toEqual([
			normalised(OFFER)
		]);
	});

	it('out of the columns of a table in Markdown, each under its head', () => {
		const [offer, answer] = [OFFER, ANSWER].map((text) => normalised(text).split('\n'));
		const rows = offer!.map((line, at) => `| ${at + 1} | \`${line}\` | \`${answer![at] ?? ''}\` |`);
		const more = answer!.slice(offer!.length).map((line) => `| | | \`${line}\` |`);
		const table = ['| line | offer | answer |', '|---:|---|---|', ...rows, ...more];
		expect(readBack(`Seen here:\n\n${table.join('\n')}\n\nWhy?\n`)).toEqual(
			[OFFER, ANSWER].map(normalised)
		);
		const quoted = table.map((row) => `> ${row.replaceAll('`', '')}`).join('\n');
		expect(readBack(quoted)).toEqual([OFFER, ANSWER].map(normalised));
	});

	it('with what is escaped within it', () => {
		const text = OFFER.replace('s=-', 's="Jane\'s" \\ call');
		expect(readBack(JSON.stringify({ sdp: text }))).toEqual([normalised(text)]);
		expect(readBack(`got ${JSON.stringify({ sdp: text })}`)).toEqual([normalised(text)]);
	});

	it('byte for byte where nothing is around its lines', () => {
		for (const text of DESCRIPTIONS) {
			const found = recognise(`sent:\n${text}done`);
			expect('descriptions' in found && found.descriptions).toMatchObject([
				{ sdp: text, verbatim: true, start: 6, end: 6 + text.length }
			]);
		}
	});
});

describe('what a page shows of a description is read', () => {
	const lines = normalised(OFFER).split('\n');
	/** How a page writes characters that mean something in it, or need not. */
	const written = fc.constantFrom(
		(char: string) => `&#${char.charCodeAt(0)};`,
		(char: string) => `&#x${char.charCodeAt(0).toString(16)};`,
		(char: string) => ({ '=': '&equals;', ':': '&colon;', '+': '&plus;', '/': '&sol;' })[char]!
	);

	it('whichever of its characters are references', () => {
		const some = fc.subarray(['=', ':', '+', '/'], { minLength: 1 });
		fc.assert(
			fc.property(some, written, (chars, write) => {
				const page = lines
					.map((line) =>
						line.replace(/[=:+/]/g, (char) => (chars.includes(char) ? write(char) : char))
					)
					.map((line) => `<div>${line}</div>`)
					.join('\n');
				expect(readBack(page)).toEqual([normalised(OFFER)]);
			})
		);
	});

	it('also where it is one text, as in pre', () => {
		const page = `<html><body><pre>${OFFER.replaceAll('+', '&#43;').replaceAll('/', '&#47;')}</pre></body></html>`;
		expect(readBack(page)).toEqual([normalised(OFFER)]);
		expect(readBack(OFFER.replaceAll('+', '&#43;'))).toEqual([normalised(OFFER)]);
	});

	it('offer and answer, with what is said of each', () => {
		const bare = (text: string) => text.replace(/a=setup:\w+\r\n/g, '');
		const page = (head: string, text: string) =>
			`<p>${head}</p>\n${ELEMENTS['blocks of a page']!(bare(text))}`;
		for (const text of [
			page('Offer', OFFER) + page('Answer', ANSWER),
			page('INVITE sip:a@b.c SIP/2.0', OFFER) +
				page('SIP/2.0 200 OK</p>\n<p>CSeq: 1 INVITE', ANSWER),
			`offer:\n${bare(OFFER)}${page('Answer', ANSWER)}`,
			`${page('Offer', OFFER)}answer:\n${bare(ANSWER)}`
		]) {
			const found = recognise(text);
			expect(found.kind === 'exchange' && [found.offer, found.answer]).toMatchObject(
				[OFFER, ANSWER].map((one) => ({
					sdp: expect.stringContaining(normalised(bare(one)).slice(0, 60).split('\n')[1]!) as string
				}))
			);
		}
	});

	it('without what it does not show', () => {
		const page = `<style>a=b{}</style><script>v=0;a=1</script><!-- a=mid:7 -->${ELEMENTS['blocks of a page']!(OFFER)}`;
		expect(readBack(page)).toEqual([normalised(OFFER)]);
	});
});

describe('lines of others', () => {
	const wrap = LINES['the name of a container']!;

	it('do not end a description that they stand in, and are no part of it', () => {
		const lines = wrap(OFFER).split('\n');
		lines.splice(5, 0, 'db-1   | checkpoint complete: wrote=5', 'db-1   | a=1');
		expect(readBack(lines.join('\n'))).toEqual([normalised(OFFER)]);
	});

	it.each(['x=1', 'a=1', 'web_1  | x=1', 'done: a=5', 'm=5'])('are not swallowed: %s', (line) => {
		expect(readBack(`${wrap(OFFER)}\n${line}\n`)).toEqual([normalised(OFFER)]);
	});

	it('that are SDP as well end it, and are said not to be used', () => {
		const [first, ...lines] = wrap(OFFER).split('\n');
		const found = recognise(
			[first, ...lines.slice(0, 5), 'bob | a=mid:7', ...lines.slice(5)].join('\n')
		);
		expect('unused' in found && found.unused[0]).toEqual({ line: 7, text: 'bob | a=mid:7' });
		expect('unused' in found && found.unused.length).toBeGreaterThan(50);
	});

	it('that look like SDP are said not to be used, with their numbers', () => {
		const found = recognise(`sent\n${normalised(OFFER)}\n\nbad: c=IN IP4 192.0.2.1\nx=1\n`);
		const line = normalised(OFFER).split('\n').length + 3;
		expect(found).toMatchObject({
			sentence: 'An offer; one line that looks like SDP was not used.',
			unused: [{ line, text: 'bad: c=IN IP4 192.0.2.1' }]
		});
	});
});

describe('no description is', () => {
	it.each([
		['prose', 'We know that v=0 is the first line.\nIn v=0\nnothing is said, and a=b is no line.'],
		['a program', 'let v=0\nfor (a=1; a<5; a++) {\n  b=a;\n}\nv=0;\no=new Foo();\ns=5;\n'],
		[
			'a program that makes one',
			"var sdp = 'v=0\\r\\n' +\n  'o=- ' + id + ' 2 IN IP4 127.0.0.1\\r\\n' +\n  's=-\\r\\n';\n"
		],
		['a log', 'level=info msg="a=b" v=0\nt=12 x=1\na=1\nc=4\nm=5\n'],
		['settings', '# settings\na=1\nb=2\nv=0\no=5\n']
	])('%s', (_, text) => {
		expect(recognise(text).kind).toBe('unknown');
	});

	it('a code of something else', () => {
		const code = Buffer.from('{"name":"Jane","list":[1,2,3,4,5,6,7,8,9]}').toString('base64');
		expect(recognise(`token ${code}`).kind).toBe('unknown');
		expect(recognise(`sha256 ${'0f1e2d3c'.repeat(8)}`).kind).toBe('unknown');
	});
});

describe('the type of a description is read', () => {
	const typesIn = (text: string) => {
		const found = recognise(text);
		return 'descriptions' in found
			? found.descriptions.map(({ type, stated }) => [type, stated])
			: [];
	};
	const bare = (text: string) => text.replace(/a=setup:\w+\r\n/g, '');
	const [first, second] = [bare(OFFER), bare(ANSWER)];
	const escaped = (text: string) => JSON.stringify(text);
	const both = [
		['offer', true],
		['answer', true]
	];

	it.each([
		['behind it', `(sdp=${escaped(first)}, type='offer')\n(sdp=${escaped(second)}, type='answer')`],
		[
			'in front',
			`{type: "offer", sdp: ${escaped(first)}}, {type: "answer", sdp: ${escaped(second)}}`
		],
		[
			'past other members',
			`{"sdp":${escaped(first)},"id":5,"command":"offer"} {"sdp":${escaped(second)},"command":"answer"}`
		],
		[
			'of elements',
			`<m><sdp>${first}</sdp><type>offer</type></m>\n<m><sdp>${second}</sdp><type>answer</type></m>`
		],
		[
			'in capitals',
			`D{type=OFFER, description='${first}'}\nD{type=ANSWER, description='${second}'}`
		],
		['in headings', `Local SDP (Offer)\n\n${first}\nRemote SDP (Answer)\n\n${second}`],
		[
			'from SIP',
			`INVITE sip:a@b.c SIP/2.0\nCSeq: 1 INVITE\n\n${first}\nSIP/2.0 200 OK\nCSeq: 1 INVITE\n\n${second}`
		],
		[
			'from SIP where the response offers',
			`SIP/2.0 200 OK\nCSeq: 1 INVITE\n\n${first}\nACK sip:a@b.c SIP/2.0\nCSeq: 1 ACK\n\n${second}`
		]
	])('%s', (_, text) => {
		expect(typesIn(text)).toEqual(both);
	});

	it('of the heading in front, not of the next one', () => {
		expect(typesIn(`offer:\n${first}type: answer, sdp:\n${second}`)).toEqual(both);
	});
});
