import { REGISTERED_ATTRIBUTES } from '../sdp';

/** Bytes of a fingerprint, up to its last but one (RFC 8122, 5). */
const bytes = (fewer: number) => String.raw`(?:[\dA-Fa-f]{1,2}:?){0,${fewer}}`;
/** Values that are shorter than any may be (RFC 8839, 5.4), or than their hash function makes them. */
const SHORT = new RegExp(
	`^a=(?:ice-ufrag:\\S{0,3}|ice-pwd:\\S{0,21}|fingerprint:(?:sha-1 ${bytes(19)}|sha-256 ${bytes(31)}|sha-384 ${bytes(47)}|sha-512 ${bytes(63)}))$`
);
const NAME = /^a=([a-z][a-z-]*)$/;

/**
 * Whether a text that has no line end at its end stops within a value, or within the name of an attribute: it breaks off
 * there, and what would have followed is missing with it.
 */
export function isUnfinished(sdp: string): boolean {
	const last = sdp.slice(Math.max(sdp.lastIndexOf('\n'), sdp.lastIndexOf('\r')) + 1);
	if (SHORT.test(last)) return true;
	const [, name] = NAME.exec(last) ?? [];
	if (name === undefined || REGISTERED_ATTRIBUTES.has(name)) return false;
	return [...REGISTERED_ATTRIBUTES.keys()].some((known) => known.startsWith(name));
}
