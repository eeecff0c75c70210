/** What tells a description from every other, its version included: the o= line (RFC 8866, 5.2). */
export function originOf(sdp: string): string {
	return /^o=(.*)$/m.exec(sdp)?.[1]?.trimEnd() ?? '';
}

/** Who wrote a description, whatever its version: user name and session id of the o= line. */
export function authorOf(sdp: string): string {
	return originOf(sdp).split(' ').slice(0, 2).join(' ');
}

/** The parts of a description: what stands before the first m= line, and each section. */
function partsOf(sdp: string): readonly string[] {
	return sdp.split(/^(?=m=)/m);
}

/**
 * The part whose transport is used first: with BUNDLE the section that the group begins with, else the
 * first that is not rejected, which may take the values of the session (RFC 9143, 7.2).
 */
function leading(sdp: string): readonly string[] {
	const [session = '', ...sections] = partsOf(sdp);
	const tag = /^a=group:BUNDLE (\S+)/m.exec(session)?.[1];
	const section =
		sections.find((one) => tag !== undefined && /^a=mid:(\S+)/m.exec(one)?.[1] === tag) ??
		sections.find((one) => !/^m=\S+ 0 /.test(one));
	return section === undefined ? [session] : [section, session];
}

/** The value of an attribute by which the leading transport is made; null where there is none. */
export function transportValue(sdp: string, name: string): string | null {
	for (const part of leading(sdp)) {
		const value = new RegExp(`^a=${name}:([^\\r\\n]*)`, 'm').exec(part)?.[1];
		if (value !== undefined) return value.trim();
	}
	return null;
}

/** The fingerprints of the leading transport, as `sha-256 AB:CD…` (RFC 8122, 5). */
export function fingerprintsOf(sdp: string): readonly string[] {
	for (const part of leading(sdp)) {
		const found = [...part.matchAll(/^a=fingerprint:(\S+) +(\S+)/gm)].map(
			([, hash, value]) => `${hash!.toLowerCase()} ${value!.toUpperCase()}`
		);
		if (found.length > 0) return found;
	}
	return [];
}

/** Every ICE user name fragment in a description. */
export function ufragsOf(sdp: string): readonly string[] {
	return [...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map(([, ufrag]) => ufrag!);
}

/** A media section in brief. */
export interface MediaSection {
	readonly kind: string;
	readonly mid: string | null;
	readonly isRejected: boolean;
	readonly direction: string;
	/** The codec that it names first; null where the section does not say its name. */
	readonly codec: string | null;
	/** Whether it announces a track (RFC 8830) or a source (RFC 5576). */
	readonly hasTrack: boolean;
}

/** What Jitsi’s bridge announces before anybody sends: nothing ever comes of it. */
const PLACEHOLDER = /\bmsid:mixedmslabel\b/;

/** The sections of a description that are for media, in order (RFC 3264, 6.1: sendrecv is the default). */
export function mediaOf(sdp: string): readonly MediaSection[] {
	const [session = '', ...sections] = partsOf(sdp);
	const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m;
	return sections.flatMap((section) => {
		const [, kind, port] = /^m=(audio|video) (\d+)/.exec(section) ?? [];
		if (kind === undefined) return [];
		return {
			kind,
			mid: /^a=mid:(\S+)/m.exec(section)?.[1] ?? null,
			isRejected: port === '0' && !/^a=bundle-only/m.test(section),
			direction: (direction.exec(section) ?? direction.exec(session))?.[1] ?? 'sendrecv',
			codec: firstCodecOf(section),
			hasTrack: /^a=(?:msid:(?!- *$)|ssrc:)/m.test(section) && !PLACEHOLDER.test(section)
		};
	});
}

/** The first format of the m= line is the one that is preferred (RFC 3264, 5.1). */
function firstCodecOf(section: string): string | null {
	const format = /^m=\S+ \S+ \S+ (\d+)/.exec(section)?.[1];
	if (format === undefined) return null;
	return new RegExp(`^a=rtpmap:${format} ([^/\\s]+)`, 'm').exec(section)?.[1] ?? null;
}

/** Whether Firefox wrote a description: it says so in the o= line. */
export function isOfFirefox(sdp: string): boolean {
	return /^mozilla/.test(originOf(sdp));
}
