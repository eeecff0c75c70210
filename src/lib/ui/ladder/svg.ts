import { PEER_NAMES, type PeerName, type TraceEntry } from '../../trace';
import {
	clipped,
	clockWords,
	columnsOf,
	fitted,
	slotOf,
	withClock,
	type Columns,
	type Slot
} from './columns';
import {
	flights,
	folded,
	lifelines,
	place,
	type Flight,
	type Placed,
	type Stretch
} from './geometry';
import { ladderRows } from './layout';
import type { AttemptRow, FoldRow, Row, StepRow } from './row';
import { NAMES, reasonWords, spokenWords } from './words';

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

/** The colours of `theme.css`: a file of its own has no style sheet to take them from. */
const LIGHT = {
	paper: '#fcfbf8',
	ink: '#1d1c1a',
	ink2: '#56534d',
	ink3: '#69655d',
	rule: '#dcd8ce',
	john: '#1c5d99',
	johnTint: '#e3edf6',
	jane: '#a8412a',
	janeTint: '#f8e8e2',
	wire: '#655490',
	good: '#2a7548',
	bad: '#b3261e'
};
type Colors = typeof LIGHT;
const DARK: Colors = {
	paper: '#16171a',
	ink: '#eceae4',
	ink2: '#b3b0a8',
	ink3: '#9c998f',
	rule: '#35383e',
	john: '#7db6ea',
	johnTint: '#1b2e40',
	jane: '#f09a80',
	janeTint: '#40251d',
	wire: '#b3a3e0',
	good: '#7fc79b',
	bad: '#f2938b'
};

/** Faces that are there wherever the file is opened. */
const MONO = 'ui-monospace, Menlo, Consolas, monospace';
const SERIF = 'Georgia, serif';
/** So much broader than the site's own face a serif of the system may be. */
const BROADER = 1.3;

/** Where colours are not seen, the strokes tell the peers apart. */
const STROKES: Record<PeerName, { line?: string; pill?: string }> = {
	john: {},
	jane: { line: '9 4', pill: '3 2' }
};

/** What all parts of the drawing are drawn with. */
interface Sheet {
	columns: Columns;
	colors: Colors;
	titles: Record<string, string>;
	/** Where the words of rows across both lifelines begin. */
	left: number;
}

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
	const { width: wished = WIDTH, dark = false } = options;
	const width = Number.isFinite(wished) ? Math.max(NARROWEST, Math.round(wished)) : WIDTH;
	const columns = columnsOf(width);
	const colors = dark ? DARK : LIGHT;
	// A trace from elsewhere may have a step called `constructor`: that is no title.
	const named: Record<string, string> = Object.assign(Object.create(null), titles);
	const left = columns.wide ? 10 : columns.john + 14;
	const sheet: Sheet = { columns, colors, titles: named, left };

	const placed = place(folded(ladderRows(entries), () => false));
	const last = placed.at(-1);
	const bottom = (last ? last.top + last.height : HEAD) + AIR;
	const height = HEAD + bottom + HEAD;
	const clocked = columns.clock ? withClock(placed) : new Set<string>();
	const rows = placed.map((one) => drawnRow(one, sheet, clocked.has(one.row.key)));
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
	const held = flights(placed).filter(({ delivered }) => !delivered).length;
	return [
		shown === 0
			? 'Nothing has happened yet.'
			: `Attempt ${attempt} in ${shown} ${shown === 1 ? 'row' : 'rows'}, time running downwards.`,
		'John is on the left with a solid lifeline, Jane on the right with a dashed one.',
		'A square is a call, a circle an event, a framed text a state, a diamond a milestone.',
		'A message that was delivered is a solid arrow;',
		'one that the wire holds is a dashed line to a ring halfway.',
		...(held > 0 ? [`The wire holds ${held} ${held === 1 ? 'message' : 'messages'}.`] : [])
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

/** The lifelines, and the messages between them. */
function drawnLines(placed: readonly Placed[], sheet: Sheet, bottom: number): string[] {
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

/** From lifeline to lifeline, or to a ring halfway where the wire holds the message. */
function drawnFlight({ from, to, sent, delivered }: Flight, { columns, colors }: Sheet): string {
	const direction = Math.sign(columns[to] - columns[from]);
	const x1 = columns[from] + direction * 5;
	const x2 = columns[to] - direction * 3;
	const y1 = sent.mid;
	const stroke = { stroke: colors.wire, 'stroke-width': 1.4 };
	if (!delivered) {
		const middle = (columns.john + columns.jane) / 2;
		const d = `M${round(x1)} ${y1}H${round(middle - direction * 4)}`;
		return element(
			'g',
			{ 'data-flight': 'held', ...stroke },
			element('path', { d, 'stroke-dasharray': '4 3' }),
			element('circle', { cx: middle, cy: y1, r: 4, fill: colors.paper })
		);
	}
	const y2 = delivered.mid;
	const angle = round((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI);
	const transform = `translate(${round(x2)} ${y2}) rotate(${angle})`;
	return element(
		'g',
		{ 'data-flight': 'delivered' },
		element('path', { d: `M${round(x1)} ${y1}L${round(x2)} ${y2}`, ...stroke }),
		element('path', { d: 'M0 0l-8 -3.5v7z', transform, fill: colors.wire })
	);
}

/** A row: what it says, and in its title all that can be said of it. */
function drawnRow(placed: Placed, sheet: Sheet, clock: boolean): string {
	const { row, mid } = placed;
	const { colors } = sheet;
	const parts = [element('title', {}, escaped(spokenWords(row, sheet.titles)))];
	if (row.kind === 'step' || row.kind === 'attempt' || row.kind === 'fold') {
		parts.push(...separator(row, placed, sheet));
	} else if (row.peer) {
		if (clock) {
			const place = { x: 10, y: mid + 4, 'font-size': 12, fill: colors.ink3 };
			parts.push(element('text', place, escaped(clockWords(row.since))));
		}
		parts.push(beside(row, row.peer, placed, sheet), mark(row, row.peer, placed, sheet));
	} else {
		const cross = '✕ '.length * sheet.columns.glyph;
		const room = sheet.columns.width - sheet.left - 10 - cross;
		const { text } = fitted(row, room, sheet.columns.glyph);
		const slot: Slot = { x: sheet.left, anchor: 'start', room };
		parts.push(label(`✕ ${plain(text)}`, '', slot, mid, row, sheet));
	}
	return element('g', { 'data-row': row.kind, 'data-peer': row.peer ?? undefined }, ...parts);
}

/** The words of a row beside its lifeline. */
function beside(row: Row, peer: PeerName, { top, height, mid }: Placed, sheet: Sheet): string {
	const { columns, colors } = sheet;
	const slot = slotOf(columns, peer);
	const { text, suffix, width } = fitted(row, slot.room, columns.glyph);
	if (row.kind !== 'state') return label(plain(text), plain(suffix), slot, mid, row, sheet);
	const x = slot.anchor === 'start' ? slot.x - 4 : slot.x + 4 - width;
	const pill = {
		x,
		y: top + 3,
		width,
		height: height - 6,
		rx: height / 2 - 3,
		fill: colors[`${peer}Tint`],
		stroke: colors[peer],
		'stroke-width': 0.75,
		'stroke-dasharray': STROKES[peer].pill
	};
	const words = plain(text);
	const length = Math.min(words.length * columns.glyph, width);
	const place = { x: x + width / 2, y: mid + 4, ...anchored('middle'), ...exactly(length) };
	return (
		element('rect', pill) + element('text', { ...place, fill: colors.ink }, escaped(words || '–'))
	);
}

/** Text of the mono face, on a ground that hides the messages that pass behind it. */
function label(
	text: string,
	suffix: string,
	slot: Slot,
	mid: number,
	row: Row,
	{ columns, colors }: Sheet
): string {
	const words = text.trim() || '–';
	const width = (words.length + suffix.length) * columns.glyph;
	const x = slot.anchor === 'start' ? slot.x : slot.x - width;
	const ground = { x: x - 3, y: mid - 9, width: width + 6, height: 18, fill: colors.paper };
	const isFailed = row.kind === 'call' && row.error;
	const place = { x: slot.x, y: mid + 4, ...anchored(slot.anchor), ...exactly(width) };
	const look = { fill: inkOf(row, colors), 'font-weight': isStrong(row) ? 600 : undefined };
	const after = { fill: isFailed ? colors.bad : colors.ink3 };
	const end = suffix && element('tspan', after, escaped(suffix));
	return (
		(columns.wide ? '' : element('rect', ground)) +
		element('text', { ...place, ...look }, escaped(words), end)
	);
}

function inkOf({ kind }: Row, colors: Colors): string {
	if (kind === 'event') return colors.ink2;
	if (kind === 'sent' || kind === 'delivered') return colors.wire;
	if (kind === 'milestone') return colors.good;
	return kind === 'lost' || kind === 'refused' ? colors.bad : colors.ink;
}

function isStrong({ kind }: Row): boolean {
	return kind === 'lost' || kind === 'milestone';
}

/** What sits on the lifeline: its shape says what kind of thing happened. */
function mark(row: Row, peer: PeerName, { mid: y }: Placed, { columns, colors }: Sheet): string {
	const x = columns[peer];
	const tone = colors[peer];
	const at = `M${round(x)} ${y}`;
	switch (row.kind) {
		case 'call':
			return element('rect', { x: x - 4.5, y: y - 4.5, width: 9, height: 9, fill: tone });
		case 'event': {
			const look = { fill: colors.paper, stroke: tone, 'stroke-width': 1.5 };
			return element('circle', { cx: x, cy: y, r: 4, ...look });
		}
		case 'state':
			return element('path', { d: `${at}m-5 0h10`, stroke: tone, 'stroke-width': 1.5 });
		case 'milestone':
			return element('path', { d: `${at}m0 -6l6 6l-6 6l-6 -6z`, fill: colors.good });
		case 'lost':
		case 'refused': {
			const cross = { d: `${at}m-6 -6l12 12m0 -12l-12 12`, stroke: colors.bad };
			return (
				element('circle', { cx: x, cy: y, r: 9, fill: colors.paper }) +
				element('path', { ...cross, 'stroke-width': 2.5 })
			);
		}
		case 'sent':
		case 'delivered':
			return element('circle', { cx: x, cy: y, r: 2.5, fill: colors.wire });
		default:
			return '';
	}
}

/** A row across both lifelines: a step, fresh peers, or an attempt that is folded. */
function separator(
	row: StepRow | AttemptRow | FoldRow,
	{ top, mid }: Placed,
	sheet: Sheet
): string[] {
	const { columns, colors, left, titles } = sheet;
	const { width } = columns;
	const italic = { 'font-style': 'italic' };
	switch (row.kind) {
		case 'step': {
			const title = titles[row.step] ?? row.step;
			return [
				element('path', { d: `M0 ${top + 10.5}H${width}`, stroke: colors.rule }),
				line(title, { x: left, y: top + 28, fill: colors.ink, ...serif(14), ...italic }, sheet)
			];
		}
		case 'attempt': {
			const head = { x: left, y: top + 30, fill: colors.ink, ...serif(16), 'font-weight': 600 };
			const why = { x: left, y: top + 48, fill: colors.ink2, ...serif(14), ...italic };
			return [
				element('path', { d: `M0 ${top + 10}H${width}`, stroke: colors.ink, 'stroke-width': 1.5 }),
				line(row.label, head, sheet),
				line(reasonWords(row.reason), why, sheet)
			];
		}
		case 'fold':
			return [
				line(row.label, { x: left, y: mid + 5, fill: colors.ink2, ...serif(14), ...italic }, sheet)
			];
	}
}

/** A line of the text face, shortened to the width, on a ground that hides the lifelines. */
function line(
	words: string,
	look: Attributes & { x: number; y: number; 'font-size': number },
	{ columns, colors }: Sheet
): string {
	const { x, y, 'font-size': size } = look;
	const room = columns.width - x - 10;
	const text = plain(clipped(plain(words), room, size * BROADER)).trim() || '–';
	const width = Math.min(room, text.length * size * 0.5);
	const ground = { x: x - 3, y: y - 13, width: width + 6, height: 17, fill: colors.paper };
	return element('rect', ground) + element('text', look, escaped(text));
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function serif(size: number) {
	return { 'font-family': SERIF, 'font-size': size };
}

function anchored(anchor: 'start' | 'middle' | 'end'): Attributes {
	return { 'text-anchor': anchor === 'start' ? undefined : anchor };
}

/** Mono faces differ, and scripts do more: text is told the width for which there is room. */
function exactly(width: number): Attributes {
	return width > 0 ? { textLength: width, lengthAdjust: 'spacingAndGlyphs' } : {};
}

/** @param content markup; text has to be `escaped` */
function element(name: string, attributes: Attributes, ...content: string[]): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(
			([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? round(value) : value!)}"`
		)
		.join('');
	const inside = content.join('');
	return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`;
}

/** A hundredth of a pixel is nothing to see. */
function round(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/**
 * What XML cannot hold, even escaped, and what would turn the text around it: controls, halves of
 * surrogate pairs, noncharacters, marks of direction.
 */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/gu;

/** Text in one line, without what cannot be written. */
function plain(text: string): string {
	return text.replace(/\s+/g, ' ').replace(UNWRITABLE, '');
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text as it stands in XML, between tags and in attributes alike. */
function escaped(text: string): string {
	return plain(text).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}
