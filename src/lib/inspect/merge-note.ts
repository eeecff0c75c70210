import { grouped } from '../trace/numbers';
import type { Dump } from './dump';
import type { Clock } from './merge-clocks';

/** What was found out while dumps were merged. */
export interface Merged {
	readonly dumps: readonly Dump[];
	/** The names of their files, each another. */
	readonly labels: readonly string[];
	/** How many connections were in more than one file. */
	readonly doubled: number;
	/** By the place of the first file of each browser. */
	readonly clocks: ReadonlyMap<number, Clock>;
	/** Whether two connections of different files talked with each other. */
	readonly isTied: boolean;
}

/** What was done, and what the dumps say of themselves, in sentences; null where that is nothing. */
export function noteOf({ dumps, labels, doubled, clocks, isTied }: Merged): string | null {
	const own = dumps.flatMap(({ note }, index) =>
		note ? [`${quoted(labels, index)}: ${note}`] : []
	);
	const twice =
		doubled > 0
			? [
					`${doubled === 1 ? 'One connection is' : `${doubled} connections are`} in more than one file; the longer log is shown.`
				]
			: [];
	const words = [...own, ...twice, ...clockWords(labels, clocks, isTied)];
	return words.length > 0 ? words.join(' ') : null;
}

function quoted(labels: readonly string[], index: number): string {
	return `“${labels[index]}”`;
}

function clockWords(
	labels: readonly string[],
	clocks: ReadonlyMap<number, Clock>,
	isTied: boolean
): string[] {
	if (clocks.size < 2) return [];
	if (!isTied) {
		return [
			'No two connections of different files talked with each other; their clocks are left as they are.'
		];
	}
	const [first] = clocks.keys();
	return [...clocks].flatMap(([browser, clock]) => {
		const name = quoted(labels, browser);
		if (browser === first) return [];
		if (clock.base !== browser) return [shiftWords(name, quoted(labels, clock.base), clock)];
		return [
			`No connection of ${name} talked with one of ${quoted(labels, first!)}; its clock is left as it is.`
		];
	});
}

function shiftWords(name: string, base: string, { shift, bounds: { least, most } }: Clock): string {
	if (least === -Infinity && most === Infinity) {
		return `Nothing that was sent is in the logs of both ends, so the clocks of ${base} and ${name} may differ.`;
	}
	if (shift === 0) return `The clocks of ${base} and ${name} agree, as far as can be told.`;
	const isOpen = least === -Infinity || most === Infinity;
	const far = `${isOpen ? 'at least ' : ''}${grouped(Math.round(Math.abs(shift)))} ms`;
	const span = Math.round((most - least) / 2);
	const about = isOpen || span < 1 ? '' : `, give or take ${grouped(span)} ms`;
	const told = `The clock of ${name} was ${far} ${shift < 0 ? 'ahead' : 'behind'}${about}; it is shown on that of ${base}.`;
	return least > most
		? `${told} No difference puts all that was sent in order: a clock was set, or runs at a pace of its own.`
		: told;
}
