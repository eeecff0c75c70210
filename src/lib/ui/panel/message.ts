import type { Json } from '$lib/trace';

/** What a signaling message is, in a word or two. */
export function kindOf(message: Json): string {
	const parts = message as { [key: string]: { type?: string; candidate?: string } | null };
	if ('description' in parts) return parts.description?.type ?? 'description';
	if ('candidate' in parts) return parts.candidate?.candidate ? 'candidate' : 'end of candidates';
	return 'bye';
}

/** A signaling message as one reads it: the lines of a description, and anything else as the JSON that it is. */
export function readable(message: Json): string {
	const { description } = message as { description?: { sdp?: string } | null };
	return description?.sdp ?? JSON.stringify(message, null, 2);
}
