import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import {
	ANSWER,
	OFFER,
	bytesOf,
	each,
	escaped,
	expectExchange,
	feeds,
	linesOf,
	quoted,
	tagged,
	type Form
} from './written-forms';

/** Lines in literals of their own, with something between them. */
const listed = (front: string, between: string, behind: string, mark = '"') =>
	each(
		(text, type) =>
			`${type}: ${front}${linesOf(text)
				.map((line) => mark + line + mark)
				.join(between)}${behind}`
	);
const broken = (text: string, width: number, between: string) =>
	escaped(text).replace(new RegExp(`(?:\\\\.|[^\\\\]){1,${width}}`, 'g'), `$&${between}`);

const LISTS: Readonly<Record<string, Form>> = {
	'JSON in one line': listed('[', ',', ']'),
	'a literal of JavaScript in one line': listed('[', ', ', '];', "'"),
	'a list with an element a line': listed('[\n  ', ',\n  ', '\n]', "'"),
	'the console, folded': listed('(179) [', ', ', ']', "'"),
	'a slice of Go': listed('[', ' ', ']'),
	'var_dump of PHP': each(
		(text, type) =>
			`${type}\narray(9) {\n${linesOf(text)
				.map((line, at) => `  [${at}]=>\n  string(${line.length}) "${line}"`)
				.join('\n')}\n}`
	),
	'print_r of PHP': each(
		(text, type) =>
			`${type}\nArray\n(\n${linesOf(text)
				.map((line, at) => `    [${at}] => ${line}`)
				.join('\n')}\n)`
	),
	'a list of bytes in Python': each(
		(text, type) =>
			`${type}: [${linesOf(text)
				.map((line) => `b'${line}\\r\\n'`)
				.join(', ')}]`
	),
	'binaries of Erlang': each(
		(text, type) =>
			`{${type}, [${linesOf(text)
				.map((line) => `<<"${line}">>`)
				.join(',')}]}`
	),
	'literals with a sign between in one line': each(
		(text, type) =>
			`[${type}:{ sdp: ${linesOf(text)
				.map((line) => `'${line}\\r\\n'`)
				.join(' + ')} }]`
	),
	'literals that Elixir puts together': each(
		(text, type) =>
			`%{sdp: ${linesOf(text)
				.map((line) => `"${line}\\r\\n"`)
				.join(' <>\n    ')}, type: :${type}}`
	),
	'a list that is joined by commas': each((text, type) => `${type}: ${linesOf(text).join(', ')}`),
	'a slice of Go without quotes': each((text, type) => `${type} [${linesOf(text).join(' ')}]`)
};

const PRINTS: Readonly<Record<string, Form>> = {
	'%q of Go': each((text, type) => `${type} ${quoted(text)}`),
	'%#v of Go': each(
		(text, type) =>
			`&webrtc.SessionDescription{Type:${type === 'offer' ? 1 : 3}, SDP:${quoted(text)}, parsed:(*sdp.SessionDescription)(0xc0001)}`
	),
	'%+v of Go': each((text, type) => `{Type:${type} SDP:${text} parsed:0xc0003a2000}`),
	'Swift, unwrapped or not': each(
		(text, type) => `Optional(RTCSessionDescription:\n${type}\n${text})`
	),
	'Objective-C': each(
		(text, type) =>
			`<RTCSessionDescription: 0x2820b4e40> RTCSessionDescription:\n${type}\n${feeds(text)}`
	),
	'a dictionary of Objective-C': each(
		(text, type) => `{\n    sdp = "${escaped(text)}";\n    type = ${type};\n}`
	),
	'bytes of Python': each(
		(text, type) => `${type} = b'${text.replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`
	),
	'pprint of Python': each(
		(text, type) =>
			`{'sdp': ${linesOf(text)
				.map((line) => `'${line}\\r\\n'`)
				.join('\n        ')},\n 'type': '${type}'}`
	),
	'a tuple of Erlang': each((text, type) => `{${type},<<"${escaped(text)}">>}`),
	'a binary of Erlang, broken at its width': each(
		(text, type) => `[{${type},<<"${broken(text, 72, '"\n          "')}">>}]`
	),
	'a struct of Elixir': each(
		(text, type) => `%ExWebRTC.SessionDescription{type: :${type}, sdp: ${quoted(text)}}`
	),
	'a hash of Ruby': each((text, type) => `{"type"=>"${type}", "sdp"=>${quoted(text)}}`),
	Rust: each(
		(text, type) =>
			`RTCSessionDescription { sdp_type: ${type.replace(/^./, (one) => one.toUpperCase())}, sdp: ${quoted(text)}, parsed: None }`
	),
	Java: each(
		(text, type) => `SessionDescription{type=${type.toUpperCase()}, description='${text}'}`
	),
	'a block of YAML': (offer, answer) =>
		`offer: |\n  ${linesOf(offer).join('\n  ')}\nanswer: |-\n  ${linesOf(answer).join('\n  ')}\n`,
	'YAML in quotes, broken at its width': each(
		(text, type) => `${type}: "${escaped(text).replace(/((?:\\.|[^\\]){70,80}) /g, '$1\\\n  \\ ')}"`
	),
	'Node with colours': each(
		(text, type) =>
			`{\n  type: \u001b[32m'${type}'\u001b[39m,\n  sdp: \u001b[32m'${linesOf(text).join("\\r\\n'\u001b[39m +\n    \u001b[32m'")}\\r\\n'\u001b[39m\n}`
	)
};

const BYTES: Readonly<Record<string, Form>> = {
	Go: each((text, type) => `${type} [${bytesOf(text).join(' ')}]`),
	Erlang: each((text, type) => `{${type},<<${bytesOf(text).join(',')}>>}`),
	C: each((text, type) => {
		const numbers = bytesOf(text).map((byte) => `0x${byte.toString(16).padStart(2, '0')}`);
		return `unsigned char ${type}[] = {\n${numbers.join(', ').replace(/(.{70}) /g, '$1\n ')}\n};`;
	}),
	'a Buffer of Node': each(
		(text, type) =>
			`${type} <Buffer ${Buffer.from(text)
				.toString('hex')
				.replace(/..(?=.)/g, '$& ')}>`
	),
	'JSON of such a Buffer': (offer, answer) =>
		JSON.stringify({ offer: Buffer.from(offer), answer: Buffer.from(answer) }),
	'JSON of an Uint8Array': (offer, answer) =>
		JSON.stringify({ offer: { ...bytesOf(offer) }, answer: { ...bytesOf(answer) } })
};

describe('an offer and its answer are read as lists of lines:', () => {
	it.each(Object.entries(LISTS))('%s', (_, form) => expectExchange(form));
});

describe('as languages print them:', () => {
	it.each(Object.entries(PRINTS))('%s', (_, form) => expectExchange(form));
});

describe('as numbers of their bytes:', () => {
	it.each(Object.entries(BYTES))('%s', (_, form) => expectExchange(form));
});

describe('with the colours of a terminal:', () => {
	it.each([
		['as they are', '\u001b[36m', '\u001b[0m'],
		['as cat -v shows them', '^[[36m', '^[[0m'],
		['as rsyslog escapes them', '#033[36m', '#033[0m'],
		['without what began them', '[36m', '[0m']
	])('%s', (_, on, off) => expectExchange(tagged((line) => `${on}web_1  |${off} ${line}`)));
});

describe('what is not all there is not taken for the whole', () => {
	const first = linesOf(OFFER).slice(0, 5);
	const lost = (text: string) => {
		const found = recognise(text);
		return 'descriptions' in found ? found.descriptions.map((one) => one.lost) : [];
	};

	it.each([
		['a list that a console shortened', `(179) ['${first.join("', '")}', …]`],
		[
			'bytes of which Node shows some',
			`<Buffer ${Buffer.from(OFFER.slice(0, 120))
				.toString('hex')
				.replace(/..(?=.)/g, '$& ')} ... 900 more bytes>`
		]
	])('%s', (_, text) => {
		expect(lost(text)).toEqual(['shortened']);
	});

	it('but what stands unfolded beside such a list is', () => {
		const rows = linesOf(OFFER).map((line, at) => `${at}: "${line}"`);
		expect(lost(`(179) ['${first.join("', '")}', …]\n${rows.join('\n')}\nlength: 179`)).toEqual([
			null
		]);
	});
});

describe('nothing is read out of', () => {
	it.each([
		['a list of words', '["v=1", "w=2", "x=3"]'],
		['a list that only begins so', '["v=0", "other", "words"]'],
		['other bytes', `[${bytesOf('nothing of a call is in this list of bytes, is it').join(', ')}]`]
	])('%s', (_, text) => {
		expect(recognise(text).kind).toBe('unknown');
	});
});

it('each of several lists is read', () => {
	const list = (text: string) => `["${linesOf(text).join('","')}"]`;
	const found = recognise(
		`${list(OFFER)} and ${list(ANSWER)} and ${list(OFFER.replace('- ', 'x '))}`
	);
	expect('descriptions' in found && found.descriptions.length).toBe(3);
});

it.each([
	'"v=0","o=1",',
	"'v=0' '",
	'"v=0\\r\\n" ',
	'\\\\"v=0',
	'118,61,48,',
	'"v=0\\r\\n\\\n',
	'\u001b[3',
	'[0m'
])('takes time in proportion to the length of a text of %j', (unit) => {
	expect(costOfLength((count) => unit.repeat(count), 1000, recognise)).toBeLessThan(8);
});
