import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, type SessionView } from '../../src/lib/trace';
import { pairMatrix, whyWinner } from '../../src/lib/trace/pairs';
import { livesOf } from '../../src/lib/ui/ice/lives';
import { costOfLength } from '../tools/growth';
import { end, pair, stats } from './session';

const line = (port: number) => ({
	candidate: `candidate:${port % 3} 1 udp 2122260223 192.0.2.1 ${port} typ host`,
	sdpMid: '0',
	sdpMLineIndex: 0,
	usernameFragment: null
});

/** John’s view with so many candidates on each side, and a pair of each two. */
function viewOf(count: number): SessionView {
	const ports = Array.from({ length: count }, (_, at) => at + 1);
	const local = ports.map((port) => ({ seq: port, at: port, candidate: line(port) }));
	const remote = ports.map((port) => ({ seq: port, at: port, candidate: line(port), added: true }));
	const pairs = ports.map((port) =>
		pair(
			`${port}`,
			end('192.0.2.1', port, { id: `L${port}` }),
			end('192.0.2.1', port, { id: `R${port}` })
		)
	);
	const { john, jane } = EMPTY_VIEW.peers;
	const own = { localCandidates: local, remoteCandidates: remote };
	return {
		...EMPTY_VIEW,
		peers: {
			john: { ...john, ...own, stats: stats(pairs, '1') as never },
			jane: { ...jane, ...own }
		}
	};
}

const make = (length: number) => 'x'.repeat(length);

/** What is kept of a view is kept for that one: each run has another, of the same content. */
function onViews(work: (view: SessionView) => unknown) {
	const views = new Map<number, SessionView>();
	return ({ length }: string) => {
		const view = views.get(length) ?? viewOf(length);
		views.set(length, view);
		const { john, jane } = view.peers;
		return work({ ...view, peers: { john: { ...john }, jane: { ...jane } } });
	};
}

describe('with thousands of candidates', () => {
	it.each([
		['the matrix of pairs', (view: SessionView) => pairMatrix(view, 'john')],
		['the reason of the winner', (view: SessionView) => whyWinner(view, 'john')],
		['the lives of the local ones', (view: SessionView) => livesOf(view, 'john', 'local', [])],
		['the lives of the remote ones', (view: SessionView) => livesOf(view, 'john', 'remote', [])]
	])('%s takes time that grows with their number, not with its square', (_, work) => {
		expect(costOfLength(make, 100, onViews(work))).toBeLessThan(6);
	});

	it('has each pair in its place', () => {
		const { rows, columns, paired, cellAt } = pairMatrix(viewOf(2000), 'john');
		expect([rows.length, columns.length, paired.length]).toEqual([2000, 2000, 2000]);
		expect(cellAt(7, 7)).toMatchObject({ pair: { id: '8' }, selected: false });
		expect(cellAt(7, 8)).toMatchObject({ pair: null });
		expect(paired[0]).toMatchObject({ selected: true });
	});
});
