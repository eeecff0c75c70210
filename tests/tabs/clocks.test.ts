import { describe, expect, it } from 'vitest';
import { Clocks } from '../../src/lib/tabs/clocks';

const AHEAD = 3_600_000;

/** A clock here, another that is an hour ahead, and a way between them that takes as long as is said. */
function machines() {
	let now = 1000;
	const asked: { tab: string; at: number }[] = [];
	const clocks = new Clocks({ now: () => now, ask: (tab, at) => asked.push({ tab, at }) });
	return {
		clocks,
		asked,
		pass: (ms: number) => (now += ms),
		/** Answers the last question. */
		answer(there: number, back: number) {
			const { tab, at } = asked.at(-1)!;
			now += there;
			const said = now + AHEAD;
			now += back;
			clocks.answered(tab, at, said);
		}
	};
}

describe('the clocks of other machines', () => {
	it('are taken as they are until they were compared', () => {
		expect(machines().clocks.offsetOf('jane')).toBe(0);
	});

	it('differ by what an answer says that took as long there as back', () => {
		const { clocks, answer } = machines();
		clocks.compare('jane');
		answer(40, 40);
		expect(clocks.offsetOf('jane')).toBe(-AHEAD);
	});

	it('are asked several times, and the answer that took least is believed', () => {
		const { clocks, asked, answer } = machines();
		clocks.compare('jane');
		for (const [there, back] of [
			[10, 300],
			[2, 4],
			[500, 1],
			[30, 30],
			[9, 9]
		] as const) {
			answer(there, back);
		}
		expect(asked.length).toBe(5);
		expect(Math.abs(clocks.offsetOf('jane') + AHEAD)).toBeLessThanOrEqual(1);
	});

	it('are asked again after a minute, and not before', () => {
		const { clocks, asked, answer, pass } = machines();
		clocks.compare('jane');
		for (let count = 0; count < 5; count += 1) answer(1, 1);
		clocks.compare('jane');
		expect(asked.length).toBe(5);
		pass(60_000);
		clocks.compare('jane');
		expect([asked.length, clocks.offsetOf('jane')]).toEqual([6, -AHEAD]);
	});

	it('are not changed by an answer to nothing that was asked, nor by one that is given twice', () => {
		const { clocks, asked, answer } = machines();
		clocks.compare('jane');
		answer(5, 5);
		const { at } = asked[0]!;
		clocks.answered('jane', at, 7);
		clocks.answered('jane', at + 0.5, 7);
		clocks.answered('eve', at, 7);
		expect([clocks.offsetOf('jane'), clocks.offsetOf('eve')]).toEqual([-AHEAD, 0]);
	});
});
