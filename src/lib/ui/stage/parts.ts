import type { Deck } from '$lib/deck/decks';
import type { Screen } from '$lib/tabs/messages';
import type { PeerName } from '$lib/trace';

/** What a part of a talk leaves to the one that is shown next in its page. */
export interface PartBefore {
	screen: Screen;
	/** The seats that it has where it runs the walk, and keeps until the next takes them over. */
	seats: readonly PeerName[];
}

/** The way from one part of a talk to another. */
export interface WayOn {
	from: Deck;
	/** The name of the part that is shown next. */
	to: string;
	/** At which of its slides: the first (0) or the last (-1). */
	at: 0 | -1;
	/** Whether nothing else has come meanwhile, where the part had to be fetched. */
	isWanted(): boolean;
	/** What is left to it when it is shown. */
	left(): PartBefore;
}
