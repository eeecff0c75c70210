/** A stats object, as loosely typed as browsers fill it in. */
export type Stats = {
	readonly id: string;
	readonly type: string;
	readonly [name: string]: unknown;
};

/** An `RTCStatsReport`, by type and by id. */
export class Report {
	readonly #byId = new Map<string, Stats>();

	constructor(report: RTCStatsReport) {
		report.forEach((stats: Stats) => this.#byId.set(stats.id, stats));
	}

	/** All of a type, in the order of the report. */
	of(type: string): Stats[] {
		return [...this.#byId.values()].filter((stats) => stats.type === type);
	}

	/** What another object refers to by an id; undefined where it refers to nothing. */
	get(id: unknown): Stats | undefined {
		return typeof id === 'string' ? this.#byId.get(id) : undefined;
	}
}

export function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

export function number(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}

/** The members that are reported, and nothing for those that are not: entries of a trace stay small. */
export function reported<T extends object>(members: {
	[name in keyof T]: T[name] | null | undefined;
}): T {
	return Object.fromEntries(
		Object.entries(members).filter(([, value]) => value !== null && value !== undefined)
	) as T;
}

/** The same, or null where nothing of it is reported. */
export function reportedOrNull<T extends object>(members: {
	[name in keyof T]: T[name] | null | undefined;
}): T | null {
	const some = reported<T>(members);
	return Object.keys(some).length > 0 ? some : null;
}
