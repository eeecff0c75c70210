/** What of a description an answer has to fit. */
export interface Heads {
	readonly sections: readonly Section[];
	/** The names that are bundled, group by group. */
	readonly bundles: readonly (readonly string[])[];
	/** Whether ICE or DTLS is in it: what telephones make has neither. */
	readonly isForBrowsers: boolean;
	readonly setup: string | null;
	/** By which a side is known; null where it is masked. */
	readonly fingerprint: string | null;
}

interface Section {
	readonly kind: string;
	readonly mid: string | null;
	readonly direction: string;
	readonly isRejected: boolean;
	readonly formats: ReadonlySet<string>;
}

const DIRECTION = /^a=(sendrecv|sendonly|recvonly|inactive)[ \t]*$/m;
const HEAD = /^m=(\S+)(?: (\d+)\S*)?(?: \S+)?([^\r\n]*)/;

/** Reads what decides which offer a description answers. Linear. */
export function headsOf(sdp: string): Heads {
	const [session = '', ...parts] = sdp.split(/^(?=m=)/m);
	const direction = DIRECTION.exec(session)?.[1] ?? 'sendrecv';
	const sections = parts.map((part): Section => {
		const [, kind = '', port, formats = ''] = HEAD.exec(part) ?? [];
		return {
			kind,
			mid: /^a=mid:(\S+)/m.exec(part)?.[1] ?? null,
			direction: DIRECTION.exec(part)?.[1] ?? direction,
			isRejected: port === '0' && !/^a=bundle-only/m.test(part),
			formats: new Set(formats.trim().split(/\s+/))
		};
	});
	return {
		sections,
		bundles: [...session.matchAll(/^a=group:BUNDLE ?(.*)/gm)].map(([, mids = '']) =>
			mids.trim().split(/\s+/)
		),
		isForBrowsers: /^a=(?:ice-ufrag|fingerprint):/m.test(sdp),
		setup: /^a=setup:(\S+)/m.exec(sdp)?.[1] ?? null,
		fingerprint:
			/^a=fingerprint:(\S+ (?:[\da-f]{2}:){9,}[\da-f]{2})/im.exec(sdp)?.[1]?.toLowerCase() ?? null
	};
}

/** What may answer a direction (RFC 3264, 6.1). */
const ANSWERS: Readonly<Record<string, RegExp>> = {
	sendonly: /recvonly|inactive/,
	recvonly: /sendonly|inactive/,
	inactive: /inactive/
};

/**
 * Whether a description may answer an offer: as many sections of the same kinds with the same names (RFC
 * 3264, 6; RFC 9429, 5.3.1), a direction and a role that were offered, and the same way to make keys. Where
 * one of them has no sections, nothing can be known, and it may.
 */
export function mayAnswer(offer: Heads, answer: Heads): boolean {
	if (offer.sections.length === 0 || answer.sections.length === 0) return true;
	return (
		offer.isForBrowsers === answer.isForBrowsers &&
		offer.sections.length === answer.sections.length &&
		offer.sections.every((section, at) => isSection(section, answer.sections[at]!)) &&
		areBundled(offer, answer) &&
		isRole(offer.setup, answer.setup)
	);
}

function isSection(offered: Section, answered: Section): boolean {
	if (offered.kind !== answered.kind) return false;
	if (offered.mid !== null && answered.mid !== null && offered.mid !== answered.mid) return false;
	if (answered.isRejected) return true;
	const isDirection = ANSWERS[offered.direction]?.test(answered.direction) ?? true;
	return isDirection && [...answered.formats].some((format) => offered.formats.has(format));
}

/** An answer bundles nothing that was not bundled (RFC 9143, 7.3.1). */
function areBundled(offer: Heads, answer: Heads): boolean {
	return answer.bundles.every((mids) =>
		offer.bundles.some((offered) => mids.every((mid) => offered.includes(mid)))
	);
}

/** RFC 8842, 5.3: an answer chooses a role, and not the one that the offer has. */
function isRole(offered: string | null, answered: string | null): boolean {
	if (answered === 'actpass') return false;
	return offered === null || offered === 'actpass' || offered !== answered;
}
