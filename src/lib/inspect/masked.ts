import {
	bracketed,
	HIDING,
	isMaskedAddress,
	isMaskedId,
	isMaskedPort,
	isPlaceholder,
	nounsOf
} from '../ice';
import { isImpossibleAddress } from '../diagnose/candidates/impossible';
import { isMaskedHead } from '../diagnose/of-masked';

const SECRETS = nounsOf('ufrags?|pwd|passwords?|passwd|username|fingerprints?');
/** Words that a program may write as well, but not large. */
const LARGE_SECRETS = /^(?:[A-Z]+[_-])*(?:USER|USERFRAG|PASS|SECRET|KEY|HASH|CREDENTIALS?)$/;

/** What ICE and browsers write of themselves (RFC 8839, 5.4; RFC 8122, 5). */
const WELL_FORMED = {
	'ice-ufrag': /^[\w+/-]{4,256}$/,
	'ice-pwd': /^[\w+/-]{22,256}$/,
	fingerprint: /^[\da-f]{2}(?::[\da-f]{2}){9,}$/i
} as const;
type Secret = keyof typeof WELL_FORMED;

/** One letter and no other: xx, XXXX. */
const LETTER = /^([xX])\1+$/;
/** What hides, or is left of what was hidden, in a text that is not as it should be. */
const HIDDEN = new RegExp(
	String.raw`[${HIDING}]{2,}|^[${HIDING}]$|([xX])\1{3,}|^[xX]+$|^[?_.\-]{2,}$`
);
/** Bytes of which some are hidden, or left out between others. */
const BYTES = new RegExp(
	String.raw`^(?=.*[xX.…${HIDING}])(?:(?:[\da-fA-F]{2}|[xX${HIDING}]{1,2}|\.{2,4}|…):)+(?:[\da-fA-F]{2}|[xX${HIDING}]{1,2}|\.{2,4}|…)$`
);

/** Whether what stands for a secret is one that a person hid: what is well-formed is one, but for a word for it. */
function isMaskedSecret(name: Secret, value: string): boolean {
	if (bracketed(value) !== null || LETTER.test(value)) return true;
	if (isPlaceholder(value, SECRETS) || LARGE_SECRETS.test(value)) return true;
	if (WELL_FORMED[name].test(value)) return false;
	return HIDDEN.test(value) || (name === 'fingerprint' && BYTES.test(value));
}

/** Whether an address was masked, or is one that no device can have. */
const isHiddenAddress = (text: string) => isMaskedAddress(text) || isImpossibleAddress(text);

/** Of a candidate its addresses and ports: an address may be masked by several words. */
function isMaskedCandidate(value: string): boolean {
	const words = value.split(/\s+/);
	const at = words.indexOf('typ');
	// One that is cut off has no type.
	if (at < 5) return words.slice(4).some(isHiddenAddress);
	const [related, port] = [words.indexOf('raddr', at), words.indexOf('rport', at)];
	const addresses = [
		words.slice(4, at - 1).join(' '),
		...(related === -1 ? [] : [words.slice(related + 1, port === -1 ? undefined : port).join(' ')])
	];
	const ports = [words[at - 1]!, ...(port === -1 ? [] : [words[port + 1] ?? ''])];
	return addresses.some(isHiddenAddress) || ports.some(isMaskedPort);
}

const LINE =
	/^(?:a=)?(candidate|rtcp|ice-ufrag|ice-pwd|fingerprint|remote-candidates):(.*)$|^([cmo])=(.*)$/;
const HASH = /^(?:sha-\d{1,3}|md\d)\s+/i;
/** What stands behind an address in c=: how far a packet goes, and how many addresses. */
const RANGE = /(?:\/\d{1,5}){1,2}$/;

/** Whether the session id or the version behind o= was masked: an id may be by several words. */
function isMaskedOrigin(value: string): boolean {
	const words = value.split(/ IN IP[46] /, 1)[0]!.split(' ');
	return [words.slice(1, -1).join(' '), words.at(-1)!].some(isMaskedId);
}

/** Whether an address, a secret or the number of a session in a line was masked, by whatever a person writes in its place. */
export function hasMask(line: string): boolean {
	const [, name, value = '', letter, other = ''] = LINE.exec(line) ?? [];
	switch (name) {
		case 'candidate':
			return isMaskedCandidate(value);
		case 'ice-ufrag':
		case 'ice-pwd':
			return isMaskedSecret(name, value.trim());
		case 'fingerprint':
			return isMaskedSecret(name, value.replace(HASH, '').trim());
		case 'remote-candidates':
			return value.split(/\s+/).some(isHiddenAddress);
		default: {
			if (letter === 'm') return isMaskedHead(line);
			if (letter === 'o' && isMaskedOrigin(other)) return true;
			const [, address = ''] = (value || other).split(/(?:^|\s)IP[46]\s/, 2);
			return isHiddenAddress(address.trim().replace(RANGE, ''));
		}
	}
}
