import { isMaskedAddress } from './masked-address';

/** No address or host name is longer (RFC 1035, 2.3.4). */
const LONGEST = 255;
/** No part of a host name is longer. */
const LONGEST_LABEL = 63;

/** A text that stands where an address should: read as far as its form goes. */
export type AddressForm =
	| { readonly kind: 4; readonly bits: number }
	| { readonly kind: 6; readonly groups: readonly number[] }
	| { readonly kind: 'name' }
	| { readonly kind: 'masked' }
	/** `reason` says why it is neither, as a clause. */
	| { readonly kind: 'malformed'; readonly reason: string };

const malformed = (reason: string): AddressForm => ({ kind: 'malformed', reason });

const DOTTED = /^\d{1,3}(\.\d{1,3}){3}$/;
/** Looks like numbers: no host name ends in a part of digits only (RFC 1123, 2.1). */
const NUMBERS = /^[\d.]*\d$/;

const DOT = 46;
const ZERO = 48;
const NINE = 57;

/** The four numbers of a dotted address as one; null where that is none. */
function bitsOf(dotted: string): number | null {
	let bits = 0;
	let octet = -1;
	let dots = 0;
	for (let at = 0; at < dotted.length; at++) {
		const code = dotted.charCodeAt(at);
		if (code === DOT && octet !== -1) {
			bits = bits * 256 + octet;
			octet = -1;
			dots += 1;
		} else if (code >= ZERO && code <= NINE && octet !== 0) {
			octet = Math.max(octet, 0) * 10 + code - ZERO;
			if (octet > 255) return null;
		} else return null;
	}
	return dots === 3 && octet !== -1 ? bits * 256 + octet : null;
}

const GROUP = /^[\da-f]{1,4}$/i;

/** The groups of one half of an IPv6 address; an IPv4 address at its end counts as two. */
function groupsIn(half: string, isLast: boolean): number[] | null {
	if (half === '') return [];
	const groups: number[] = [];
	const parts = half.split(':');
	for (const [index, part] of parts.entries()) {
		if (isLast && index === parts.length - 1 && DOTTED.test(part)) {
			const bits = bitsOf(part);
			if (bits === null) return null;
			groups.push(Math.floor(bits / 0x10000), bits % 0x10000);
		} else if (GROUP.test(part)) groups.push(parseInt(part, 16));
		else return null;
	}
	return groups;
}

/** The eight groups of an IPv6 address without a zone (RFC 4291, 2.2); null where it is none. */
export function groupsOf(address: string): number[] | null {
	const gap = address.indexOf('::');
	if (gap === -1) {
		const groups = groupsIn(address, true);
		return groups?.length === 8 ? groups : null;
	}
	const head = groupsIn(address.slice(0, gap), false);
	const tail = groupsIn(address.slice(gap + 2), true);
	if (head === null || tail === null || head.length + tail.length > 7) return null;
	return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function readColons(text: string): AddressForm {
	const [bare = ''] = text.split('%', 1);
	const groups = groupsOf(bare);
	if (groups !== null) return { kind: 6, groups };
	if (/^\[.*\]$/.test(text)) return malformed('IPv6 addresses stand without brackets here');
	if (/^[\d.]+:\d+$/.test(text)) return malformed('address and port stand apart here');
	return malformed(
		'an IPv6 address has eight groups of up to four hexadecimal digits, of which :: may stand for some'
	);
}

function readNumbers(text: string): AddressForm {
	if (!DOTTED.test(text)) return malformed('an IPv4 address has four numbers');
	return text.split('.').some((part) => Number(part) > 255)
		? malformed('the numbers of an IPv4 address are between 0 and 255')
		: malformed('no number of an IPv4 address begins with 0');
}

/** Letters, digits and hyphens, in parts with dots between them (RFC 1123, 2.1). */
function readName(text: string): AddressForm {
	const odd = /[^\w.-]|_/u.exec(text)?.[0];
	if (odd !== undefined) return malformed(`a host name has no “${odd}”`);
	for (const label of (text.endsWith('.') ? text.slice(0, -1) : text).split('.')) {
		if (label === '') return malformed('a host name has no empty part');
		if (label.length > LONGEST_LABEL) {
			return malformed(`no part of a host name has more than ${LONGEST_LABEL} characters`);
		}
		if (label.startsWith('-') || label.endsWith('-')) {
			return malformed('no part of a host name begins or ends with a hyphen');
		}
	}
	return { kind: 'name' };
}

/**
 * Reads an address as SDP writes it: IPv4, IPv6 or a host name (RFC 8866, 9; RFC 8839, 5.1). The
 * zone behind a percent sign is left aside. Never throws.
 */
export function readAddress(text: string): AddressForm {
	// Most are IPv4, which is found without a pattern.
	const bits = bitsOf(text);
	if (bits !== null) return { kind: 4, bits };
	if (text === '') return malformed('it is empty');
	if (text.length > LONGEST) return malformed(`neither has more than ${LONGEST} characters`);
	if (isMaskedAddress(text)) return { kind: 'masked' };
	if (text.includes(':')) return readColons(text);
	return NUMBERS.test(text) ? readNumbers(text) : readName(text);
}
