import { both, boundsOf, momentsOf, OPEN, shiftWithin, type Bounds } from './clocks';
import type { DumpConnection } from './dump';

/** How the clock of one browser is shown. */
export interface Clock {
	/** Milliseconds that are added to its times. */
	readonly shift: number;
	/** What is known of that. */
	readonly bounds: Bounds;
	/** The browser on whose clock it is shown; itself where nothing ties it to one before. */
	readonly base: number;
}

/** A connection, and the browser that it is of. */
export interface Clocked {
	readonly browser: number;
	readonly connection: DumpConnection;
}

/** What ties two browsers: by how much the clock of `to` may be moved while that of `from` stays. */
interface Tie {
	readonly from: number;
	readonly to: number;
	readonly bounds: Bounds;
}

/**
 * Puts the clocks of several browsers on one, as far as their connections talked with each other: by
 * what was sent, which cannot have come before.
 * @param browsers in the order in which their clocks are preferred
 */
export function alignClocks(
	browsers: readonly number[],
	connections: readonly Clocked[]
): ReadonlyMap<number, Clock> {
	const ties = tiesOf(connections);
	const clocks = new Map<number, Clock>();
	const left = new Set(browsers);
	for (let next = browsers[0]; next !== undefined;) {
		clocks.set(next, clockOf(next, ties, clocks));
		left.delete(next);
		next = nextOf([...left], ties, clocks);
	}
	return clocks;
}

/** Who is next: somebody of whom most is known. */
function nextOf(
	left: readonly number[],
	ties: readonly Tie[],
	clocks: ReadonlyMap<number, Clock>
): number | undefined {
	const known = left.map((browser) => ({ browser, near: tiesTo(browser, ties, clocks) }));
	const isBound = ({ least, most }: Bounds) => least > -Infinity || most < Infinity;
	const best =
		known.find(({ near }) => near.some(({ bounds }) => isBound(bounds))) ??
		known.find(({ near }) => near.length > 0) ??
		known[0];
	return best?.browser;
}

function clockOf(browser: number, ties: readonly Tie[], clocks: ReadonlyMap<number, Clock>): Clock {
	const near = tiesTo(browser, ties, clocks);
	if (near.length === 0) return { shift: 0, bounds: OPEN, base: browser };
	const bounds = near.map((tie) => tie.bounds).reduce(both);
	return { shift: shiftWithin(bounds), bounds, base: clocks.get(near[0]!.from)!.base };
}

/** What ties a browser to those whose clocks are known, with the bounds on the clock of their base. */
function tiesTo(browser: number, ties: readonly Tie[], clocks: ReadonlyMap<number, Clock>): Tie[] {
	return ties.flatMap(({ from, to, bounds }) => {
		if (to !== browser) return [];
		const shift = clocks.get(from)?.shift;
		if (shift === undefined) return [];
		return [{ from, to, bounds: { least: bounds.least + shift, most: bounds.most + shift } }];
	});
}

/** The ties of all partners that are of different browsers, in both directions. */
function tiesOf(connections: readonly Clocked[]): Tie[] {
	const byId = new Map(connections.map((one) => [one.connection.id, one]));
	return connections.flatMap((one): Tie[] => {
		const { partner } = one.connection;
		const other = partner === null ? undefined : byId.get(partner);
		if (!other || other.browser === one.browser) return [];
		const bounds = boundsOf(momentsOf(one.connection.events), momentsOf(other.connection.events));
		const back = { least: -bounds.most, most: -bounds.least };
		return [
			{ from: one.browser, to: other.browser, bounds },
			{ from: other.browser, to: one.browser, bounds: back }
		];
	});
}
