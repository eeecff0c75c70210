import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Graph, GraphNode } from './graph';
import { isCode, SIZES } from './picture';

/** As wide as a picture may be to be read without scrolling. */
export const WIDTH = 800;
/** A glyph of the mono face, and an average one of the text face, in em. */
const MONO = 0.6;
const TEXT = 0.47;
/** Longer labels are broken. */
const LABEL_LETTERS = 25;

const DIRECTIONS = ['DOWN', 'RIGHT'] as const;

/** Options of ELK's layered algorithm. */
type Way = { [option: string]: string };

/** Ways to lay out a region, best first: arrows lead on in the order of the definition, or nearly. */
const WAYS: Way[] = [
	{
		'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
		'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS'
	},
	{ 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' },
	{}
];

const elk = new ELK();

/** The first way whose result fits the width; where none does, the narrowest result. */
export async function layoutRegion(graph: Graph, region: GraphNode): Promise<ElkNode> {
	const all: ElkNode[] = [];
	for (const way of WAYS) {
		for (const direction of DIRECTIONS) {
			// Not every way can be gone with states inside states: elkjs throws, another way works.
			const laid = await layoutOnce(graph, region, { ...way, 'elk.direction': direction }).catch(
				() => null
			);
			if (laid) all.push(laid);
		}
		const [lowest] = all.filter(({ width = 0 }) => width <= WIDTH).sort(by('height'));
		if (lowest) return lowest;
	}
	const [narrowest] = all.sort(by('width'));
	if (!narrowest) throw new Error(`No layout was found for "${region.id}".`);
	return narrowest;
}

function by(size: 'width' | 'height') {
	return (one: ElkNode, other: ElkNode) => (one[size] ?? 0) - (other[size] ?? 0);
}

function layoutOnce({ edges }: Graph, region: GraphNode, way: Way): Promise<ElkNode> {
	const order = flat(region).map(({ id }) => id);
	return elk.layout({
		id: region.id,
		layoutOptions: {
			...options(way),
			'elk.json.shapeCoords': 'ROOT',
			'elk.json.edgeCoords': 'ROOT',
			'elk.padding': '[top=44,left=16,bottom=16,right=16]'
		},
		children: region.children.map((child) => elkNode(child, way)),
		edges: edges
			.filter(({ tail }) => tail.startsWith(region.id))
			.map(({ tail, head, labels }) => ({
				id: `${tail} ${head}`,
				sources: [tail],
				targets: [head],
				layoutOptions: {
					// What leads on in the definition leads on in the picture; the way back bends back.
					'elk.layered.priority.direction': order.indexOf(tail) < order.indexOf(head) ? '10' : '0'
				},
				labels: labels.length > 0 ? [elkLabel(labels)] : []
			}))
	});
}

function flat(node: GraphNode): GraphNode[] {
	return [node, ...node.children.flatMap(flat)];
}

/** What each level of the layout is told: a compound state does not inherit it. */
function options(way: Way) {
	return {
		'elk.algorithm': 'layered',
		'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
		'elk.edgeRouting': 'ORTHOGONAL',
		'elk.spacing.nodeNode': '24',
		'elk.spacing.edgeNode': '14',
		'elk.spacing.edgeEdge': '12',
		'elk.spacing.edgeLabel': '4',
		'elk.layered.spacing.nodeNodeBetweenLayers': '26',
		'elk.layered.spacing.edgeNodeBetweenLayers': '14',
		...way
	};
}

function elkNode({ id, label, kind, arrows, children }: GraphNode, way: Way): ElkNode {
	if (kind === 'initial') {
		return arrows > 1 ? { id, width: arrows * 18, height: 6 } : { id, width: 12, height: 12 };
	}
	if (kind === 'any') {
		return { id, width: label.length * SIZES.label * TEXT + 20, height: 26 };
	}
	const width = label.length * SIZES.state * MONO + 44;
	if (children.length === 0) return { id, width, height: 36 };
	return {
		id,
		layoutOptions: {
			...options(way),
			'elk.padding': '[top=48,left=18,bottom=18,right=18]',
			'elk.nodeSize.constraints': 'MINIMUM_SIZE',
			'elk.nodeSize.minimum': `(${width}, 60)`
		},
		children: children.map((child) => elkNode(child, way))
	};
}

function elkLabel(labels: string[]) {
	const lines = labels.flatMap((label, index) =>
		broken(index < labels.length - 1 ? `${label};` : label)
	);
	const longest = Math.max(...lines.map((line) => line.length));
	return {
		text: lines.join('\n'),
		// On the line, not beside it: the picture is narrower by a label's half.
		layoutOptions: { 'elk.edgeLabels.inline': 'true' },
		width: longest * SIZES.label * (isCode(labels.join('')) ? MONO : TEXT) + 8,
		height: lines.length * SIZES.line
	};
}

/** A label in lines of a length that an arrow can carry. */
function broken(label: string): string[] {
	const lines = [''];
	for (const part of label.split(/(?= )|(?=\([^)])/)) {
		const longer = lines.at(-1) + part;
		if (longer.length <= LABEL_LETTERS) lines[lines.length - 1] = longer;
		else lines.push(part.trimStart());
	}
	return lines;
}
