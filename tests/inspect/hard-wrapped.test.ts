import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');
const FIREFOX = sdp('firefox-answer-gathered');

const linesOf = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
/** What a window of a width makes of a text. */
const inWindow = (text: string, width: number) =>
	linesOf(text).flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']);
const wrapped = (text: string, width: number) => `${inWindow(text, width).join('\n')}\n`;
const json = (type: string, text: string) => JSON.stringify({ type, sdp: text });

function readBack(text: string): string[] {
	const found = recognise(text);
	if (!('descriptions' in found)) return [];
	expect([text, found.unused]).toEqual([text, []]);
	return found.descriptions.map((one) => linesOf(one.sdp).join('\n'));
}

const plain = (...texts: string[]) => texts.map((text) => linesOf(text).join('\n'));

describe('lines that a window broke in the middle of words are put together', () => {
	const widths = [48, 60, 72, 79, 80, 100, 120];

	it.each(widths)('at %i columns', (width) => {
		for (const text of [OFFER, FIREFOX])
			expect(readBack(wrapped(text, width))).toEqual(plain(text));
	});

	it.each(widths)('at %i columns, where blanks at the end were lost', (width) => {
		const text = wrapped(OFFER, width).replace(/ +$/gm, '');
		expect(readBack(text)).toEqual(plain(OFFER));
	});

	it.each([80, 132])('at %i columns, of JSON', (width) => {
		const text = wrapped(`${json('offer', OFFER)}\n${json('answer', ANSWER)}`, width);
		expect(readBack(text)).toEqual(plain(OFFER, ANSWER));
		expect(readBack(text.replace(/ +$/gm, ''))).toEqual(plain(OFFER, ANSWER));
	});

	it('with a quotation or an indent in front of each row', () => {
		for (const front of ['> ', '    ', '│ ']) {
			const rows = inWindow(OFFER, 80).map((row) => `${front}${row}\n`);
			expect(readBack(rows.join(''))).toEqual(plain(OFFER));
		}
	});

	it('with the prefix of a log that holds so much in an entry', () => {
		const rows = [json('offer', OFFER), json('answer', ANSWER)].flatMap((one) =>
			inWindow(one, 1000)
		);
		const flutter = rows.map((row) => `I/flutter (19320): ${row}\n`);
		expect(readBack(flutter.join(''))).toEqual(plain(OFFER, ANSWER));
		const logcat = rows.map((row, at) => `03-30 15:02:24.${100 + at}  2268  2615 D Rtc: ${row}\n`);
		expect(readBack(logcat.join(''))).toEqual(plain(OFFER, ANSWER));
	});

	it('and rows of JSON that a mail broke at blanks and hyphens', () => {
		const rows = (text: string) => text.match(/.{1,990}(?: |(?<=[^=]-)|$)/g) ?? [];
		const mail = [json('offer', OFFER), json('answer', ANSWER)].flatMap((one) =>
			rows(one).map((row) => `> ${row.trimEnd()}\n`)
		);
		expect(mail.length).toBeGreaterThan(8);
		expect(readBack(mail.join(''))).toEqual(plain(OFFER, ANSWER));
	});

	it('between what people write in longer lines', () => {
		const prose =
			'We tried this with two browsers on both sides, but the connection stays in checking for a while and fails.\n';
		const text = `${prose}offer:\n${wrapped(OFFER, 80)}\n${prose}answer:\n${wrapped(ANSWER, 80)}${prose}`;
		expect(readBack(text)).toEqual(plain(OFFER, ANSWER));
		expect(recognise(text)).toMatchObject({ kind: 'exchange' });
	});
});

describe('rows of one width that were broken at blanks', () => {
	const head = linesOf(OFFER).filter(
		(line) => !/^a=(?:candidate|fingerprint|extmap|msid|ssrc)/.test(line)
	);
	const candidate = (component: number, more: string) =>
		`a=candidate:H5b79513e ${component} udp 213070643${component} 11.111.11.11 2472${component} ${more}`;
	const broken = (...pieces: readonly string[]) =>
		[...head, ...pieces.flatMap((piece) => piece.split('|')), 'a=x-last:1', ''].join('\n');

	it.each([
		'typ host|generation 0 svn 16',
		'|typ host generation 0',
		'typ srflx|raddr 192.168.1.4 rport 5000',
		'typ srflx raddr 192.168.1.4|rport 5000',
		'typ host generation 0|ufrag abcd',
		'typ host generation 0 ufrag abcd|network-id 1 network-cost 10',
		'typ host generation 0|network-cost 10',
		'typ host|tcptype passive'
	])('keep the blank: %s', (more) => {
		for (const components of [[1], [1, 2]]) {
			const text = broken(...components.map((component) => candidate(component, more)));
			const whole = text.replace(/\s*\n(?=(?:typ|r|generation|ufrag|network|tcptype))/g, ' ');
			expect(readBack(text)).toEqual(plain(whole));
		}
	});

	it('and those that were broken within a word get none', () => {
		const long = candidate(1, 'typ host x-generation 0');
		const rows = ['x-', 'typ host '].map((end) => long.indexOf(end) + end.length);
		for (const width of rows) {
			const narrow = head.map((line) => line.slice(0, 60).trimEnd());
			const text = [...narrow, ...[1, 2].map((one) => candidate(one, 'typ host x-generation 0'))];
			const cut = text.flatMap((line) =>
				line.startsWith('a=candidate') ? [line.slice(0, width), line.slice(width)] : [line]
			);
			expect(readBack(`${cut.join('\n')}\n`)).toEqual([text.join('\n')]);
		}
	});
});

describe('what was not broken so stays as it is', () => {
	it('a fingerprint that is too short, and one that ends where another line begins', () => {
		const short = OFFER.replaceAll(/(a=fingerprint:\S+ \S+):[0-9A-F]{2}(?=\r)/g, '$1');
		expect(readBack(wrapped(short, 80))).toEqual(plain(short));
		expect(readBack(short)).toEqual(plain(short));
	});

	it('lines that a mail broke at blanks', () => {
		const broken = linesOf(OFFER).flatMap((line) => line.match(/.{1,78}(?= |$)|[^ ]+/g) ?? []);
		const mail = broken.map((row) => `${row.trim()}\n`).join('');
		expect(readBack(mail)).toEqual(plain(OFFER));
	});

	it('rows that are narrower than the one with the first line, and its front', () => {
		const front = '\u0000'.repeat(60);
		const rows = `${'x'.repeat(70)}\n${'y'.repeat(40)}\nz`;
		for (const text of [`${front}v=0\n${'a=b'.padEnd(50, 'c')}\n${rows}`, `${front}v=0\n${rows}`]) {
			expect(() => recognise(text)).not.toThrow();
		}
	});

	it('two entries that a log cut at one length', async () => {
		const cut = [json('offer', OFFER), json('answer', ANSWER)].map((one, at) =>
			`${['offer', 'answer'][at]} ${one}`.slice(0, 1024)
		);
		const ids = (await findingsOf(`${cut.join('\n')}\n`)).map(({ id }) => id);
		expect(new Set(ids)).toEqual(new Set(['sdp.lost-in-copying']));
	});
});

it('takes time in proportion to the length', () => {
	const rows = [
		`v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=ice-op\n`,
		`v=0\\r\\no=- 1 2 IN IP4 127.0.0.1 and nothing that is a line\\r\\n!\n`,
		`v=0\na=fingerprint:sha-256 00:11:22:33:44:55:66:77\n88:99:AA\n`,
		`v=0\\r\\n${'ab, '.repeat(20)}\n`
	];
	for (const unit of rows) {
		const cost = costOfLength((count) => unit.repeat(count), 100, recognise);
		expect([unit.slice(0, 60), cost < 8]).toEqual([unit.slice(0, 60), true]);
	}
});
