import { PEER_NAMES, type TraceEntry } from '../../trace';
import { waitingFor } from '../../trace/fate';
import { NAMES } from '../../trace/names';
import { finish, type Work } from '../../trace/work';
import { columnsOf, withClock } from './columns';
import { flights, folded, place, type Placed } from './geometry';
import { joiningRows } from './layout';
import { drawnLines } from './svg-lines';
import { anchored, DARK, LIGHT, MONO, serif, STROKES, type Sheet } from './svg-look';
import { drawnRow } from './svg-rows';
import { element, escaped } from './svg-xml';

/** How the drawing is to look. */
export interface LadderSvgOptions {
	/** In pixels; the height follows from the rows. */
	width?: number;
	/** Light on dark, as the site is in the dark. */
	dark?: boolean;
}

const WIDTH = 900;
/** Narrower than this there is no room for words between the lifelines. */
const NARROWEST = 320;
/** The names stand above the rows, and once more below them. */
const HEAD = 40;
const AIR = 16;

/**
 * The ladder as an SVG document of its own: the last attempt in full, earlier ones as one line
 * each, in the places where the ladder on the screen has them. All looks are attributes, without
 * style sheet and ids, so that it is drawn alike by browsers, editors and word processors, and can
 * be put into a page without touching the rest of it.
 * @param titles step id to the title of its slide
 */
export function ladderSvg(
	entries: readonly TraceEntry[],
	titles: Readonly<Record<string, string>>,
	options: LadderSvgOptions = {}
): string {
	return finish(drawingLadder(entries, titles, options));
}

/** The same, one entry and one row at a time. */
export function* drawingLadder(
	entries: readonly TraceEntry[],
	titles: Readonly<Record<string, string>>,
	options: LadderSvgOptions = {}
): Work<string> {
	const { width: wished = WIDTH, dark = false } = options;
	const width = Number.isFinite(wished) ? Math.max(NARROWEST, Math.round(wished)) : WIDTH;
	const columns = columnsOf(width);
	const colors = dark ? DARK : LIGHT;
	// A trace from elsewhere may have a step called `constructor`: that is no title.
	const named: Record<string, string> = Object.assign(Object.create(null), titles);
	const left = columns.wide ? 10 : columns.john + 14;
	const sheet: Sheet = { columns, colors, titles: named, left };

	const placed = place(folded(yield* joiningRows(entries), () => false));
	const last = placed.at(-1);
	const bottom = (last ? last.top + last.height : HEAD) + AIR;
	const height = HEAD + bottom + HEAD;
	const clocked = columns.clock ? withClock(placed) : new Set<string>();
	const rows: string[] = [];
	for (const one of placed) {
		rows.push(drawnRow(one, sheet, clocked.has(one.row.key)));
		yield;
	}
	const drawing = [
		element('rect', { width, height, fill: colors.paper }),
		...heads(sheet, HEAD / 2),
		element('path', { d: `M0 ${HEAD - 0.5}H${width}`, stroke: colors.rule }),
		element(
			'g',
			{ transform: `translate(0 ${HEAD})` },
			(last ? [...drawnLines(placed, sheet, bottom), ...rows] : [nothing(sheet, bottom)]).join('\n')
		),
		element('path', { d: `M0 ${HEAD + bottom + 0.5}H${width}`, stroke: colors.rule }),
		...heads(sheet, HEAD + bottom + HEAD / 2)
	];
	const root = {
		xmlns: 'http://www.w3.org/2000/svg',
		width,
		height,
		viewBox: `0 0 ${width} ${height}`,
		'font-family': MONO,
		'font-size': columns.fontSize,
		fill: 'none'
	};
	const about = [
		element('title', {}, escaped('The call between John and Jane, as a ladder')),
		element('desc', {}, escaped(describe(entries, placed)))
	];
	return `${element('svg', root, `\n${[...about, ...drawing].join('\n')}\n`)}\n`;
}

/** What the drawing shows and how to read it, for whoever does not see it or its colours. */
function describe(entries: readonly TraceEntry[], placed: readonly Placed[]): string {
	const attempt = entries.at(-1)?.attempt ?? 0;
	const shown = placed.filter(({ row }) => row.kind !== 'fold').length;
	const waiting = PEER_NAMES.flatMap((to) => {
		const count = flights(placed).filter(
			(one) => !one.delivered && !one.isLost && one.to === to
		).length;
		return count === 0 ? [] : `${count} ${count === 1 ? 'message' : 'messages'} ${waitingFor(to)}.`;
	});
	return [
		shown === 0
			? 'Nothing has happened yet.'
			: `Attempt ${attempt} in ${shown} ${shown === 1 ? 'row' : 'rows'}, time running downwards.`,
		'John is on the left with a solid lifeline, Jane on the right with a dashed one.',
		'A square is a call, a circle an event, a framed text a state, a diamond a milestone.',
		'A message that was delivered is a solid arrow;',
		'one that still waits is a dashed line to a ring halfway.',
		...waiting
	].join(' ');
}

function heads({ columns, colors }: Sheet, y: number): string[] {
	const { john, jane, wide } = columns;
	const peers = PEER_NAMES.map((peer) => {
		const leftwards = wide === (peer === 'john');
		const x = columns[peer];
		const ink = colors[peer];
		const stroke = { stroke: ink, 'stroke-width': 1.5, 'stroke-dasharray': STROKES[peer].line };
		const name = {
			x: leftwards ? x - 20 : x + 20,
			y: y + 5,
			...anchored(leftwards ? 'end' : 'start'),
			...serif(14),
			'font-weight': 600,
			fill: ink
		};
		const initials = {
			x,
			y: y + 4,
			...anchored('middle'),
			...serif(12),
			'font-weight': 600,
			fill: ink
		};
		return [
			element('circle', { cx: x, cy: y, r: 11.25, fill: colors[`${peer}Tint`], ...stroke }),
			element('text', initials, escaped(NAMES[peer].slice(0, 2))),
			element('text', name, escaped(NAMES[peer]))
		].join('');
	});
	const wire = {
		x: (john + jane) / 2,
		y: y + 5,
		...anchored('middle'),
		...serif(14),
		'font-style': 'italic',
		fill: colors.wire
	};
	return [...peers, element('text', wire, 'wire')];
}

function nothing({ columns, colors }: Sheet, bottom: number): string {
	const x = (columns.john + columns.jane) / 2;
	const look = { ...anchored('middle'), ...serif(14), fill: colors.ink3 };
	return element('text', { x, y: bottom / 2 + 5, ...look }, escaped('Nothing has happened yet.'));
}
