import type { ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { AnyStateMachine } from 'xstate';
import { graphOf, type Graph, type GraphNode } from './graph';
import { layoutRegion, WIDTH } from './region';
import { type MachineLayout, type PictureEdge, type PictureNode, type Point } from './picture';

/** Between regions that stand side by side. */
const GUTTER = 32;
interface Region {
	node: GraphNode;
	laid: ElkNode;
}

/**
 * Draws a machine from its own definition. The regions are laid out one by one, as no transition
 * leads from one to another, and then packed into rows.
 */
export async function layoutMachine(machine: AnyStateMachine): Promise<MachineLayout> {
	const graph = graphOf(machine);
	const regions: Region[] = [];
	for (const node of graph.regions) regions.push({ node, laid: await layoutRegion(graph, node) });
	const picture: MachineLayout = { id: graph.id, nodes: [], edges: [], width: 0, height: 0 };
	for (const row of packed(regions)) addRow(picture, graph, row);
	return picture;
}

/** Regions in rows, in their order: side by side as long as the width allows it. */
function packed(regions: Region[]): Region[][] {
	const rows: Region[][] = [];
	let used = Infinity;
	for (const region of regions) {
		const width = region.laid.width ?? 0;
		if (used + GUTTER + width <= WIDTH) {
			rows.at(-1)!.push(region);
			used += GUTTER + width;
		} else {
			rows.push([region]);
			used = width;
		}
	}
	return rows;
}

/** Adds a row of regions below what the picture has. */
function addRow(picture: MachineLayout, graph: Graph, row: Region[]): void {
	const top = picture.height;
	const height = Math.max(...row.map(({ laid }) => laid.height ?? 0));
	let left = 0;
	for (const { node, laid } of row) {
		const width = laid.width ?? 0;
		const move = ({ x, y }: Point): Point => ({ x: round(x + left), y: round(y + top) });
		picture.nodes.push({ ...plain(node), x: left, y: top, width, height });
		picture.nodes.push(...nodesOf(node.children, laid.children ?? [], move));
		picture.edges.push(...edgesOf(graph, laid, move));
		left += width + GUTTER;
	}
	picture.width = Math.max(picture.width, left - GUTTER);
	picture.height = top + height;
}

function plain({ id, label, kind, parent }: GraphNode) {
	return { id, label, kind, parent };
}

function nodesOf(nodes: GraphNode[], laid: ElkNode[], move: (p: Point) => Point): PictureNode[] {
	return nodes.flatMap((node, index) => {
		const { x = 0, y = 0, width = 0, height = 0, children = [] } = laid[index]!;
		const own = { ...plain(node), ...move({ x, y }), width: round(width), height: round(height) };
		return [own, ...nodesOf(node.children, children, move)];
	});
}

function edgesOf({ edges }: Graph, laid: ElkNode, move: (p: Point) => Point): PictureEdge[] {
	return (laid.edges ?? []).flatMap((one): PictureEdge[] => {
		const edge = edges.find(({ tail, head }) => one.id === `${tail} ${head}`);
		const section = one.sections?.[0];
		if (!edge || !section) return [];
		const { startPoint, bendPoints = [], endPoint } = section;
		const points = [startPoint, ...bendPoints, endPoint].map(move);
		const { text = '', x = 0, y = 0, width = 0, height = 0 } = one.labels?.[0] ?? {};
		const labelAt = move({ x: x + width / 2, y: y + height / 2 });
		const labelSize = { width: round(width), height };
		return [{ from: edge.from, to: edge.to, label: text, points, labelAt, labelSize }];
	});
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
