import { describe, expect, it } from 'vitest';
import { recognise, type Recognised } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { summaryOf } from '../../src/lib/diagnose/in-words';
import { sdp } from './fixtures';
import { LINES, WHOLE } from './wrappings';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('firefox-answer-gathered');
type Parts = Extract<Recognised, { descriptions: unknown }>;

function partsOf(text: string): Parts {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return found;
}

/** What is concluded of a text: the verdict, and the names of all findings. */
const concluded = (text: string) =>
	conclude(partsOf(text)).map(({ verdict, findings }) => [
		verdict?.sentence ?? null,
		...findings.map(({ id }) => id)
	]);
const lost = (text: string) => partsOf(text).descriptions.map((one) => one.lost);

const written = (text: string) => JSON.stringify(text).slice(1, -1);
const LOST = [[null, 'sdp.lost-in-copying']];

describe('of a description that was not copied whole nothing is concluded:', () => {
	it('of one that a console shortened', () => {
		const text = `{type: 'offer', sdp: 'v=0\\r\\no=- 21 2 IN IP4 127.0.0.1\\r\\ns…fmtp:97 apt=96\\r\\n'}`;
		expect(lost(text)).toEqual(['shortened']);
		expect(concluded(text)).toEqual(LOST);
		expect(concluded(`${OFFER.slice(0, 900)}…`)).toEqual(LOST);
		expect(concluded(JSON.stringify({ type: 'offer', sdp: `${OFFER.slice(0, 900)}…` }))).toEqual(
			LOST
		);
	});

	it('of one in which the text breaks off', () => {
		const text = `{"type":"offer","sdp":"${written(OFFER).slice(0, 1500)}`;
		expect(lost(text)).toEqual(['broken off']);
		expect(concluded(text)).toEqual(LOST);
		expect(concluded(`${text}\n12:00:01 next line of the log\n`)).toEqual(LOST);
	});

	it('of one that a log cut', () => {
		const escaped = OFFER.replaceAll('\r\n', '#015#012');
		for (const cut of ['...', '…', ' [truncated]', '<1204 bytes more>']) {
			expect(lost(`edge1 app[7]: got ${escaped.slice(0, 1500)}${cut}\n`)).toEqual([
				expect.stringMatching(/broken off|shortened/)
			]);
		}
		expect(lost(`edge1 app[7]: got ${escaped}\nwaiting...\n`)).toEqual([null]);
	});

	it('of one whose lines are mixed with those of another container', () => {
		const [mine, theirs] = [OFFER, ANSWER].map((text) => text.split('\r\n').slice(0, 20));
		const mixed = mine!.flatMap((line, at) => [`web_1  | ${line}`, `web_2  | ${theirs![at]}`]);
		expect(lost(mixed.join('\n'))).toEqual(['unread']);
	});

	it('of one that goes on in lines that could not be read', () => {
		const marked = OFFER.replaceAll(/^(?=a=(?:setup|mid))/gm, '+');
		expect(lost(marked)).toEqual(['unread']);
		expect(concluded(marked)).toEqual(LOST);
	});

	it('and it is not said that nothing would stop the call', () => {
		const [one] = conclude(partsOf(`${OFFER.slice(0, 900)}…`));
		expect(summaryOf(one!)).toMatch(/cannot be told/);
	});

	it('but of the other side each finding is', () => {
		const answer = ANSWER.replaceAll(/^a=fingerprint:.*\r\n/gm, '');
		const [found, ...more] = concluded(`offer: ${OFFER.slice(0, 900)}…\n\nanswer:\n${answer}\n`);
		expect(more).toEqual([]);
		expect(found).toEqual(
			expect.arrayContaining([null, 'sdp.no-fingerprint', 'sdp.lost-in-copying'])
		);
	});
});

describe('what was masked is no fault', () => {
	const masked = (secret: RegExp, by: string) => OFFER.replaceAll(secret, `$1${by}`);

	it.each([
		[/^(a=ice-pwd:).*$/gm, '<redacted>'],
		[/^(a=ice-ufrag:).*$/gm, '***'],
		[/^(a=fingerprint:sha-256 ).*$/gm, 'XX:XX:XX'],
		[/^(a=fingerprint:sha-256 ).*$/gm, '[REDACTED]']
	])('%s by %s', (secret, by) => {
		const text = masked(secret, by);
		const [found] = conclude(partsOf(text));
		expect(found!.verdict).toMatchObject({ isGood: true });
		expect(found!.findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		expect(partsOf(text).notes.map(({ id }) => id)).toEqual(['masked']);
	});

	it.each([
		[/^(a=fingerprint:sha-256 F5:44).*$/gm, '...'],
		[/^(a=ice-pwd:).*$/gm, 'abc…'],
		[/^(a=candidate:\d+ 1 udp).*$/gm, ' ...']
	])('%s by the beginning alone', (secret, by) => {
		const text = masked(secret, by);
		expect(lost(text)).toEqual([null]);
		expect(conclude(partsOf(text))[0]!.verdict).toMatchObject({ isGood: true });
	});

	it('and what was cut short is one all the same', () => {
		const text = masked(/^(a=ice-ufrag:).*$/gm, 'ab');
		expect(concluded(text)[0]).toContain('sdp.ice-credentials-length');
	});
});

describe('nothing is missed', () => {
	it.each(Object.entries({ ...LINES, ...WHOLE }))('out of %s', (_, wrap) => {
		expect(lost(wrap(OFFER))).toEqual([null]);
		expect(lost(`${wrap(OFFER)}\n${wrap(ANSWER)}\n`)).not.toContain('broken off');
	});

	it('with candidates, headings and another description behind it', () => {
		const candidate = 'a=candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host';
		const text = `Offer:\n${OFFER}\nCandidates:\n${candidate}\n\nAnswer:\n${ANSWER}\nthe a=setup:active line is right\n`;
		expect(lost(text)).toEqual([null, null]);
	});

	it('where only its beginning was not copied: that is no fault of it', () => {
		expect(concluded(OFFER.replace('v=0\r\n', ''))).toEqual([[null]]);
	});
});

describe('what a console shows of an object', () => {
	const text = `main.js:31 RTCSessionDescription {type: 'offer', sdp: '${written(OFFER.slice(0, 70))}…${written(OFFER.slice(-40))}'}`;

	it('is no description of its own where the object stands unfolded beside it', () => {
		const both = partsOf(`${text}\n  sdp: "${written(OFFER)}"\n  type: "offer"\n`);
		expect(both.descriptions.map((one) => one.sdp)).toEqual([OFFER]);
		expect(both.notes).toEqual([]);
	});

	it('is one where another object stands beside it', () => {
		const other = OFFER.replace(/^o=- \d+/m, 'o=- 5');
		expect(lost(`${text}\n  sdp: "${written(other)}"\n`)).toEqual(['shortened', null]);
	});
});

describe('of sections that were copied without what stands in front of them', () => {
	const sections = (text: string) => text.slice(text.indexOf('m='));
	/** As pion writes it: the fingerprint stands once, in the session part. */
	const session = (text: string) => {
		const [line] = /^a=fingerprint:.*\r\n/m.exec(text)!;
		return text.replaceAll(line, '').replace('t=0 0\r\n', `t=0 0\r\n${line}`);
	};
	const PION = session(ANSWER);

	/** What is found of the whole, and no verdict. */
	const ofWhole = (text: string) => concluded(text).map(([, ...ids]) => [null, ...ids]);
	const BOTH = `${OFFER}\n${PION}`;

	it('nothing is missed that may stand there', () => {
		expect(concluded(`${sections(OFFER)}\nanswer:\n${sections(PION)}`)).toEqual(ofWhole(BOTH));
		expect(concluded(sections(PION))).toEqual(ofWhole(PION));
	});

	it('those that stand at one place are not held against each other where some are left out', () => {
		const last = OFFER.slice(OFFER.lastIndexOf('m='));
		const all = concluded(`${last}\nanswer:\n${sections(PION)}`).flat();
		expect(all.filter((id) => id?.startsWith('answer.'))).toEqual([]);
	});

	it('and the cells beside them in a table are none of their ends', () => {
		const rows = sections(PION).trimEnd().split('\r\n');
		const table = ['| line | why |', '|---|---|', ...rows.map((line) => `| ${line} | ok |`)];
		expect(partsOf(table.join('\n')).descriptions.map((one) => one.sdp)).toEqual([sections(PION)]);
		expect(concluded(table.join('\n'))).toEqual(ofWhole(PION));
	});

	it.each<[string, (line: string) => string, readonly string[]]>([
		['without bars around it', (line) => `${line} | ok`, ['line | why', '--- | ---']],
		['whose lines stand last', (line) => `ok | ${line}`, ['why | line', ':---|---:']],
		['of a sheet', (line) => `${line}\tsome words`, ['line\twhy']]
	])('nor are those in a table %s', (_, row, head) => {
		const of = (text: string) => [...head, ...text.trimEnd().split('\r\n').map(row)].join('\n');
		expect(partsOf(of(sections(PION))).descriptions.map((one) => one.sdp)).toEqual([
			sections(PION)
		]);
		expect(concluded(of(sections(PION)))).toEqual(ofWhole(PION));
		// The whole in one stays whole.
		expect(partsOf(of(ANSWER)).descriptions.map((one) => one.sdp)).toEqual([ANSWER]);
	});

	it('nor is what stands behind a bar where there is no table', () => {
		const lines = sections(ANSWER).replace('a=setup:active', 'a=setup:active | passive');
		expect(concluded(lines)[0]).toContain('sdp.setup-unknown');
	});

	it('nor are the tabs in front of the lines of a log', () => {
		const log = sections(ANSWER).replaceAll(/^(?=.)/gm, '10:11:12\tINFO\t');
		expect(partsOf(log).descriptions.map((one) => one.sdp)).toEqual([sections(ANSWER)]);
	});

	it('and the blanks of a terminal behind each line are none of them', () => {
		const filled = (text: string) => text.replace(/^.*(?=\r\n)/gm, (line) => line.padEnd(120));
		expect(partsOf(filled(sections(ANSWER))).descriptions.map(({ sdp: lines }) => lines)).toEqual([
			sections(ANSWER)
		]);
		expect(concluded(`${filled(sections(OFFER))}\nanswer:\n${filled(sections(PION))}`)).toEqual(
			ofWhole(BOTH)
		);
	});
});

it('what another line of a log begins does not belong to the description in front of it', () => {
	const log = `10:01 Setting remote description: ${OFFER}\n10:02 Generated local description: a=ice-ufrag:LkkM\na=ice-pwd:yiTfFApW6RnI7m2f4PqTKA\na=ice-options:trickle\n`;
	expect(lost(log)).toEqual([null]);
});
