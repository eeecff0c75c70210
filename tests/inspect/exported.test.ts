import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import {
	ANSWER,
	OFFER,
	cell,
	each,
	escaped,
	expectExchange,
	feeds,
	html,
	linesOf,
	quoted,
	tagged,
	type Form
} from './written-forms';

const json = (type: string, sdp: string) => quoted(JSON.stringify({ type, sdp })).slice(1, -1);
const message = (type: string, sdp: string) => cell(JSON.stringify({ type, sdp }));

const SHEETS: Readonly<Record<string, Form>> = {
	'with a head, of which the type is a column': (offer, answer) =>
		`time,level,type,sdp\n10:00,info,offer,${cell(offer)}\n10:01,info,answer,${cell(answer)}\n`,
	'with the type behind': (offer, answer) =>
		`id,sdp,type,user\n1,${cell(offer)},offer,jane\n2,${cell(answer)},answer,john\n`,
	'with both in one row': (offer, answer) => `id,offer,answer\n1,${cell(offer)},${cell(answer)}\n`,
	'of messages in JSON, as Kibana exports them': (offer, answer) =>
		`"@timestamp","host","message"\n"Jan 1, 2026 @ 10:00:00.000","sfu",${message('offer', offer)}\n"Jan 1, 2026 @ 10:00:01.000","sfu",${message('answer', answer)}\n`,
	'of messages with words in front': (offer, answer) =>
		`timestamp,message\n1767261600000,"offer: ${escaped(offer)}"\n1767261601000,"answer: ${escaped(answer)}"\n`,
	'of JSON in JSON': (offer, answer) =>
		`id,payload\n1,${cell(`"${json('offer', offer)}"`)}\n2,${cell(`"${json('answer', answer)}"`)}\n`,
	'with semicolons': (offer, answer) =>
		`time;type;sdp\n10:00;offer;${cell(offer)}\n10:01;answer;${cell(answer)}\n`,
	'with tabs': (offer, answer) => `1\toffer\t${cell(offer)}\n2\tanswer\t${cell(answer)}\n`,
	'with a line in each row': (offer, answer) =>
		`"@timestamp","@message"\n${tagged((line, at) => `"10:00:00.${100 + at}",${cell(line)}`)(offer, answer)}\n`,
	'with a line in each row, and the time behind': (offer, answer) =>
		`"message","time"\n${tagged((line, at) => `${cell(line)},"10:00:00.${100 + at}"`)(offer, answer)}\n`
};

const TABLES: Readonly<Record<string, Form>> = {
	'Markdown, with tags for line ends': (offer, answer) =>
		`| what | sdp |\n|---|---|\n| offer | ${linesOf(offer).join('<br>')} |\n| answer | ${linesOf(answer).join('<br>')} |\n`,
	'Markdown, each line a code': (offer, answer) =>
		`| what | sdp |\n|---|---|\n| offer | \`${linesOf(offer).join('`<br>`')}\` |\n| answer | \`${linesOf(answer).join('`<br>`')}\` |\n`,
	'psql, expanded': each(
		(text, type, at) =>
			`-[ RECORD ${at + 1} ]${'-'.repeat(40)}\ntype | ${type}\nsdp  | ${linesOf(text)
				.map((line) => line.padEnd(250))
				.join('\\r+\n     | ')}\n`
	),
	psql: (offer, answer) => {
		const rows = [offer, answer].flatMap((text, at) =>
			linesOf(text).map(
				(line, row) =>
					` ${(row === 0 ? ['offer', 'answer'][at]! : '').padEnd(6)} | ${line.padEnd(250)}\\r+`
			)
		);
		return ` type   | sdp\n--------+-----\n${rows.join('\n')}\n(2 rows)\n`;
	},
	'HTML, of which the heads say which it is': (offer, answer) =>
		`<table><tr><th>offer</th><th>answer</th></tr><tr><td><pre>${html(offer)}</pre></td><td><pre>${html(answer)}</pre></td></tr></table>`,
	'HTML, with breaks': (offer, answer) =>
		`<table><tr><td>offer</td><td>${linesOf(html(offer)).join('<br>')}</td></tr><tr><td>answer</td><td>${linesOf(html(answer)).join('<br/>')}</td></tr></table>`
};

const PAGES: Readonly<Record<string, Form>> = {
	'attributes with references': each(
		(text, type) =>
			`<textarea id="${type}" value="${html(text).replaceAll('\r\n', '&#13;&#10;')}"></textarea>`
	),
	'breaks that are shown': each(
		(text, type) => `${type}: ${linesOf(text).join('&lt;br&gt;')}&lt;br&gt;`
	),
	'references twice': each(
		(text, type) => `<pre>${html(html(JSON.stringify({ type, sdp: text })))}</pre>`
	),
	'a section that is not parsed': each((text, type) => `<${type}><![CDATA[${text}]]></${type}>`),
	'a fence in a list': each(
		(text, type, at) =>
			`${at + 1}. The ${type}:\n\n   \`\`\`sdp\n   ${linesOf(text).join('\n   ')}\n   \`\`\`\n`
	),
	'a fence in a quotation': each(
		(text, type) => `> The ${type}:\n> \`\`\`\n> ${linesOf(text).join('\n> ')}\n> \`\`\`\n`
	),
	'items of a list': each((text, type) => `${type}:\n\n* ${linesOf(text).join('\n* ')}\n`),
	'codes in a line each': each(
		(text, type) =>
			`${type}:\n\n${linesOf(text)
				.map((line) => `\`${line}\`  `)
				.join('\n')}\n`
	),
	'one heading for both': (offer, answer) =>
		`Here are the offer and answer:\n\n${feeds(offer)}\n\n${feeds(answer)}\n`
};

describe('an offer and its answer are read out of CSV', () => {
	it.each(Object.entries(SHEETS))('%s', (_, form) => expectExchange(form));

	it('whichever of its lines stands first', () => {
		const rows = linesOf(OFFER)
			.toReversed()
			.map((line, at) => `"10:00:${at}",${cell(line)}`);
		const found = recognise(`"@timestamp","message"\n${rows.join('\n')}\n`);
		expect('descriptions' in found && found.descriptions.map((one) => linesOf(one.sdp))).toEqual([
			linesOf(OFFER)
		]);
	});

	it('with quotes of its own', () => {
		const named = OFFER.replace('s=-', 's="my" call');
		const found = recognise(`id,sdp\n1,${cell(named)}\n2,${cell(ANSWER)}\n`);
		expect(found.kind === 'exchange' && found.offer.sdp).toBe(named);
	});

	it('with its candidates', () => {
		const line = 'candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host';
		const row = `3,candidate,${cell(JSON.stringify({ candidate: line, sdpMid: '0' }))}\n`;
		const found = recognise(
			`id,type,message\n1,offer,${cell(OFFER)}\n2,answer,${cell(ANSWER)}\n${row}`
		);
		expect(found).toMatchObject({ kind: 'exchange', candidates: [{ text: line, sdpMid: '0' }] });
	});
});

describe('out of a table of', () => {
	it.each(Object.entries(TABLES))('%s', (_, form) => expectExchange(form));
});

describe('out of pages and Markdown:', () => {
	it.each(Object.entries(PAGES))('%s', (_, form) => expectExchange(form));
});

describe('no table is', () => {
	it.each([
		['a line with quotes and commas', 'He said "no", "never", and v=0 is not there.\n'],
		['a quote that is never closed', '"v=0,\n"a,"b\n']
	])('%s', (_, text) => {
		expect(recognise(text).kind).toBe('unknown');
	});
});

it('takes time in proportion to the length', () => {
	for (const unit of [
		'"v=0",1\n',
		'"v=0\n,"',
		'""',
		'v=0,"a""\n',
		'| v=0<br> |\n',
		'a | b \\r+\n-+-\n'
	]) {
		const cost = costOfLength((count) => `v=0 ${unit.repeat(count)}`, 1000, recognise);
		expect([unit, cost < 8]).toEqual([unit, true]);
	}
});
