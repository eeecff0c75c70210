import type uPlot from 'uplot';
import type { aligned } from '$lib/trace/series';
import type { Chart } from './charts';
import { inkOf } from './ink';

/** How John's and Jane's lines are dashed: hue alone tells nothing to many. */
export const DASHES = { john: [], jane: [6, 4] } as const;

const HEIGHT = 132;
/** Charts with one key move their pointers together. */
const TOGETHER = 'parley';

export type Data = ReturnType<typeof aligned>;

/** From when until when, in seconds. */
export type Span = readonly [from: number, to: number];

/** What is drawn. */
export interface Drawing {
	readonly chart: Chart;
	readonly data: Data;
	/** What the axis of time covers; null for as much as there is. */
	readonly span: Span | null;
	/** Is told the time under the pointer; null when it leaves. */
	readonly onpoint: (time: number | null) => void;
}

/** The library, when the first chart is drawn: it is no part of what the page loads first. */
export async function loadPlot(): Promise<typeof uPlot> {
	const [{ default: Plot }] = await Promise.all([
		import('uplot'),
		import('uplot/dist/uPlot.min.css')
	]);
	return Plot;
}

/**
 * Draws a chart into an element, as wide as the element is and stays.
 * @returns what gives it new data and what removes it
 */
export function drawChart(
	Plot: typeof uPlot,
	element: HTMLElement,
	{ chart, data, span, onpoint }: Drawing
) {
	// Colours are functions, read at every drawing, so that another theme needs nothing but that.
	const ink = inkOf(element);
	const font = `12px ${getComputedStyle(element).fontFamily}`;
	const axis: uPlot.Axis = {
		font,
		stroke: () => ink('--ink-3'),
		grid: { stroke: () => ink('--rule'), width: 1 },
		ticks: { show: false }
	};
	const line = (peer: 'john' | 'jane'): uPlot.Series => ({
		stroke: () => ink(`--${peer}`),
		width: 1.75,
		dash: [...DASHES[peer]],
		points: { show: false }
	});
	const plot = new Plot(
		{
			width: Math.max(1, element.clientWidth),
			height: HEIGHT,
			padding: [8, 6, 0, 0],
			legend: { show: false },
			cursor: {
				y: false,
				drag: { x: false, y: false },
				sync: { key: TOGETHER },
				points: { size: 6 }
			},
			scales: {
				x: { time: false, ...(span && { range: [...span] }) },
				y: { range: (_, __, highest) => [0, Math.max(chart.atLeast, (highest ?? 0) * 1.1)] }
			},
			axes: [
				{ ...axis, size: 26, values: (_, values) => values.map((value) => `${value} s`) },
				{ ...axis, size: 48, values: (_, values) => values.map(chart.tick) }
			],
			series: [{}, line('john'), line('jane')],
			hooks: {
				setCursor: [
					({ cursor, data: [times] }: uPlot) =>
						onpoint(cursor.idx == null ? null : (times[cursor.idx] ?? null))
				]
			}
		},
		data as uPlot.AlignedData,
		element
	);
	const resized = new ResizeObserver(() => {
		if (element.clientWidth > 0) plot.setSize({ width: element.clientWidth, height: HEIGHT });
	});
	resized.observe(element);
	return {
		update: (next: Data) => plot.setData(next as uPlot.AlignedData),
		redraw: () => plot.redraw(false),
		destroy() {
			resized.disconnect();
			plot.destroy();
		}
	};
}
