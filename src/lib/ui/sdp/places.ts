import { NAMES } from '../panel/names';
import type { DescriptionName, SessionView } from '$lib/trace';
import type { Place } from '$lib/trace/occurrences';
import type { FollowedValue } from '$lib/trace/values';

const DESCRIPTIONS: Record<DescriptionName, string> = {
	currentLocalDescription: 'local description',
	pendingLocalDescription: 'pending local description',
	currentRemoteDescription: 'remote description',
	pendingRemoteDescription: 'pending remote description'
};

/** Places that are named together: `John’s local description`, with a button for each of its lines. */
export interface PlaceGroup {
	readonly name: string;
	readonly places: readonly { readonly place: Place; readonly short: string }[];
}

/** Where something stands, and what tells it from others there: `John’s local description`, `line 27`. */
function wordsOf(place: Place, view: SessionView): { group: string; short: string } {
	const name = NAMES[place.peer];
	switch (place.kind) {
		case 'description':
			return { group: `${name}’s ${DESCRIPTIONS[place.name]}`, short: `line ${place.line}` };
		case 'local candidate':
			return { group: `${name}’s candidates`, short: `candidate ${place.number}` };
		case 'remote candidate':
			return { group: `Candidates given to ${name}`, short: `candidate ${place.number}` };
		case 'message':
			return { group: `Messages from ${name}`, short: `${place.what}, entry ${place.seq}` };
		case 'pair': {
			const at = view.peers[place.peer].stats?.pairs.findIndex(({ id }) => id === place.id) ?? -1;
			return { group: `${name}’s pairs`, short: `pair ${at + 1}` };
		}
		case 'selected pair':
			return { group: `${name}’s pairs`, short: 'selected pair' };
		case 'DTLS':
			return { group: `${name}’s DTLS`, short: 'certificate' };
		case 'RTP stream':
			return {
				group: `${name}’s streams`,
				short: `${place.media}, ${place.way} ${place.number}`
			};
		case 'track':
			return {
				group: `${name}’s tracks`,
				short: `${place.own ? 'sent' : 'received'}, entry ${place.seq}`
			};
		case 'call':
			return { group: `${name} calls`, short: `${place.name}, entry ${place.seq}` };
	}
}

/** The whole name of a place: `John’s local description, line 27`. */
export function nameOfPlace(place: Place, view: SessionView): string {
	const { group, short } = wordsOf(place, view);
	return `${group}, ${short}`;
}

/** Places under their names, in the order in which the names come first. */
export function groupPlaces(places: readonly Place[], view: SessionView): PlaceGroup[] {
	const groups = new Map<string, { place: Place; short: string }[]>();
	for (const place of places) {
		const { group, short } = wordsOf(place, view);
		const same = groups.get(group);
		if (same) same.push({ place, short });
		else groups.set(group, [{ place, short }]);
	}
	return [...groups].map(([name, list]) => ({ name, places: list }));
}

/** What is followed, in words: `ufrag kCOP`, `payload type 111 of section 0`. */
export function nameOfValue({ kind, value, mid, peer }: FollowedValue): string {
	const shown = value.length > 60 ? `${value.slice(0, 59)}…` : value;
	const section = mid === undefined ? '' : ` of section ${mid}`;
	return `${kind} ${shown}${section}${peer === undefined ? '' : ` of ${NAMES[peer]}`}`;
}
