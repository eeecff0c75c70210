import { xorMappedAddress, type TransportAddress } from './address';
import { codeOf } from './attribute-types';
import { bigEndian, concat, utf8, type Bytes } from './bytes';
import { fingerprint, messageIntegrity } from './integrity';
import { HEADER_LENGTH, MAGIC_COOKIE, MESSAGE_TYPES, type MessageType } from './message';

/** What a check says (RFC 8445, 7.1 and 7.2.2). */
export interface Check {
	/** Twelve bytes that the sender draws. */
	readonly transactionId: Uint8Array;
	/** The ufrag of whom it goes to, and of whom it comes from. */
	readonly receiver: string;
	readonly sender: string;
	/** What the sender's address is worth as a peer-reflexive candidate, 0 to 2^31 − 1. */
	readonly priority: number;
	/** The sender's role, and the 64 bits that decide where both have the same. */
	readonly role: 'controlling' | 'controlled';
	readonly tieBreaker: bigint;
	/** Whether it nominates the pair, which only the controlling side may. */
	readonly useCandidate: boolean;
	/** The `ice-pwd` of whom it goes to. */
	readonly password: string;
}

/** An attribute: its type, the length of its value, the value, and what fills it up to four bytes. */
function attribute(name: string, value: Uint8Array): Bytes {
	const padding = new Uint8Array(-value.length & 3);
	return concat(bigEndian(codeOf(name), 2), bigEndian(value.length, 2), value, padding);
}

/** A header and attributes, whose length is that of the attributes (RFC 8489, 5). */
function message(
	type: MessageType,
	transactionId: Uint8Array,
	...attributes: readonly Uint8Array[]
): Bytes {
	const body = concat(...attributes);
	return concat(
		bigEndian(MESSAGE_TYPES[type], 2),
		bigEndian(body.length, 2),
		bigEndian(MAGIC_COOKIE, 4),
		transactionId,
		body
	);
}

/** With MESSAGE-INTEGRITY behind it, and a length that counts it in. */
async function signed(open: Uint8Array, password: string): Promise<Bytes> {
	return longer(open, attribute('MESSAGE-INTEGRITY', await messageIntegrity(open, password)));
}

/** With FINGERPRINT behind it, which is always the last, and a length that counts it in. */
const summed = (open: Uint8Array): Bytes =>
	longer(open, attribute('FINGERPRINT', fingerprint(open)));

function longer(open: Uint8Array, more: Uint8Array): Bytes {
	const whole = concat(open, more);
	whole.set(bigEndian(whole.length - HEADER_LENGTH, 2), 2);
	return whole;
}

/**
 * The request that asks whether there is a path (RFC 8445, 7.2.4).
 * @throws TypeError where the password is empty, or the page has no WebCrypto
 */
export async function bindingRequest(check: Check): Promise<Bytes> {
	const { transactionId, receiver, sender, priority, role, tieBreaker, useCandidate } = check;
	const open = message(
		'Binding request',
		transactionId,
		attribute('USERNAME', utf8(`${receiver}:${sender}`)),
		attribute('PRIORITY', bigEndian(priority, 4)),
		attribute(`ICE-${role.toUpperCase()}`, bigEndian(tieBreaker, 8)),
		...(useCandidate ? [attribute('USE-CANDIDATE', new Uint8Array())] : [])
	);
	return summed(await signed(open, check.password));
}

/**
 * The answer to a check that was believed (RFC 8445, 7.3.1.2).
 *
 * @param from where the request came from
 * @param password the one that signed the request: that of whom it went to
 * @throws SyntaxError where `from` is a name, TypeError as `bindingRequest` does
 */
export async function bindingSuccess(
	transactionId: Uint8Array,
	from: TransportAddress,
	password: string
): Promise<Bytes> {
	const mapped = attribute('XOR-MAPPED-ADDRESS', xorMappedAddress(from, transactionId));
	const open = message('Binding success response', transactionId, mapped);
	return summed(await signed(open, password));
}

/**
 * The answer to a check that was not believed (RFC 8489, 9.1.3 and 14.8). It is not signed: there is no
 * password that both know.
 *
 * @param code 300 to 699: 401 where the signature is wrong
 * @param reason a phrase for people
 */
export function bindingError(transactionId: Uint8Array, code: number, reason: string): Bytes {
	const number = Uint8Array.of(0, 0, Math.floor(code / 100), code % 100);
	const error = attribute('ERROR-CODE', concat(number, utf8(reason)));
	return summed(message('Binding error response', transactionId, error));
}
