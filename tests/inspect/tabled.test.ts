import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { findTabled } from '../../src/lib/inspect/statistics/tabled';
import { costOfLength } from '../tools/growth';
import { findingsOf, headOf } from './concluded';
import { fixture } from './fixtures';

/** What Chromium 156 puts on the clipboard, where all parts of the page are folded, and where none is. */
const [FOLDED, OPEN] = ['folded', 'open'].map((name) => fixture(`internals-page-${name}.txt`)) as [
	string,
	string
];

const table = (head: string, id: string, rows: Readonly<Record<string, string | number>>) =>
	[
		head,
		`Statistics ${id}`,
		...Object.entries(rows).map(([name, value]) => `${name}\t${value}\t`)
	].join('\n');
const RECEIVED = {
	timestamp: '5/4/2026, 11:02:11 PM',
	ssrc: 1234,
	kind: 'video',
	packetsReceived: 5400,
	'[packetsReceived/s]': 90,
	framesDecoded: 0
};
const idsOf = async (text: string) => (await findingsOf(text)).map(({ id }) => id);

describe('tables that were copied from chrome://webrtc-internals are statistics', () => {
	it('each of the page, with its members', () => {
		const objects = findTabled(OPEN);
		expect(objects.map(({ type }) => type)).toEqual([
			'outbound-rtp',
			'certificate',
			'certificate',
			'codec',
			'candidate-pair',
			'candidate-pair',
			'data-channel',
			'local-candidate',
			'local-candidate',
			'remote-candidate',
			'remote-candidate',
			'peer-connection',
			'remote-inbound-rtp',
			'media-source',
			'transport'
		]);
		expect(objects[0]).toMatchObject({
			id: 'OT01V903277620',
			mid: '0',
			codecId: 'COT01_96',
			framesEncoded: '122',
			timestamp: String(Date.parse('11/30/2026, 9:37:06 PM'))
		});
		expect(objects.flatMap((one) => Object.keys(one)).filter((name) => /\W/.test(name))).toEqual(
			[]
		);
	});

	it('beside the offer and the answer of the page', async () => {
		const head = await headOf(OPEN);
		expect(head).toMatchObject({ kind: 'parts' });
		const verdicts = head.kind === 'unknown' ? [] : head.conclusions.map(({ verdict }) => verdict);
		expect(verdicts.map((one) => one?.sentence)).toEqual([
			'A browser accepts this answer.',
			'This call came about: John was connected.'
		]);
	});

	it('and nothing where all is folded: then it is said how to get the whole', async () => {
		expect(findTabled(FOLDED)).toEqual([]);
		expect(recognise(FOLDED)).toMatchObject({
			kind: 'pairs',
			notes: [{ id: 'page-of-chromium' }]
		});
	});

	it('and pairs alone are read with those of the grid', () => {
		const pair = table('candidate-pair (state=failed, id=CPab_cd)', 'CPab_cd', {
			localCandidateId: 'Iab',
			remoteCandidateId: 'Icd',
			state: 'failed'
		});
		expect(findTabled(pair)).toEqual([]);
	});

	it.for([
		[
			'as it heads them now',
			'inbound-rtp (kind=video, mid=1, ssrc=1234, [codec]=VP8 (96), id=IT1)',
			'IT1'
		],
		[
			'as it headed them before',
			'RTCInboundRTPVideoStream_1234 (inbound-rtp)',
			'RTCInboundRTPVideoStream_1234'
		],
		['without a heading', '', 'IT1'],
		['in a quotation', '> ▼ inbound-rtp (kind=video, id=IT1)', 'IT1']
	] as const)('%s', async ([, head, id]) => {
		expect(await idsOf(table(head, id, RECEIVED))).toEqual(['media.not-decoded']);
		// Forums make blanks of tabs.
		expect(await idsOf(table(head, id, RECEIVED).replaceAll('\t', '   '))).toEqual([
			'media.not-decoded'
		]);
	});

	const transport = table('transport (iceState=connected, dtlsState=connected, id=T01)', 'T01', {
		dtlsState: 'connected',
		iceState: 'connected'
	});
	const decoded = table('inbound-rtp (kind=video, id=IT1)', 'IT1', {
		...RECEIVED,
		framesDecoded: 900
	});

	it('with what the headings of folded ones tell of states', async () => {
		const failed = table('candidate-pair (state=failed, id=CPa_b)', 'CPa_b', {
			state: 'failed',
			requestsSent: 20,
			responsesReceived: 0
		});
		const page = [
			decoded,
			failed,
			'candidate-pair (state=succeeded, id=CPc_d)',
			'transport (iceState=connected, dtlsState=connected, id=T01)'
		].join('\n');
		expect((await findingsOf(page)).filter(({ severity }) => severity !== 'worth knowing')).toEqual(
			[]
		);
	});

	it('each to its end, also where the next one is of no use', async () => {
		const page = `${decoded}\nDEPRECATED_TI12 (track)\nframesDecoded\t0\npacketsReceived\t0\n`;
		expect(findTabled(page)).toMatchObject([{ framesDecoded: '900', packetsReceived: '5400' }]);
	});

	it('in a quotation as well', () => {
		const quoted = `${decoded}\n${transport}`.replace(/^/gm, '> ');
		expect(findTabled(quoted)).toMatchObject([
			{ packetsReceived: '5400' },
			{ dtlsState: 'connected' }
		]);
	});

	it('beside reports in another form', async () => {
		const report = JSON.stringify([
			{ id: 'T9', type: 'transport', iceState: 'failed', dtlsState: 'new', bytesSent: 0 },
			{ id: 'R9', type: 'local-candidate', candidateType: 'host', address: '192.0.2.9', port: 5 }
		]);
		const text = `Alice:\n${decoded}\n${transport}\n\nBob:\n${report}`;
		expect((await findingsOf(text)).some(({ severity }) => severity === 'breaks the call')).toBe(
			true
		);
	});

	it('and a sentence that begins so is none', () => {
		for (const text of [
			'Statistics show that calls fail.',
			'Our transport (iceState=failed) is down',
			'Statistics all\nit\tworks'
		]) {
			expect(recognise(text).kind, text).toBe('unknown');
		}
	});

	it('in a time that grows with their length', () => {
		const heading = (length: number) => `inbound-rtp (${'a='.repeat(length)}\n`.repeat(3);
		const rows = (length: number) => `Statistics a\n${'a \t'.repeat(60)}\n`.repeat(length);
		expect(costOfLength(heading, 20_000, findTabled)).toBeLessThan(2);
		expect(costOfLength(rows, 100, findTabled)).toBeLessThan(2);
	});
});
