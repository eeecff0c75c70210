import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import { peerMachine } from '../../src/lib/call/peer-machine';
import { walkMachine } from '../../src/lib/call/walk-machine';
import { layoutMachine } from '../../src/lib/ui/machine/layout';
import { currentWords, litIds, type MachineLayout } from '../../src/lib/ui/machine/picture';

const MACHINES: [string, AnyStateMachine][] = [
	['walk', walkMachine],
	['peer', peerMachine]
];

/** All states of a machine but the machine itself. */
function statesOf(state: AnyStateNode): AnyStateNode[] {
	return Object.values(state.states).flatMap((child) => [child, ...statesOf(child)]);
}

/** A state value in which each state is active in turn. */
function valueTo(state: AnyStateNode): StateValue {
	return state.path.reduceRight<StateValue>(
		(value, key, index) => (index === state.path.length - 1 ? key : { [key]: value }),
		{}
	);
}

describe.each(MACHINES)('the picture of the %s', (id, machine) => {
	let picture: MachineLayout;
	beforeAll(async () => {
		picture = await layoutMachine(machine);
	});
	const node = (name: string) => picture.nodes.find((one) => one.id === name);

	it('has every state of the definition', () => {
		const drawn = picture.nodes.map((one) => one.id);
		for (const state of statesOf(machine.root)) expect(drawn).toContain(state.id);
	});

	it('has an arrow for every transition that leads somewhere, and no other', () => {
		const defined = new Set<string>();
		for (const state of statesOf(machine.root)) {
			for (const one of [...state.transitions.values(), state.always ?? []].flat()) {
				for (const target of one.target ?? []) defined.add(`${state.id} → ${target.id}`);
			}
			const children = Object.keys(state.states).length > 0;
			for (const first of children ? (state.initial?.target ?? []) : []) {
				defined.add(`${state.id} → ${first.id}`);
			}
		}
		expect(new Set(picture.edges.map(({ from, to }) => `${from} → ${to}`))).toEqual(defined);
	});

	it('can be read within a width of 800 pixels', () => {
		expect(picture.width).toBeLessThanOrEqual(800);
	});

	it('keeps every state inside the state that it belongs to', () => {
		for (const inner of picture.nodes) {
			const outer = node(inner.parent ?? '');
			if (!outer) continue;
			expect(inner.x).toBeGreaterThanOrEqual(outer.x);
			expect(inner.y).toBeGreaterThanOrEqual(outer.y);
			expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
			expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
		}
	});

	it('keeps states beside each other apart', () => {
		for (const one of picture.nodes) {
			for (const other of picture.nodes) {
				if (one === other || one.parent !== other.parent) continue;
				const apart =
					one.x + one.width <= other.x ||
					other.x + other.width <= one.x ||
					one.y + one.height <= other.y ||
					other.y + other.height <= one.y;
				expect(apart, `${one.id} and ${other.id}`).toBe(true);
			}
		}
	});

	it('draws arrows and labels inside', () => {
		for (const { points, labelAt, labelSize, label } of picture.edges) {
			const corners = label ? [...points, labelAt] : points;
			for (const { x, y } of corners) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(picture.width);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(y).toBeLessThanOrEqual(picture.height);
			}
			expect(labelSize.width).toBeLessThan(picture.width);
		}
	});

	it('has a node for whatever is lit', () => {
		for (const state of statesOf(machine.root)) {
			const lit = litIds(valueTo(state), id);
			expect(lit).toContain(state.id);
			for (const one of lit) expect(node(one), one).toBeDefined();
		}
	});

	it('is the same each time it is drawn', async () => {
		expect(await layoutMachine(machine)).toEqual(picture);
	});
});

describe('labels', () => {
	it('are the words of the definition', async () => {
		const { edges } = await layoutMachine(peerMachine);
		const edge = edges.find(
			({ from, to }) => from === 'peer.signaling.absent' && to === 'peer.signaling.stable'
		);
		expect(edge?.label).toBe('new RTCPeerConnection()');
	});

	it('of transitions between the same states are joined', async () => {
		const { edges } = await layoutMachine(walkMachine);
		const pauses = edges.filter(
			({ from, to }) => from === 'walk.pace.playing' && to === 'walk.pace.paused'
		);
		expect(pauses).toHaveLength(1);
		expect(pauses[0]!.label.split(';\n').length).toBeGreaterThan(1);
	});
});

describe('what is lit', () => {
	it('is every active state, outermost first', () => {
		expect(litIds({ call: { attempt: { replaying: 'between' } }, pace: 'paused' }, 'walk')).toEqual(
			[
				'walk.call',
				'walk.call.attempt',
				'walk.call.attempt.replaying',
				'walk.call.attempt.replaying.between',
				'walk.pace',
				'walk.pace.paused'
			]
		);
	});

	it('is said in words', async () => {
		const value = { operation: 'idle', signaling: 'have-local-offer', connection: 'new' };
		expect(currentWords(await layoutMachine(peerMachine), litIds(value, 'peer'))).toBe(
			'operation is idle; signaling is have-local-offer; connection is new'
		);
	});
});
