/** A server-reflexive candidate, as far as it tells how a NAT maps. */
interface Mapped {
	/** The socket that it is of; null where that is not known, or it is of another type. */
	readonly base: string | null;
	readonly port: number | null;
}

/**
 * Candidates of one socket to which a NAT has given several ports, one for each server that was asked (RFC 4787, 4.1,
 * address-dependent mapping); none where that is not seen.
 */
export function mappedApart<T extends Mapped>(all: readonly T[]): readonly T[] {
	const byBase = new Map<string, T[]>();
	for (const one of all) {
		if (one.base !== null) byBase.set(one.base, [...(byBase.get(one.base) ?? []), one]);
	}
	const portsOf = (some: readonly T[]) => new Set(some.map(({ port }) => port)).size;
	return [...byBase.values()].find((some) => portsOf(some) > 1) ?? [];
}

/** What such candidates tell, to stand behind who they are of. */
export const apartInWords = (apart: readonly Mapped[]): string =>
	`behind a NAT that shows each server another port (${[...new Set(apart.map(({ port }) => port))].slice(0, 4).join(', ')} for one socket)`;
