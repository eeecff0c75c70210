import { describe, expect, it } from 'vitest';
import { recognise, type Recognised } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { headOf } from './concluded';
import { fixture, sampleDump } from './fixtures';
import { cameToNothing, internalsDump } from './made-dump';
import { CANDIDATE, OFFER } from './to-recognise';

const DUMP = internalsDump([{ id: '5-1', log: cameToNothing() }]);
const OTHER = sampleDump();
const PRETTY = JSON.stringify(JSON.parse(DUMP), null, 2);
const RTCSTATS = fixture('rtcstats-chromium-156.txt').trimEnd();
const EVENTS = [
	['create', 'PC_0', {}, 1_500_000_000_000],
	['createOffer', 'PC_0', null, 1_500_000_000_010]
];
const LINES = EVENTS.map((event) => JSON.stringify(event)).join('\n');
const OLD = JSON.stringify({ peerConnections: { PC_0: [{ type: 'create', time: 1.5e12 }] } });

const inFront = (sign: string, text: string) => sign + text.replaceAll('\n', `\n${sign}`);
const wrappings: [name: string, wrap: (text: string) => string][] = [
	['in a fence of Markdown', (text) => `\`\`\`json\n${text}\n\`\`\`\n`],
	['behind words', (text) => `Chrome 140 on Windows, dump below\n\n${text}`],
	['behind a name with CRLF', (text) => `dump.txt:\r\n${text.replaceAll('\n', '\r\n')}`],
	['behind smileys and brackets', (text) => `See [this] :-[ {\n${text}\nthanks }`],
	['quoted in a mail', (text) => inFront('> ', text)],
	['quoted twice, behind words', (text) => `Jane wrote:\n${inFront('> > ', text)}\n> Thanks`],
	['added in a diff', (text) => inFront('+', text)]
];

function dumpOf(text: string) {
	const found = recognise(text);
	return 'dump' in found ? found.dump : null;
}

/** A dump without what gives its statistics, which is another function each time. */
const plain = (found: Recognised) => JSON.parse(JSON.stringify(found)) as unknown;

describe.each(wrappings)('a dump %s', (_, wrap) => {
	it.each([
		['in one line', DUMP],
		['in many', PRETTY],
		['of rtcstats', RTCSTATS],
		['of rtcstats without a name', LINES],
		['of rtcstats as an object', OLD],
		['of rtcstats as a list', JSON.stringify(EVENTS)]
	])('is read as it is alone, %s', (__, text) => {
		expect(recognise(text)).toHaveProperty('dump');
		expect(plain(recognise(wrap(text)))).toEqual(plain(recognise(text)));
	});
});

describe('a dump', () => {
	it.each([DUMP, PRETTY, OLD, JSON.stringify(EVENTS)])('is read in front of words', (text) => {
		const words = '\n\nAny idea? [1] says "no';
		expect(plain(recognise(text + words))).toEqual(plain(recognise(text)));
	});

	it.each([RTCSTATS, LINES])('of lines has words behind it for lines that are damaged', (text) => {
		const skipped = [{ what: 'lines that are no JSON', count: 1 }];
		expect(dumpOf(`${text}\n\nAny idea?`)).toMatchObject({ skipped });
	});

	it('in a fence says why the call did not come about', async () => {
		const head = await headOf(`\`\`\`\n${DUMP}\n\`\`\``);
		expect(head).toEqual(await headOf(DUMP));
		expect(head).toMatchObject({ kind: 'dump', conclusions: [{ verdict: { isGood: false } }] });
	});

	it.each([
		['with a semicolon', `var dump = ${PRETTY};\n`],
		['as a text of JSON', JSON.stringify(DUMP)],
		['as a text in a text', JSON.stringify(JSON.stringify(DUMP))],
		['as a text of a member', JSON.stringify({ room: 'a', dump: DUMP })],
		['as a member', JSON.stringify({ room: 'a', dump: JSON.parse(DUMP) as unknown })],
		[
			'as a text in a log',
			`12:00:01 uploaded ${JSON.stringify(PRETTY)} to the server\n12:00:02 bye`
		],
		['escaped without quotes', JSON.stringify(DUMP).slice(1, -1)],
		['in lines with times', PRETTY.replace(/^/gm, () => '12:00:01.250 [app]  ')],
		[
			'in lines with numbers',
			PRETTY.split('\n')
				.map((line, at) => `${at + 1} | ${line}`)
				.join('\n')
		]
	])('is read %s', (_, text) => {
		expect(plain(recognise(text))).toEqual(plain(recognise(DUMP)));
	});

	it('beside another is read with it', () => {
		for (const text of [`${DUMP}\n${OTHER}`, `${PRETTY}\n\nand of Jane:\n${OTHER}`]) {
			expect(dumpOf(text)?.connections.map(({ id }) => id)).toEqual([
				'5-1',
				...dumpOf(OTHER)!.connections.map(({ id }) => id)
			]);
		}
	});

	it('tells how many lines around it could have been used', () => {
		const { sentence } = recognise(`${DUMP}\n\na=${CANDIDATE}\na=mid:0\nbye\n`);
		expect(sentence).toContain('Skipped: 2 × lines around it that look like SDP or a candidate.');
		expect(recognise(`${DUMP}\n\nAny idea?`).sentence).not.toContain('Skipped');
	});

	it.each([
		['alone', '', ''],
		['behind words', 'My dump:\n', ''],
		['in a fence', '```\n', '\n```\n']
	])('that is cut off is told as that, %s', (_, before, behind) => {
		const found = recognise(before + PRETTY.slice(0, 2000) + behind);
		expect(found.kind).toBe('unknown');
		expect(found.sentence).toMatch(
			/^This looks like a dump of webrtc-internals\. (?:The text ends|It stops being JSON) at line \d+/
		);
	});
});

describe('no dump is', () => {
	const description = { type: 'offer', sdp: OFFER };

	it.each([
		['connections of a page', { peerConnections: { a: { remote: description } } }],
		['those under the other name', { PeerConnections: { a: { remote: description } } }],
		['a message that creates a room', ['create', 'room-1', description, 3]],
		['a list of such', [[['create', 'room-1', description, 3]]]]
	])('%s', (_, value) => {
		for (const text of [JSON.stringify({ value }), `state: ${JSON.stringify(value)}`]) {
			expect(recognise(text).kind).toBe('description');
		}
	});

	it('the name of one in words', () => {
		const text = `The "PeerConnections" of the RTCStatsDump are { gone\n${OFFER}`;
		expect(recognise(text).kind).toBe('description');
	});
});

it.each([
	['brackets', (length: number) => `x "PeerConnections" ${'[{'.repeat(length)}`],
	['lists', (length: number) => `x ["create", ${'"create",'.repeat(length)}`],
	['names', (length: number) => `x {"PeerConnections" ${'{"PeerConnections":{'.repeat(length)}`],
	['escapes', (length: number) => `x eerConnections ${'{\\\\n\\n '.repeat(length)}`],
	[
		'prefixes',
		(length: number) => `${'> 1 '.repeat(50)}"PeerConnections"\n${'> 1 '.repeat(length)}`
	],
	['lines', (length: number) => `x\nRTCStatsDump\n${'[1,\n'.repeat(length)}`]
])('looks for dumps in linear time among many %s', (_, make) => {
	expect(costOfLength(make, 2000, recognise)).toBeLessThan(8);
});
