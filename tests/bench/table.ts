/** A line of the table that `npm run bench` ends with. */
export interface Row {
	/** What was measured, and of what. */
	what: string;
	/** The figure with its unit, as it is read. */
	measured: string;
	/** What was decided that it should be; null where nothing was. */
	goal?: string | null;
	/** Whether it is so; null where nothing was decided. */
	isReached?: boolean | null;
}

declare module 'vitest' {
	interface TaskMeta {
		/** What a measurement has for the table. */
		rows?: Row[];
	}
}

/** A measurement that has something for the table. */
export interface Tabled {
	meta: { rows?: Row[] };
}

/** Puts lines into the table, from whatever browser they were measured in. */
export function tabled(task: Tabled, ...rows: Row[]): void {
	task.meta.rows = [...(task.meta.rows ?? []), ...rows];
}

/** The middle one of several figures; of an even number the lower of the two. */
export function median(figures: readonly number[]): number {
	return [...figures].sort((a, b) => a - b)[(figures.length - 1) >> 1] ?? NaN;
}

/** The lines as a table for a terminal, in columns. */
export function drawn(rows: readonly Row[]): string {
	const cells = [
		['measured', '', 'goal', ''],
		...rows.map(({ what, measured, goal, isReached }) => [
			what,
			measured,
			goal ?? '',
			isReached === true ? 'reached' : isReached === false ? 'missed' : ''
		])
	];
	const widths = [0, 1, 2, 3].map((at) => Math.max(...cells.map((row) => row[at]!.length)));
	return cells
		.map((row) =>
			row
				.map((cell, at) => cell.padEnd(widths[at]!))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
