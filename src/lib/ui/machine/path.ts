import type { Point } from './picture';

const RADIUS = 6;

/** An arrow's course as SVG path data, its corners rounded. */
export function roundedPath(points: readonly Point[]): string {
	const [start, ...others] = points;
	if (!start) return '';
	let data = `M${start.x} ${start.y}`;
	others.forEach((corner, index) => {
		const before = points[index]!;
		const after = others[index + 1];
		if (!after) {
			data += `L${corner.x} ${corner.y}`;
			return;
		}
		const from = towards(corner, before);
		const to = towards(corner, after);
		data += `L${from.x} ${from.y}Q${corner.x} ${corner.y} ${to.x} ${to.y}`;
	});
	return data;
}

/** The arrow's point, as SVG path data. */
export function arrowhead(points: readonly Point[], length = 8, half = 3.5): string {
	const [before, end] = points.slice(-2);
	if (!before || !end) return '';
	const size = Math.hypot(end.x - before.x, end.y - before.y) || 1;
	const x = (end.x - before.x) / size;
	const y = (end.y - before.y) / size;
	const foot = { x: end.x - x * length, y: end.y - y * length };
	return `M${end.x} ${end.y}L${foot.x - y * half} ${foot.y + x * half}L${foot.x + y * half} ${foot.y - x * half}Z`;
}

/** The point beside a corner where its rounding begins: at most half way to the next. */
function towards(corner: Point, other: Point): Point {
	const size = Math.hypot(other.x - corner.x, other.y - corner.y) || 1;
	const part = Math.min(RADIUS, size / 2) / size;
	return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part };
}
