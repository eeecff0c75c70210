import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, reduce } from '../../src/lib/trace';
import {
	notReported,
	pairMatrix,
	selectedCell,
	whyWinner,
	type PairMatrix
} from '../../src/lib/trace/pairs';
import { NO_STATS } from '../trace/recording';
import { end, L1, L2, negotiated, pair, R1, R2, stats, trickled, viewWith } from './session';

/** A cell for each row and column. */
const cellsOf = ({ rows, columns, cellAt }: PairMatrix) =>
	rows.map((_, row) => columns.map((_one, column) => cellAt(row, column)));

const labels = (list: readonly { label: string }[]) => list.map(({ label }) => label);

describe('the matrix of pairs', () => {
	it('has a row for each local candidate and a column for each remote one, before any pair', () => {
		const matrix = pairMatrix(reduce(negotiated().entries), 'john');
		const { rows, columns } = matrix;
		const cells = cellsOf(matrix);
		expect(labels(rows)).toEqual(['L1', 'L2']);
		expect(labels(columns)).toEqual(['R1', 'R2']);
		expect(cells.flat().map(({ pair: one }) => one)).toEqual([null, null, null, null]);
	});

	it('is empty while nothing is known', () => {
		expect(pairMatrix(EMPTY_VIEW, 'john')).toMatchObject({ rows: [], columns: [], paired: [] });
	});

	it('puts each pair where its candidates meet, with its checks, times and whether it is selected', () => {
		const one = pair('a', L1, R1, { nominated: true, checks: { requestsSent: 2 } });
		const cells = cellsOf(pairMatrix(viewWith(stats([one, pair('b', L2, R2)], 'a')), 'john'));
		expect(cells.map((row) => row.map((cell) => cell.pair?.id ?? null))).toEqual([
			['a', null],
			[null, 'b']
		]);
		expect(cells[0]![0]).toMatchObject({ selected: true, why: null, pair: { nominated: true } });
		expect(cells[1]![1]).toMatchObject({ selected: false, why: null, possible: true });
	});

	it('computes priorities exactly, to the last of 64 bits', () => {
		const cells = cellsOf(pairMatrix(viewWith(stats([pair('a', L1, R2)], 'a')), 'john'));
		// 2^32 × 2122194687 + 2 × 2122260223 + 1
		expect(cells[0]!.find((cell) => cell.pair)?.priority).toBe(9114756780654476799n);
	});

	it('says why two candidates are no pair', () => {
		const recording = negotiated();
		recording.event('john', 'icecandidate', {
			candidate: {
				...trickled('192.0.2.1', 9),
				candidate: 'candidate:9 1 tcp 1518280447 192.0.2.1 9 typ host tcptype active'
			}
		});
		const cells = cellsOf(pairMatrix(viewWith(stats([]), recording), 'john'));
		expect(cells[2]![0]).toMatchObject({
			why: 'One speaks TCP, the other UDP.',
			possible: false
		});
		expect(cells[0]![0]!.why).toMatch(/reports no pair of these two so far/);
		expect(cells[0]![0]!.possible).toBe(true);
	});

	it('takes the address that statistics hide, or a name hides, for the candidate’s own', () => {
		const recording = negotiated();
		const name = 'b5d6b2a2-2f5c-4a34-8dc5-9b53d8ac6c5a.local';
		recording.event('john', 'icecandidate', { candidate: trickled(name, 1003) });
		const one = pair('a', end('192.0.2.7', 1003), end(null, 2001));
		const cell = selectedCell(pairMatrix(viewWith(stats([one], 'a'), recording), 'john'));
		expect(cell?.local).toMatchObject({ label: 'L3', address: name });
		expect(cell?.remote).toMatchObject({ label: 'R1', address: '192.0.2.11' });
	});

	it('leaves out candidates of sections that BUNDLE made travel elsewhere', () => {
		const recording = negotiated();
		recording.event('john', 'icecandidate', {
			candidate: trickled('192.0.2.1', 1, 2122260223, '1')
		});
		expect(labels(pairMatrix(reduce(recording.entries), 'john').rows)).toEqual(['L1', 'L2']);
	});

	it('has candidates that only a description has', () => {
		const recording = negotiated();
		const line = 'a=candidate:5 1 udp 2122260223 192.0.2.13 2003 typ host';
		const view = reduce(recording.entries);
		const { descriptions } = view.peers.john;
		const remote = descriptions.currentRemoteDescription!;
		const whole = { ...remote, sdp: remote.sdp.replace('a=rtcp-mux', `a=rtcp-mux\r\n${line}`) };
		recording.changed('john', { currentRemoteDescription: { ...whole } });
		expect(labels(pairMatrix(reduce(recording.entries), 'john').columns)).toEqual([
			'R1',
			'R2',
			'R3'
		]);
	});

	it('marks a peer-reflexive candidate, and says where it comes from', () => {
		const reflexive = end(null, 2001, { type: 'prflx', id: 'x', priority: 1853751551 });
		const { columns } = pairMatrix(viewWith(stats([pair('a', L1, reflexive)], 'a')), 'john');
		expect(columns[0]).toMatchObject({ label: 'Rp1', type: 'prflx', known: null });
		expect(columns[0]?.origin).toMatch(
			/^Peer reflexive: nobody signaled it.*RFC 8445, 7\.3\.1\.3.*port 2001 is that of a host candidate of Jane’s.*hidden/
		);
	});
});

describe('why the winner won', () => {
	it('is told of the only pair there is', () => {
		const view = viewWith(stats([pair('a', L1, R1, { nominated: true })], 'a'));
		expect(whyWinner(view, 'john')).toBe(
			'L1 → R1 is the only pair that John’s browser reports, its checks succeeded, and John, the controlling side, nominated it.'
		);
	});

	it('is told of the only pair that works', () => {
		const pairs = [
			pair('a', L1, R1, { nominated: true }),
			pair('b', L1, R2, { state: 'failed' }),
			pair('c', L2, R1, { state: 'failed' }),
			pair('d', L2, R2, { state: 'in-progress' })
		];
		expect(whyWinner(viewWith(stats(pairs, 'a')), 'john')).toBe(
			'L1 → R1 is the only one of 4 pairs that works (of the others, 2 failed, 1 is being checked), and John, the controlling side, nominated it.'
		);
	});

	it('is the highest priority among those that work, with the arithmetic', () => {
		const pairs = [pair('a', L1, R1, { nominated: true }), pair('b', L2, R2, { nominated: true })];
		expect(whyWinner(viewWith(stats(pairs, 'a')), 'john')).toBe(
			'Of 2 pairs that work, L1 → R1 has the highest priority, 2³² × 2122260223 + 2 × 2122260223 + 0 = 9115038255631187454, before 9114756780654345726, and John, the controlling side, nominated it.'
		);
	});

	it('is the choice of the controlling side where priority says otherwise', () => {
		const pairs = [
			pair('a', L1, R1, { roundTripTime: 0.03 }),
			pair('b', L2, R2, { nominated: true, roundTripTime: 0.002 })
		];
		expect(whyWinner(viewWith(stats(pairs, 'b')), 'john')).toMatch(
			/^Of 2 pairs that work, L2 → R2 does not have the highest priority \(\d+, another has \d+\) and answers faster now, in 2 ms instead of 30 ms, but John, the controlling side, nominated it: the controlling side may choose any pair/
		);
	});

	it('names the other side where that one is controlling', () => {
		const data = stats([pair('a', L1, R1, { nominated: true })], 'a', {
			ice: { role: 'controlled' }
		});
		expect(whyWinner(viewWith(data), 'john')).toMatch(
			/Jane, the controlling side, nominated it\.$/
		);
	});

	it('does not compare priorities that are not reported', () => {
		const bare = { priority: undefined };
		const pairs = [
			pair('a', { ...L1, ...bare }, R1, { nominated: true }),
			pair('b', { ...L2, ...bare }, R2)
		];
		expect(whyWinner(viewWith(stats(pairs, 'a')), 'john')).toMatch(
			/does not report the priorities/
		);
	});

	it('waits for a winner in words', () => {
		expect(whyWinner(EMPTY_VIEW, 'john')).toMatch(/^Nothing is known of John’s pairs/);
		expect(whyWinner(viewWith(stats([])), 'john')).toMatch(/reports no pair so far/);
		const pairs = [
			pair('a', L1, R1, { state: 'in-progress' }),
			pair('b', L1, R2, { state: 'waiting' })
		];
		expect(whyWinner(viewWith(stats(pairs)), 'john')).toBe(
			'No pair is selected yet: of 2, 1 is being checked, 1 waits for its check.'
		);
	});

	it('works with statistics that say as little as possible', () => {
		const bare = { type: 'host', address: null, port: null, protocol: null };
		const one = { id: 'a', state: 'succeeded', nominated: true, local: bare, remote: bare };
		const data = { ...NO_STATS, pairs: [one], selected: { ...one, roundTripTime: null } };
		expect(whyWinner(viewWith(data), 'john')).toMatch(/is the only pair/);
	});
});

describe('what a browser does not report', () => {
	it('is nothing where it reports everything', () => {
		const checks = { requestsSent: 1, responsesReceived: 1, requestsReceived: 1, responsesSent: 1 };
		const one = pair('a', L1, R1, { checks, roundTripTime: 0.001 });
		expect(notReported(viewWith(stats([one], 'a')), 'john')).toEqual([]);
	});

	it('is said of Firefox’s checks and addresses', () => {
		const one = pair('a', L1, end(null, 2001), {
			checks: { responsesReceived: 1 },
			roundTripTime: 0
		});
		expect(notReported(viewWith(stats([one], 'a')), 'john')).toEqual([
			'John’s browser does not report how many checks it sent, only how many were answered.',
			'John’s browser does not report how many checks arrived and how many it answered.',
			'John’s browser does not report every address: it hides those that signaling did not bring to the page.'
		]);
	});

	it('is nothing while there are no pairs', () => {
		expect(notReported(EMPTY_VIEW, 'jane')).toEqual([]);
	});
});
