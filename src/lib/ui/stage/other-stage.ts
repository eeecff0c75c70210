import { deckOf } from '$lib/deck/decks';
import type { TalkPart } from '$lib/deck/content';
import type { RoomView } from '$lib/tabs/room';
import { versionWords } from '../tabs/seat-phrases';
import { capFor } from './stage-keys';

/** The other part of its talk that a stage is to go to, since the one that runs the talk has; null for none. */
export function partToFollow(
	{ role, otherDeck }: RoomView,
	talk: readonly TalkPart[]
): string | null {
	// Before it is here for good, it may hear what its own page showed before.
	if (role === 'joining') return null;
	return talk.some(({ name }) => name === otherDeck) ? otherDeck : null;
}

/**
 * Why a stage does not follow the one that runs the talk, in a sentence or two; null where it does, where
 * it runs the talk itself, and where there is none.
 *
 * @param follows whether it knows where the talk stands
 * @param talk the parts of its talk: it goes to any of them
 */
export function whyNotFollowing(
	room: RoomView,
	follows: boolean,
	talk: readonly TalkPart[]
): string | null {
	const { role, lost, otherVersions, otherDeck } = room;
	if (role !== 'spectator' || partToFollow(room, talk) !== null) return null;
	const opening = lost.length > 0 ? 'Another stage has taken over' : 'Another stage is open';
	if (otherDeck !== null) {
		return `${opening}, with the talk “${titleOf(otherDeck)}”. This one has “${titleOf(room.deck)}” and cannot follow it.`;
	}
	if (!follows && otherVersions.length > 0) {
		const others = otherVersions.map(versionWords).join(', ');
		return `${opening}, with another version of this site: ${others}. This one has the version ${versionWords(room.site)} and cannot follow it.`;
	}
	return room.hostIsSilent
		? 'The stage that runs the talk does not answer. Bring its window to the front.'
		: null;
}

/** What a stage says that follows another. */
export function followingWords({ lost }: RoomView): string {
	return lost.length > 0
		? `Another stage has taken over. This one follows it, and ${capFor('takeOver')} takes over again.`
		: `Another stage is open. This one follows it, and goes on when it is closed. ${capFor('takeOver')} takes over now.`;
}

const titleOf = (deck: string) => deckOf(deck)?.title ?? deck;
