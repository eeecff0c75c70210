import { courseOf, flights, lifelines, type Flight, type Placed, type Stretch } from './geometry';
import { STROKES, type Sheet } from './svg-look';
import { element, round } from './svg-xml';

/** The lifelines, and the messages between them. */
export function drawnLines(placed: readonly Placed[], sheet: Sheet, bottom: number): string[] {
	const stretches = lifelines(placed, bottom);
	const ends = stretches.filter(({ state, to }) => state === 'open' && to < bottom);
	const { columns, colors } = sheet;
	return [
		...stretches.map((stretch) => drawnStretch(stretch, sheet)),
		...ends.map(({ peer, to }) => {
			const d = `M${round(columns[peer] - 7)} ${to}h14`;
			return element('path', { d, stroke: colors[peer], 'stroke-width': 2.5 });
		}),
		...flights(placed).map((flight) => drawnFlight(flight, sheet))
	];
}

function drawnStretch({ peer, from, to, state }: Stretch, { columns, colors }: Sheet): string {
	const open = state === 'open';
	return element('path', {
		d: `M${round(columns[peer])} ${from}V${to}`,
		stroke: colors[peer],
		'stroke-width': open ? 1.5 : 1,
		'stroke-dasharray': open ? STROKES[peer].line : '1 6',
		'stroke-opacity': open ? undefined : 0.6
	});
}

/** From lifeline to lifeline, or to a ring halfway where the message still waits. */
function drawnFlight(flight: Flight, { columns, colors }: Sheet): string {
	const { x1, y1, x2, y2, angle, ring, middle } = courseOf(flight, columns);
	const stroke = { stroke: colors.wire, 'stroke-width': 1.4 };
	if (!flight.delivered) {
		const d = `M${round(x1)} ${y1}H${round(ring)}`;
		return element(
			'g',
			{ 'data-flight': flight.isLost ? 'lost' : 'waiting', ...stroke },
			element('path', { d, 'stroke-dasharray': '4 3' }),
			flight.isLost
				? element('path', { d: `M${round(middle - 4)} ${y1 - 4}l8 8m0 -8l-8 8` })
				: element('circle', { cx: middle, cy: y1, r: 4, fill: colors.paper })
		);
	}
	const transform = `translate(${round(x2)} ${y2}) rotate(${round(angle)})`;
	return element(
		'g',
		{ 'data-flight': 'delivered' },
		element('path', { d: `M${round(x1)} ${y1}L${round(x2)} ${y2}`, ...stroke }),
		element('path', { d: 'M0 0l-8 -3.5v7z', transform, fill: colors.wire })
	);
}
