import type { PairEnd } from '$lib/trace';

/** One end of a candidate pair in a line: type, transport, address and port. */
export function writeEnd({ type, address, port, protocol }: PairEnd): string {
	return `${type} ${protocol ?? ''} ${address ?? '(address hidden)'}:${port ?? ''}`;
}
