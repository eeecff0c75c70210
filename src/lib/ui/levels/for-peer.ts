import type { PeerName } from '$lib/trace';
import { otherPeer } from '$lib/trace/entry';
import { NAMES } from '$lib/trace/names';

/** A text of a level, with the names of those that its variation is about. */
export function forPeer(text: string, peer: PeerName | undefined): string {
	if (peer === undefined) return text;
	return text.replaceAll('{peer}', NAMES[peer]).replaceAll('{other}', NAMES[otherPeer(peer)]);
}
