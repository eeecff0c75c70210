import {
	bindingError,
	bindingRequest,
	bindingSuccess,
	pcap,
	type AssembledCheck,
	type Bytes,
	type TransportAddress
} from '$lib/stun';

/** A request and the answer to it, as bytes. */
export interface CheckBytes {
	readonly request: Bytes;
	readonly answer: Bytes;
}

/** What the browser draws for each check, and shows to nobody: drawn here instead. */
export interface Drawn {
	readonly transactionId: Bytes;
	readonly tieBreaker: bigint;
}

/** What stands for addresses that the browser hides (RFC 5737). */
const STAND_INS: readonly [TransportAddress, TransportAddress] = [
	{ address: '192.0.2.1', port: 49152 },
	{ address: '192.0.2.2', port: 49153 }
];

export function draw(): Drawn {
	const transactionId = crypto.getRandomValues(new Uint8Array(12));
	const [tieBreaker] = crypto.getRandomValues(new BigUint64Array(1));
	return { transactionId, tieBreaker: tieBreaker! };
}

/** Where a check comes from and goes to: with stand-ins for both where the browser hides one of them. */
export function endsOf({ source, target, local, remote }: AssembledCheck) {
	if (source && target) return { source, target };
	return {
		source: { ...STAND_INS[0], port: local.port ?? STAND_INS[0].port },
		target: { ...STAND_INS[1], port: remote.port ?? STAND_INS[1].port }
	};
}

/**
 * The bytes of a check and of its answer: success where it is signed with the receiver's password, and 401
 * where it is not (RFC 8489, 9.1.3).
 *
 * @param password what it is signed with
 * @throws TypeError where it is empty, or where the page has no WebCrypto
 */
export async function bytesOf(
	assembled: AssembledCheck,
	drawn: Drawn,
	password: string
): Promise<CheckBytes> {
	const { check } = assembled;
	const { transactionId } = drawn;
	const request = await bindingRequest({ ...check, ...drawn, password });
	const answer =
		password === check.password
			? await bindingSuccess(transactionId, endsOf(assembled).source, password)
			: bindingError(transactionId, 401, 'Unauthorized');
	return { request, answer };
}

/** Both as a capture file; the times are those of its making. */
export function captureOf(assembled: AssembledCheck, { request, answer }: CheckBytes): Bytes {
	const { source, target } = endsOf(assembled);
	const at = Date.now();
	return pcap([
		{ from: source, to: target, payload: request, at },
		{ from: target, to: source, payload: answer, at: at + 1 }
	]);
}
