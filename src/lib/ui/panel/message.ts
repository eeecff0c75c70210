import type { Json, WireMessage } from '$lib/trace';
import { NAMES } from './names';

/** What a signaling message is, in a word or two. */
export function kindOf(message: Json): string {
	const parts = message as { [key: string]: { type?: string; candidate?: string } | null };
	if ('description' in parts) return parts.description?.type ?? 'description';
	if ('candidate' in parts) return parts.candidate?.candidate ? 'candidate' : 'end of candidates';
	return 'bye';
}

/** Where a message is: with its receiver, or on the wire until the receiver takes it. */
export function fateOf({ to, delivered }: Pick<WireMessage, 'to' | 'delivered'>): string {
	return delivered === undefined ? `waiting for ${NAMES[to]}` : 'delivered';
}
