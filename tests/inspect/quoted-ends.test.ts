import { describe, expect, it } from 'vitest';
import { findingsOf, headOf, mattersIn } from './concluded';
import { OFFER } from './to-recognise';

const lines = OFFER.trimEnd().split(/\r?\n/);
async function verdictOn(text: string) {
	const head = await headOf(text);
	return head.kind === 'unknown' ? null : head.conclusions[0]?.verdict?.sentence;
}

/** Without what a browser needs. */
const LAME = lines.filter((line) => !line.startsWith('a=fingerprint'));

describe('a quote on a line of its own', () => {
	/** A description with its line ends written out, and real ones behind them. */
	const wrapped = (all: readonly string[], end: string, indent: string, close = '"') =>
		`{\n"type": "offer",\n"sdp": ${close}${all.map((line) => line + end).join(`\n${indent}`)}\n${indent}${close}\n}\n`;

	it.each([
		['\\r\\n', '', '"'],
		['\\n', '', '"'],
		['\\r\\n', '    ', '"'],
		['↵', '', '"'],
		['\\r\\n', '', "'"],
		['␍␊', '  ', '`']
	])(
		'closes what has %j in front of each line end, %j before and %j around',
		async (end, indent, close) => {
			expect(await verdictOn(wrapped(lines, end, indent, close))).toBe(
				'A browser accepts this offer.'
			);
			expect(await mattersIn(wrapped(LAME, end, indent, close))).toContain('sdp.no-fingerprint');
		}
	);

	it('that does not come leaves a text that breaks off', async () => {
		const open = wrapped(LAME, '\\r\\n', '').replace(/"\n\}\n$/, '');
		expect(await findingsOf(open)).toMatchObject([{ id: 'sdp.lost-in-copying' }]);
	});
});

describe('of what Node prints a part of', () => {
	const cut = OFFER.slice(0, 300);
	const escaped = (text: string) => text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');

	it.each([
		['in one line', `{ type: 'offer', sdp: '${escaped(cut)}'... 8123 more characters }\n`],
		['of which one is left out', `{ type: 'offer', sdp: '${escaped(cut)}'... 1 more character }\n`],
		[
			'line by line',
			`{\n  type: 'offer',\n  sdp: '${cut.split('\r\n').map(escaped).join("\\r\\n' +\n    '")}'... 8123 more characters\n}\n`
		]
	])('nothing is concluded, %s', async (_, text) => {
		expect(await findingsOf(text)).toMatchObject([
			{ id: 'sdp.lost-in-copying', claim: expect.stringContaining('a console shortened it') }
		]);
	});

	it('all is concluded where it prints the whole', async () => {
		const text = `{ type: 'offer', sdp: '${escaped(OFFER)}' }\nand 8123 more characters of others\n`;
		expect(await verdictOn(text)).toBe('A browser accepts this offer.');
	});
});

describe('an empty line in JSON', () => {
	const json = (sdp: string) => JSON.stringify({ type: 'offer', sdp });

	it.each(['\r\n', '\n'])('is really there, behind all others: %j', async (end) => {
		expect(await findingsOf(json(OFFER + end))).toMatchObject([
			{ id: 'sdp.empty-last-line', severity: 'breaks the call', isCertain: true }
		]);
	});

	it('is really there between two others', async () => {
		const [head, ...rest] = OFFER.split('m=');
		expect(await mattersIn(json([`${head}\r\n`, ...rest].join('m=')))).toContain(
			'sdp.no-line-of-sdp'
		);
	});

	it('was put behind each by something else', async () => {
		expect(await verdictOn(json(OFFER.replaceAll('\r\n', '\r\n\r\n')))).toBe(
			'A browser accepts this offer.'
		);
	});

	it('may have come by copying where there are no quotes', async () => {
		expect(await mattersIn(`${OFFER}\r\n`)).toEqual([]);
	});
});

describe('a text that stops', () => {
	const until = (line: RegExp, at: number) => {
		const { index } = line.exec(OFFER)!;
		return OFFER.slice(0, index + at);
	};

	it.each([
		['a fingerprint', until(/a=fingerprint:/, 45)],
		['a password', until(/a=ice-pwd:/, 16)],
		['a user name fragment', until(/a=ice-ufrag:/, 14)],
		['the name of an attribute', until(/a=ice-options/, 8)]
	])('within %s is not concluded from', async (_, text) => {
		expect(await findingsOf(text)).toMatchObject([{ id: 'sdp.lost-in-copying' }]);
	});

	it('behind a whole line is', async () => {
		expect(await verdictOn(OFFER.trimEnd())).toBe('A browser accepts this offer.');
		const without = OFFER.replaceAll(/^a=fingerprint:.*\r\n/gm, '');
		expect(await mattersIn(without.trimEnd())).toContain('sdp.no-fingerprint');
	});

	it('within a fingerprint, and in quotes that close it, really ends so', async () => {
		const json = JSON.stringify({ type: 'offer', sdp: until(/a=fingerprint:/, 45) });
		expect(await mattersIn(json)).toContain('sdp.fingerprint-length');
	});
});
