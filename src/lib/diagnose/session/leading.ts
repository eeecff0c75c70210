/** The parts of a description: what stands before the first m= line, and each section. */
export function partsOf(sdp: string): readonly string[] {
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
