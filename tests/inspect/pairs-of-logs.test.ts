import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';

/** The pairs that a text tells of. */
const pairsIn = (text: string) => {
	const found = recognise(text);
	return 'pairs' in found ? found.pairs : [];
};

const LOCAL = '192.168.7.4:62096/udp(host)';
const REMOTE = '172.17.0.4:56148/udp(host)';

describe('the pairs in the table of about:webrtc are read', () => {
	it.each([
		['with the state behind them', `${LOCAL}\t${REMOTE}\tfailed\t9115005270282354000`],
		[
			'with the state in front',
			`failed\tfalse\tfalse\t${LOCAL} [non-proxied]\t${REMOTE}\t1\t9115005270282354000\t0\t0`
		],
		['with blanks for tabs', `failed   false   false   ${LOCAL}   ${REMOTE}   1   9115  0   0`],
		['in Markdown', `| failed | false | false | ${LOCAL} | ${REMOTE} | 1 | 9115 |`]
	])('%s', (_, row) => {
		expect(pairsIn(`ICE Stats\n${row}\n`)).toEqual([
			{ local: LOCAL, remote: REMOTE, state: 'failed', states: ['failed'], line: 2 }
		]);
	});

	it('and no row that tells no state', () => {
		expect(pairsIn(`ICE Stats\n${LOCAL}\t${REMOTE}\t9115005270282354000\n`)).toEqual([]);
	});
});

describe('a pair of which an address is masked is one', () => {
	const MASKS = ['raspberry pi ip', '<public ip>', 'MY IP', '[redacted]', 'x.x.x.x'];
	const endsIn = (text: string) => pairsIn(text).map(({ local, remote }) => [local, remote]);

	it.each(MASKS)('as %s, in the table of about:webrtc', (mask) => {
		const end = `${mask}:33584/udp(serverreflexive)`;
		for (const [local, remote] of [
			[LOCAL, end],
			[end, REMOTE],
			[end, end]
		] as const) {
			expect(endsIn(`${local}\t${remote}\tfailed\t7205760503253959000\n`)).toEqual([
				[local, remote]
			]);
			expect(endsIn(`failed\tfalse\tfalse\t${local} [non-proxied]\t${remote}\t1\n`)).toEqual([
				[local, remote]
			]);
			expect(endsIn(`| failed | false | ${local} | ${remote} | 1 |\n`)).toEqual([[local, remote]]);
		}
	});

	it('and its port as well', () => {
		for (const port of ['xxxxx', '<port>', '****']) {
			const end = `MY IP:${port}/udp(host)`;
			expect(endsIn(`${LOCAL}\t${end}\tfailed\n`)).toEqual([[LOCAL, end]]);
		}
	});

	it.each(MASKS)('as %s, in the logs', (mask) => {
		const log = [
			`JVB INFO: timeout for pair: 172.18.0.4:10000/udp/host -> ${mask}:5/udp/srflx (stream-1.RTP), failing.`,
			`ice TRACE: udp4 host 10.0.0.4:49779 <-> udp4 srflx ${mask}:47227 related 0.0.0.0:0 (remote, prio 1), marking it as failed`,
			`DKpJ|IP4:192.0.2.1:57980/UDP|IP4:${mask}:17780/UDP(host(IP4:192.0.2.1:57980/UDP)|candidate:1 1 typ srflx)`
		];
		expect(endsIn(log.join('\n'))).toEqual([
			['172.18.0.4:10000/udp(host)', `${mask}:5/udp(srflx)`],
			['10.0.0.4:49779/udp(host)', `${mask}:47227/udp(srflx)`],
			['192.0.2.1:57980/udp(host)', `${mask}:17780/udp(srflx)`]
		]);
	});

	it('so that the others are not all that the other side has', async () => {
		const row = (remote: string) => `${LOCAL}\t${remote}\tfailed\t8646913483524145000\n`;
		const inside = row('192.168.1.109:33584/udp(host)');
		const idsOf = async (text: string) => (await findingsOf(text)).map(({ id }) => id);
		expect(await idsOf(inside)).toEqual(['ice.remote-only-private']);
		for (const mask of MASKS) {
			const ids = await idsOf(inside + row(`${mask}:33584/udp(serverreflexive)`));
			expect([mask, ids]).toEqual([mask, ['ice.no-relay']]);
		}
	});

	it('and prose between two addresses is no mask', () => {
		for (const row of [
			`${LOCAL} failed with ${REMOTE} failed`,
			`${LOCAL} was tried with ${REMOTE}, which failed`
		])
			expect(endsIn(`ICE Stats\n${row}\n`)).toEqual([]);
		expect(endsIn(`failed false false ${LOCAL} ${REMOTE} 1 9115\n`)).toEqual([[LOCAL, REMOTE]]);
	});

	it('in time in proportion to the length', () => {
		const end = 'my ip:1/udp(host)';
		for (const unit of ['my ip ', '  ', `${end} `, `\t${end}`, 'udp4 host my ip:1 ', ' -> a b:1'])
			for (const front of [end, `${end} `, `1.2.3.4:5/udp/host -> `])
				expect(
					costOfLength((count) => `${front}${unit.repeat(count)}\n`, 200, recognise)
				).toBeLessThan(8);
	});
});

describe('the pairs in a log are read', () => {
	it('of ice4j, each once with what became of it', () => {
		const pair = (port: number) => `172.18.0.4:10000/udp/host -> 203.0.113.9:${port}/udp/srflx`;
		const log = [
			`JVB INFO: [63] [epId=1] Start check for ${pair(1)} (stream-1.RTP)`,
			`JVB INFO: [63] [epId=1] timeout for pair: ${pair(1)} (stream-1.RTP), failing.`,
			`JVB INFO: [63] [epId=1] Pair succeeded: ${pair(2)} (stream-1.RTP).`
		];
		expect(pairsIn(log.join('\n'))).toMatchObject([
			{
				local: '172.18.0.4:10000/udp(host)',
				remote: '203.0.113.9:1/udp(srflx)',
				state: 'failed',
				line: 2
			},
			{ state: 'succeeded', line: 3 }
		]);
	});

	it('of aioice, each once with every state', () => {
		const row = (port: number, from: string, to: string) =>
			`INFO:aioice.ice:Connection(0) Check CandidatePair(('172.31.9.83', 33837) -> ('172.20.10.7', ${port})) State.${from} -> State.${to}`;
		const found = recognise(
			[
				row(1, 'FROZEN', 'WAITING'),
				row(2, 'FROZEN', 'WAITING'),
				row(1, 'WAITING', 'IN_PROGRESS'),
				row(1, 'IN_PROGRESS', 'FAILED'),
				row(2, 'WAITING', 'IN_PROGRESS'),
				row(2, 'IN_PROGRESS', 'SUCCEEDED')
			].join('\n')
		);
		expect(found).toMatchObject({
			kind: 'pairs',
			sentence: '2 pairs of candidates (1 failed, 1 succeeded).',
			pairs: [
				{
					local: '172.31.9.83:33837/udp',
					remote: '172.20.10.7:1/udp',
					states: ['FROZEN', 'WAITING', 'IN_PROGRESS', 'FAILED'],
					line: 4
				},
				{ state: 'SUCCEEDED' }
			]
		});
	});

	it('of pion, with what became of them', () => {
		const pair =
			'udp4 srflx 203.0.113.4:49779 related 0.0.0.0:49779 <-> udp4 host 10.0.0.5:47227 (remote, prio 2130706430)';
		expect(
			pairsIn(
				[
					`ice TRACE: 18:55:36.1 agent.go:231: max requests reached for pair prio 91 (local, prio 2130706431) ${pair}, marking it as failed`,
					`ice TRACE: 18:55:37.1 selection.go:231: Found valid candidate pair: prio 91 (local, prio 1) ${pair.replace('10.0.0.5', '10.0.0.6')}`
				].join('\n')
			)
		).toMatchObject([
			{
				local: '203.0.113.4:49779/udp(srflx)',
				remote: '10.0.0.5:47227/udp(host)',
				state: 'failed'
			},
			{ remote: '10.0.0.6:47227/udp(host)', state: 'succeeded' }
		]);
	});
});
