import { describeAddress } from './address';
import type { Candidate } from './candidate';
import {
	isIceChar,
	isNumber,
	isTokenChar,
	isVisible,
	strayIn,
	type Characters
} from './characters';
import { MAX_PRIORITY } from './priority';
import { CANDIDATE_TYPES, TCP_TYPES } from './type';

/** A value from the input, short enough for a sentence. */
const clip = (value: string) => (value.length > 60 ? `${value.slice(0, 59)}…` : value);

const MOST_DIGITS = 10;

function isIn(word: string | null, lowest: number, highest: number): boolean {
	const value = word ?? '';
	return isNumber(value, MOST_DIGITS) && Number(value) >= lowest && Number(value) <= highest;
}

const PRIORITY = `The priority must be a number from 1 to ${MAX_PRIORITY} (2³¹ − 1).`;

/** The words of a candidate that have to be numbers, and its foundation; null where there is none. */
export interface NumberedWords {
	readonly foundation: string | null;
	readonly 'component-id': string | null;
	readonly priority: string | null;
	readonly port: string | null;
	readonly 'rel-port': string | null;
}

/**
 * What keeps a candidate from being read, in one sentence, or null (the ranges are those of
 * RFC 8839, 5.1).
 */
export function unreadable(words: NumberedWords): string | null {
	if ((words.foundation ?? '').length > 32) return 'A foundation has at most 32 characters.';
	if (!isIn(words['component-id'], 1, 256)) {
		return 'The component must be a number from 1 to 256.';
	}
	if (!isIn(words.priority, 0, 2 ** 32 - 1)) return PRIORITY;
	if (!isIn(words.port, 0, 65535)) return 'The port must be a number from 0 to 65535.';
	const relatedPort = words['rel-port'];
	return relatedPort !== null && !isIn(relatedPort, 0, 65535)
		? 'The related port must be a number from 0 to 65535.'
		: null;
}

/** A character that a word may not have. A shortened text is what a console leaves of a long one. */
function strayProblem(word: string, what: string, allowed: Characters): string | null {
	const stray = strayIn(word, allowed);
	if (stray === null) return null;
	const why = stray === '“…”' ? ': what printed this has left something out' : '';
	return `The ${what} may not have ${stray} in it${why}.`;
}

/** Transports that a candidate had before RFC 6544: draft-ietf-mmusic-ice-tcp-07. */
const DRAFT_TCP = /^tcp-(act|pass|so)$/i;
const DRAFT_TCP_TYPES: Readonly<Record<string, string>> = {
	act: 'active',
	pass: 'passive',
	so: 'so'
};

function transportProblem(transport: string): string | null {
	const key = transport.toLowerCase();
	if (key === 'udp' || key === 'tcp') return null;
	const drafted = DRAFT_TCP.exec(key)?.[1];
	if (drafted !== undefined) {
		return `“${transport}” is how drafts wrote a TCP candidate before RFC 6544: today that is tcp, and tcptype ${DRAFT_TCP_TYPES[drafted]}.`;
	}
	if (key === 'ssltcp') {
		return `“${transport}” is a transport of libwebrtc alone: TCP that begins like TLS.`;
	}
	return (
		strayProblem(transport, 'transport', isTokenChar) ??
		`No specification defines candidates over “${clip(transport)}”: whoever reads this ignores it.`
	);
}

function addressProblem(address: string): string | null {
	const { scope, meaning, family } = describeAddress(address);
	if (scope === 'malformed') return `“${clip(address)}” is ${meaning}.`;
	const zone = family === 6 ? address.indexOf('%') : -1;
	return zone === -1
		? null
		: `The zone “${clip(address.slice(zone))}” has a meaning on the device itself only and is no part of an address here.`;
}

function typeProblem(type: string): string | null {
	return CANDIDATE_TYPES.has(type.toLowerCase())
		? null
		: (strayProblem(type, 'type', isTokenChar) ??
				`No specification defines candidates of type “${clip(type)}”: whoever reads this ignores it.`);
}

/** RFC 6544, 4.5: a TCP candidate tells who connects, and no other does. */
function tcpProblem({ transport, tcpType }: Candidate): string | null {
	const key = transport.toLowerCase();
	if (tcpType === null) {
		return key === 'tcp' ? 'A TCP candidate needs a tcptype: active, passive or so.' : null;
	}
	if (key === 'udp') {
		return `Only TCP candidates have a tcptype, and this one is over ${transport}.`;
	}
	return TCP_TYPES.has(tcpType.toLowerCase()) ? null : 'The tcptype must be active, passive or so.';
}

/** RFC 8839, 5.1: raddr and rport belong to all types but host. */
function relatedProblem({ type, relatedAddress, relatedPort }: Candidate): string | null {
	const key = type.toLowerCase();
	if (key === 'host') {
		return relatedAddress === null && relatedPort === null
			? null
			: 'A host candidate has no related address: raddr and rport are for the others.';
	}
	const label = CANDIDATE_TYPES.get(key)?.label;
	if (label !== undefined && relatedAddress === null) {
		return `The related address (raddr) is missing: a ${label} candidate must have one.`;
	}
	if (label !== undefined && relatedPort === null) {
		return `The related port (rport) is missing: a ${label} candidate must have one.`;
	}
	return relatedAddress === null ? null : addressProblem(relatedAddress);
}

/** The extensions whose values are known to be numbers: those of libwebrtc. */
const NUMBERED = new Set(['generation', 'network-id', 'network-cost']);

function extensionProblem([name, value]: readonly [string, string]): string | null {
	if (NUMBERED.has(name) && !isNumber(value, MOST_DIGITS)) {
		return `“${name}” must be a number, and “${clip(value)}” is none.`;
	}
	return (
		strayProblem(name, `name “${clip(name)}”`, isTokenChar) ??
		strayProblem(value, `value of “${clip(name)}”`, isVisible)
	);
}

/** The first problem of some extensions; most candidates have a few. */
function extensionsProblem(extensions: Candidate['extensions']): string | null {
	for (const extension of extensions) {
		const problem = extensionProblem(extension);
		if (problem !== null) return problem;
	}
	return null;
}

/** Who connects from a port chosen later need not name one (RFC 6544, 4.5). */
function portProblem({ port, tcpType }: Candidate): string | null {
	return port === 0 && tcpType?.toLowerCase() !== 'active' ? 'Nobody can send to port 0.' : null;
}

/**
 * What is wrong with a candidate that can be read, in one sentence, or null.
 * @see RFC 8839, 5.1; RFC 6544, 4.5
 */
export function flawOf(candidate: Candidate): string | null {
	const { priority } = candidate;
	return (
		strayProblem(candidate.foundation, 'foundation', isIceChar) ??
		transportProblem(candidate.transport) ??
		(priority < 1 || priority > MAX_PRIORITY ? PRIORITY : null) ??
		addressProblem(candidate.address) ??
		typeProblem(candidate.type) ??
		tcpProblem(candidate) ??
		portProblem(candidate) ??
		relatedProblem(candidate) ??
		strayProblem(candidate.usernameFragment ?? '', 'ufrag', isIceChar) ??
		extensionsProblem(candidate.extensions)
	);
}
