import type { PeerName } from '../../trace';
import { clipped, clockWords, fitted, slotOf, type Slot } from './columns';
import type { Placed } from './geometry';
import type { AttemptRow, DeedRow, FoldRow, Row, StepRow } from './row';
import { anchored, BROADER, exactly, serif, STROKES, type Colors, type Sheet } from './svg-look';
import { element, escaped, plain, round, type Attributes } from './svg-xml';
import { deedRowWords, reasonWords, spokenWords } from './row-phrases';

/** A row: what it says, and in its title all that can be said of it. */
export function drawnRow(placed: Placed, sheet: Sheet, clock: boolean): string {
	const { row, mid } = placed;
	const { colors } = sheet;
	const parts = [element('title', {}, escaped(spokenWords(row, sheet.titles)))];
	if (row.kind === 'step' || row.kind === 'attempt' || row.kind === 'fold' || row.kind === 'deed') {
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

const OF_THE_WIRE: ReadonlySet<Row['kind']> = new Set(['sent', 'altered', 'delivered'] as const);

function inkOf({ kind }: Row, colors: Colors): string {
	if (kind === 'event') return colors.ink2;
	if (OF_THE_WIRE.has(kind)) return colors.wire;
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
		case 'altered':
			return element('path', {
				d: `${at}m-5 -5l10 10m0 -10l-10 10`,
				stroke: colors.wire,
				'stroke-width': 2
			});
		case 'sent':
		case 'delivered':
			return element('circle', { cx: x, cy: y, r: 2.5, fill: colors.wire });
		default:
			return '';
	}
}

/** A row across both lifelines: a step, what was done beside them, fresh peers, or an attempt that is folded. */
function separator(
	row: StepRow | AttemptRow | FoldRow | DeedRow,
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
		case 'deed': {
			const fill = row.error ? colors.bad : colors.warn;
			const look = { x: left, y: mid + 5, fill, ...serif(14), ...italic };
			return [line(deedRowWords(row, titles), look, sheet)];
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
