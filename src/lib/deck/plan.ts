/** A part of a talk: minutes that were chosen for it, or its share of what is left. */
export interface Part {
	minutes?: number | undefined;
	/** In minutes as well, should nobody have planned the talk as a whole. */
	share: number;
}

/** Minutes of each part, or why they cannot be given. */
export type Plan = { ok: true; minutes: number[] } | { ok: false; fault: string };

/** Two sums of minutes that are written in decimals are the same. */
const NEARLY = 1e-6;

/**
 * Plans a talk: a part takes the minutes that were chosen for it; the others have what is left of the
 * whole in proportion to their shares, or exactly their shares where the whole was not planned.
 *
 * @param whole minutes of the talk; undefined where they follow from its parts
 */
export function planned(parts: readonly Part[], whole?: number): Plan {
	const chosen = sum(parts.map(({ minutes = 0 }) => minutes));
	const shares = sum(parts.map(({ minutes, share }) => (minutes === undefined ? share : 0)));
	if (whole === undefined) {
		return { ok: true, minutes: parts.map(({ minutes, share }) => minutes ?? share) };
	}
	const left = whole - chosen;
	if (shares === 0 && Math.abs(left) > NEARLY) {
		return { ok: false, fault: `the acts take ${chosen} minutes, but the talk ${whole}` };
	}
	if (shares > 0 && left <= 0) {
		return {
			ok: false,
			fault: `acts with minutes of their own take ${chosen} of ${whole}, and none are left for the others`
		};
	}
	return {
		ok: true,
		minutes: parts.map(({ minutes, share }) => minutes ?? (share / shares) * left)
	};
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
