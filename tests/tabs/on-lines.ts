import { expect } from 'vitest';
import type { Carrier } from '../../src/lib/tabs/carrier';

/** What is heard on a line of a room, and what happens to the room meanwhile. */
export function listen(carrier: Carrier, name = '') {
	const heard: string[] = [];
	const met = { refused: 0, away: 0, interrupted: 0 };
	const line = carrier.line(name, {
		text: (text) => heard.push(text),
		refused: () => (met.refused += 1),
		away: () => (met.away += 1),
		interrupted: () => (met.interrupted += 1)
	});
	return { heard, met, line };
}

/** Waits until all that was said before by one has come to another. */
export async function settle(one: Carrier, other: Carrier): Promise<void> {
	for (let round = 0; round < 4; round += 1) {
		for (const [from, to] of [
			[one, other],
			[other, one]
		] as const) {
			const name = `probe ${Math.random()}`;
			const { heard } = listen(to, name);
			listen(from, name).line.post('probe');
			await expect.poll(() => heard, { interval: 2 }).toEqual(['probe']);
		}
	}
}
