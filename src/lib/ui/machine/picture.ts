import type { StateValue } from 'xstate';

/** A corner or an end of an edge, in pixels. */
export interface Point {
	x: number;
	y: number;
}

/**
 * What a node stands for.
 *
 * - `region`: one of several parallel states, drawn as a compartment
 * - `compound`: a state with states inside
 * - `state`: a state without
 * - `initial`: where a compound state begins
 * - `any`: whatever state is active in its parent, where a transition leaves all of them
 */
export type NodeKind = 'region' | 'compound' | 'state' | 'initial' | 'any';

/** A state of a machine, with its place. */
export interface PictureNode {
	id: string;
	label: string;
	kind: NodeKind;
	parent: string | null;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** All transitions from one state to another, drawn as one arrow. */
export interface PictureEdge {
	from: string;
	to: string;
	/** What makes the machine take it; one line for each transition. */
	label: string;
	points: Point[];
	/** The middle of the label. */
	labelAt: Point;
	/** The ground that the label needs. */
	labelSize: { width: number; height: number };
}

/** The picture of a machine, drawn from its definition when the site is built. */
export interface MachineLayout {
	id: string;
	nodes: PictureNode[];
	edges: PictureEdge[];
	width: number;
	height: number;
}

/** Both pictures, as `machines.json` has them. */
export type MachineLayouts = Record<'walk' | 'peer', MachineLayout>;

/** Sizes that the layout reckons with, and that the drawing has to keep. */
export const SIZES = { state: 14, label: 13, line: 17 } as const;

/** The ids of all states that are active, outermost first. The machine itself is not one of them. */
export function litIds(value: StateValue, machineId: string): string[] {
	if (typeof value === 'string') return [`${machineId}.${value}`];
	return Object.entries(value).flatMap(([key, inner]) => {
		const id = `${machineId}.${key}`;
		return inner === undefined ? [id] : [id, ...litIds(inner, id)];
	});
}

/** The current states in words: "call is attempt, reading; pace is paused". */
export function currentWords({ nodes }: MachineLayout, lit: readonly string[]): string {
	const active = nodes.filter(({ id }) => lit.includes(id));
	return active
		.filter(({ kind }) => kind === 'region')
		.map((region) => {
			const inside = active.filter(({ id }) => id.startsWith(`${region.id}.`));
			return `${region.label} is ${inside.map(({ label }) => label).join(', ')}`;
		})
		.join('; ');
}

/** Whether a label, in however many lines, is written as code: `close()`, `go.to`. */
export function isCode(label: string): boolean {
	return /\w\(|^\w+(\.\w+)+$/.test(label.replaceAll('\n', ''));
}
