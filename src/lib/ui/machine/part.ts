import type { MachineLayout, Point } from './picture';

/**
 * One region of a machine's picture, moved to the upper left corner.
 *
 * @param label the region's name; the whole picture where it has none of this name
 */
export function partOf(picture: MachineLayout, label: string): MachineLayout {
	const region = picture.nodes.find((node) => node.kind === 'region' && node.label === label);
	if (!region) return picture;
	const within = (id: string) => id === region.id || /^[.#]/.test(id.slice(region.id.length));
	const nodes = picture.nodes.filter(({ id }) => id.startsWith(region.id) && within(id));
	const ids = new Set(nodes.map(({ id }) => id));
	const moved = ({ x, y }: Point): Point => ({ x: x - region.x, y: y - region.y });
	return {
		id: picture.id,
		nodes: nodes.map((node) => ({ ...node, ...moved(node) })),
		edges: picture.edges
			.filter(({ from, to }) => ids.has(from) && ids.has(to))
			.map((edge) => ({
				...edge,
				points: edge.points.map(moved),
				labelAt: moved(edge.labelAt)
			})),
		width: region.width,
		height: region.height
	};
}
