import { beforeAll, describe, expect, it } from 'vitest';
import { peerMachine } from '../../src/lib/call/peer-machine';
import { layoutMachine } from '../../src/lib/ui/machine/layout';
import { partOf } from '../../src/lib/ui/machine/part';
import { currentWords, litIds, type MachineLayout } from '../../src/lib/ui/machine/picture';

describe('a part of a machine’s picture', () => {
	let whole: MachineLayout;
	let part: MachineLayout;
	beforeAll(async () => {
		whole = await layoutMachine(peerMachine);
		part = partOf(whole, 'signaling');
	});

	it('is one region, with all of its states and arrows', () => {
		expect(part.nodes.filter(({ kind }) => kind === 'region').map(({ label }) => label)).toEqual([
			'signaling'
		]);
		const inside = whole.nodes.filter(({ id }) => id.startsWith('peer.signaling'));
		expect(part.nodes.map(({ id }) => id)).toEqual(inside.map(({ id }) => id));
		expect(part.edges).toHaveLength(
			whole.edges.filter(({ from }) => from.startsWith('peer.signaling')).length
		);
	});

	it('lies within its own size', () => {
		for (const { x, y, width, height } of part.nodes) {
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
			expect(x + width).toBeLessThanOrEqual(part.width);
			expect(y + height).toBeLessThanOrEqual(part.height);
		}
		for (const { x, y } of part.edges.flatMap(({ points }) => points)) {
			expect(x >= 0 && x <= part.width && y >= 0 && y <= part.height).toBe(true);
		}
	});

	it('has only its own state in words', () => {
		const value = { signaling: 'stable', connection: 'new' };
		expect(currentWords(part, litIds(value, 'peer'))).toBe('signaling is stable');
	});

	it('is the whole picture where there is no such region', () => {
		expect(partOf(whole, 'weather')).toBe(whole);
	});
});
