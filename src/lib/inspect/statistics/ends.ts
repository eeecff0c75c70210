import type { StatsObject } from '../dump';

/** What is known of a connection that tells whom it talks with. */
interface Marks {
	readonly sent: ReadonlySet<unknown>;
	readonly received: ReadonlySet<unknown>;
	/** Candidates of its own and of the other side, as `address:port`. */
	readonly local: ReadonlySet<string>;
	readonly remote: ReadonlySet<string>;
	/** Addresses of its own machine. */
	readonly hosts: ReadonlySet<unknown>;
}

/** The marks of a connection, by all that was reported of it. */
export function marksOf(objects: Iterable<StatsObject>): Marks {
	const sent = new Set<unknown>();
	const received = new Set<unknown>();
	const local = new Set<string>();
	const remote = new Set<string>();
	const hosts = new Set<unknown>();
	for (const { type, ssrc, address, port, candidateType } of objects) {
		if (type === 'outbound-rtp' && ssrc !== undefined) sent.add(ssrc);
		if (type === 'inbound-rtp' && ssrc !== undefined) received.add(ssrc);
		const place = `${String(address)}:${String(port)}`;
		if (typeof address !== 'string' || address === '') continue;
		if (type === 'local-candidate') {
			local.add(place);
			if (candidateType === 'host') hosts.add(address);
		} else if (type === 'remote-candidate') remote.add(place);
	}
	return { sent, received, local, remote, hosts };
}

const meet = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) =>
	[...one].some((value) => other.has(value));

/**
 * Whether two connections are the ends of one: what one sends the other receives (SSRC, RFC 3550, 3), or one has a
 * candidate of the other. False where they would tell and do not, as two connections of one page, or of two that
 * talk with a server; null where nothing tells.
 */
export function areEnds(one: Marks, other: Marks): boolean | null {
	if (meet(one.sent, other.received) || meet(other.sent, one.received)) return true;
	const isTold = (a: Marks, b: Marks) => a.sent.size > 0 && b.received.size > 0;
	if (isTold(one, other) || isTold(other, one)) return false;
	if (meet(one.remote, other.local) || meet(other.remote, one.local)) return true;
	return meet(one.hosts, other.hosts) ? false : null;
}

/** Of each connection the place of the one at its other end; null where that is not known. */
export function partnersOf(all: readonly Marks[]): (number | null)[] {
	return all.map((one, index) => {
		const verdicts = all.map((other, at) => (at === index ? false : areEnds(one, other)));
		const sure = verdicts.flatMap((verdict, at) => (verdict === true ? [at] : []));
		if (sure.length === 1) return sure[0]!;
		// Of two of which nothing tells otherwise each is the other’s.
		return all.length === 2 && verdicts[1 - index] === null ? 1 - index : null;
	});
}
