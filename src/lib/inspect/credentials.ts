import { LOCAL } from './call-names';
import type { DumpEvent } from './dump';
import { descriptionOf } from './values';

/**
 * What in a description is of one end alone, what decides most first: the ICE username fragment (RFC
 * 8839, 5.4), the fingerprint of its certificate (RFC 8122, 5), the origin without its version (RFC
 * 8866, 5.2).
 */
const CREDENTIALS = {
	ufrag: /^a=ice-ufrag:(\S+)/gm,
	fingerprint: /^a=fingerprint:(\S+ \S+)/gm,
	origin: /^o=(\S+ \S+)/gm
} as const;

type Credential = keyof typeof CREDENTIALS;
const KINDS = Object.keys(CREDENTIALS) as Credential[];

type Values = Readonly<Record<Credential, ReadonlySet<string>>>;

/** What all descriptions of a connection say of its own end and of the other. */
export interface Ends {
	readonly local: Values;
	readonly remote: Values;
}

/** The credentials in the log of a connection. */
export function endsOf(events: readonly DumpEvent[]): Ends {
	const made = () => ({
		ufrag: new Set<string>(),
		fingerprint: new Set<string>(),
		origin: new Set<string>()
	});
	const ends = { local: made(), remote: made() };
	for (const { name, value } of events) {
		const side = LOCAL.has(name) ? 'local' : name === 'setRemoteDescription' ? 'remote' : null;
		const description = side && descriptionOf(value);
		if (!description) continue;
		for (const kind of KINDS) {
			for (const [, found] of description.sdp.matchAll(CREDENTIALS[kind])) {
				// Hexadecimal digits are written large, but not by everybody.
				ends[side][kind].add(kind === 'fingerprint' ? found!.toUpperCase() : found!);
			}
		}
	}
	return ends;
}

/** Whether a credential tells the ends apart. Where both have the same, it was masked, or is shared. */
function tells({ local, remote }: Ends, kind: Credential): boolean {
	return !overlap(local[kind], remote[kind]);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	for (const one of a) if (b.has(one)) return true;
	return false;
}

/** Whether what one connection knows of an end is what another does, by each credential that tells. */
function verdicts(a: Ends, of: 'local' | 'remote', b: Ends): boolean[] {
	return KINDS.flatMap((kind) => {
		const [mine, theirs] = [a[of][kind], b.local[kind]];
		const isSilent = mine.size === 0 || theirs.size === 0 || !tells(a, kind) || !tells(b, kind);
		return isSilent ? [] : [overlap(mine, theirs)];
	});
}

/** Whether two logs are of one connection; null where no credential tells. */
export function areSame(a: Ends, b: Ends): boolean | null {
	const told = verdicts(a, 'local', b);
	return told.length === 0 ? null : told.every(Boolean);
}

/** Each credential of an own end that tells, as a key under which it can be looked up. */
export function keysOf(ends: Ends, of: keyof Ends = 'local'): string[] {
	return KINDS.filter((kind) => tells(ends, kind)).flatMap((kind) =>
		[...ends[of][kind]].map((value) => `${kind} ${value}`)
	);
}

/**
 * Of each connection the place of the one that it talked with; null where that is not among them. The
 * first credential that tells decides; of several that it leaves, the others. Who was told another credential
 * than the other end has, as where a description was changed on its way, talked with whom it talked with.
 */
export function partnersOf(all: readonly Ends[]): (number | null)[] {
	const byKey = new Map<string, number[]>();
	all.forEach((ends, index) => {
		for (const key of keysOf(ends)) {
			const places = byKey.get(key);
			if (places) places.push(index);
			else byKey.set(key, [index]);
		}
	});
	const known = all.map((ends, index) => {
		const near = new Set(keysOf(ends, 'remote').flatMap((key) => byKey.get(key) ?? []));
		near.delete(index);
		const fit = [...near]
			.map((place) => ({ place, told: verdicts(ends, 'remote', all[place]!) }))
			.filter(({ told }) => told[0] === true);
		const isMutual = ({ place }: { place: number }) =>
			verdicts(all[place]!, 'remote', ends)[0] === true;
		const whole = fit.filter(({ told }) => told.every(Boolean));
		const left = whole.length > 0 ? whole : fit;
		return (left.find(isMutual) ?? left[0])?.place ?? null;
	});
	return known.map((partner, index) => {
		if (partner !== null) return partner;
		const from = known.flatMap((one, place) => (one === index ? [place] : []));
		return from.length === 1 ? from[0]! : null;
	});
}
