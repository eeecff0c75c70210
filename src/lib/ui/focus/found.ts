import { explainCandidate, parseCandidate, type Candidate } from '$lib/ice';
import type { PeerName, SessionView, TraceEntry } from '$lib/trace';
import { stepIn } from './step-entries';

/** A candidate's kind, transport, address and port. */
export function inShort(candidate: Candidate): string {
	return `${explainCandidate(candidate).split(/, |; |\.$/)[0]}.`;
}

/** The first candidate of each type that a peer found in a step, in their order. */
export function foundIn(
	view: SessionView,
	entries: readonly TraceEntry[],
	step: string | null,
	whose: PeerName
): Candidate[] {
	const own = (step !== null && stepIn(view, entries, step)?.entries) || [];
	const found = own.flatMap(({ kind, name, peer, data }) => {
		if (kind !== 'event' || name !== 'icecandidate' || peer !== whose) return [];
		const { candidate } = data as { candidate?: { candidate?: string } | null };
		return parseCandidate(candidate?.candidate ?? '').candidate ?? [];
	});
	return found.filter(({ type }, at) => found.findIndex((one) => one.type === type) === at);
}

/** Of a name that hides an address (RFC 8828), its end is enough to know it by. */
const END_OF_NAME = 10;

/** A candidate that was found: its type and where it leads, and what it is. */
export function foundWords(candidate: Candidate): [text: string, note: string] {
	const { type, address, port } = candidate;
	const name = address.endsWith('.local') ? `…${address.slice(-END_OF_NAME)}` : address;
	return [`typ ${type}: ${name}, port ${port}`, `${inShort(candidate).split(':')[0]}.`];
}
