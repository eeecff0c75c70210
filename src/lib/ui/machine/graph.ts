import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { NodeKind } from './picture';

/** A state, or one of the small marks that a picture needs beside the states. */
export interface GraphNode {
	id: string;
	label: string;
	kind: NodeKind;
	parent: string | null;
	/** How many arrows lead to it. */
	arrows: number;
	children: GraphNode[];
}

/** All transitions from one state to another. */
export interface GraphEdge {
	/** The states, by the definition. */
	from: string;
	to: string;
	/** The nodes that the arrow is drawn between. */
	tail: string;
	head: string;
	labels: string[];
}

/** What a machine's definition says, ready to be laid out. */
export interface Graph {
	id: string;
	regions: GraphNode[];
	edges: GraphEdge[];
}

/** Reads a machine's definition: its states as a tree, its transitions as edges. */
export function graphOf(machine: AnyStateMachine): Graph {
	const { root } = machine;
	const edges = new Map<string, GraphEdge>();
	const parallel = root.type === 'parallel';
	const regions = parallel
		? Object.values(root.states).map((state) => nodeOf(state, null, edges))
		: [nodeOf(root, null, edges)];
	const all = [...edges.values()];
	regions.forEach((region) => countArrows(region, all));
	return { id: root.id, regions, edges: all };
}

function countArrows(node: GraphNode, edges: GraphEdge[]): void {
	node.arrows = edges.filter(({ head }) => head === node.id).length;
	node.children.forEach((child) => countArrows(child, edges));
}

function nodeOf(
	state: AnyStateNode,
	parent: string | null,
	edges: Map<string, GraphEdge>
): GraphNode {
	const { id } = state;
	const mark = (kind: 'initial' | 'any'): GraphNode => ({
		id: `${id}#${kind}`,
		label: kind === 'any' ? 'any of these' : '',
		kind,
		parent: id,
		arrows: 0,
		children: []
	});
	const children = Object.values(state.states).map((child) => nodeOf(child, id, edges));
	const kind = parent === null ? 'region' : children.length > 0 ? 'compound' : 'state';

	const marks: GraphNode[] = [];
	for (const first of children.length > 0 ? (state.initial?.target ?? []) : []) {
		if (marks.length === 0) marks.push(mark('initial'));
		add(edges, { from: id, to: first.id, tail: `${id}#initial`, head: first.id, labels: [] });
	}
	for (const transition of transitionsOf(state)) {
		for (const target of transition.target ?? []) {
			const leavesAll = children.length > 0 && isWithin(target.id, id);
			if (leavesAll && !marks.some((one) => one.kind === 'any')) marks.push(mark('any'));
			add(edges, {
				from: id,
				to: target.id,
				tail: leavesAll ? `${id}#any` : id,
				// From inside, a state is entered again where it begins.
				head:
					isWithin(id, target.id) && Object.keys(target.states).length > 0
						? `${target.id}#initial`
						: target.id,
				labels: [labelOf(transition)]
			});
		}
	}
	return { id, label: state.key, kind, parent, arrows: 0, children: [...marks, ...children] };
}

/** All transitions that lead somewhere: those that change the context alone are no arrows. */
function transitionsOf(state: AnyStateNode): AnyTransitionDefinition[] {
	return [...state.transitions.values(), state.always ?? []].flat();
}

/** Arrows between the same two nodes are one arrow with the labels of all. */
function add(edges: Map<string, GraphEdge>, edge: GraphEdge): void {
	const key = `${edge.tail} ${edge.head}`;
	const known = edges.get(key);
	if (!known) edges.set(key, { ...edge, labels: edge.labels.filter(Boolean) });
	else known.labels = [...new Set([...known.labels, ...edge.labels])].filter(Boolean);
}

/** A transition in the words of its definition; an eventless one may have none. */
function labelOf({ description, eventType }: AnyTransitionDefinition): string {
	return description ?? eventType.replace(/^xstate\.after\.([^.]+)\..*$/, 'after $1');
}

function isWithin(inner: string, outer: string): boolean {
	return inner === outer || inner.startsWith(`${outer}.`);
}
