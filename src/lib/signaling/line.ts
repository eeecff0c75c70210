/** What whoever is on a line is told. */
export interface LineHearing {
	/** Somebody else on it has posted a text. */
	text(text: string): void;
	/** Something came that nobody on the line can have posted. */
	refused(): void;
	/** What carries the line is away: nothing that is posted comes to anybody. */
	away(): void;
	/** What was posted meanwhile may be lost: what carries the line was away, and is there again. */
	interrupted(): void;
}

/**
 * Brings each text that somebody on it posts to all others who are on it, in the order in which that one posted
 * them. To whoever comes later it brings nothing.
 */
export interface Line {
	/** @param holder the lock of whoever it is meant for alone: all others may hear it too, or be spared it */
	post(text: string, holder?: string): void;
	/** Nothing is posted or heard through it afterwards. */
	close(): void;
}

/** Takes part in the line that has a name. */
export type OpenLine = (name: string, hearing: LineHearing) => Line;

/**
 * A line between the tabs of one origin in one browser, over a `BroadcastChannel` (HTML, 9.5), which is never away.
 * @throws as the constructor of the channel: a `SecurityError` where site data is blocked
 */
export const broadcastLine: OpenLine = (name, { text, refused }) => {
	const channel = new BroadcastChannel(name);
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (typeof data === 'string') text(data);
		else refused();
	};
	channel.onmessageerror = refused;
	return {
		post: (posted) => channel.postMessage(posted),
		close: () => channel.close()
	};
};
