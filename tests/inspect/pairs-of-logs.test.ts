import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';

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
