/** A candidate that came while servers were asked, as far as it tells something of them (webrtc-pc, 4.8.1). */
export interface SeenCandidate {
	readonly type: 'host' | 'srflx' | 'relay' | 'prflx';
	readonly protocol: 'udp' | 'tcp';
	readonly address: string;
	readonly port: number;
	/** From where it was asked for; null where the browser hides it. */
	readonly related: { readonly address: string; readonly port: number } | null;
	readonly foundation: string;
	readonly priority: number;
	/** The server that told it; null where the browser does not say. */
	readonly url: string | null;
	/** Milliseconds since it was begun. */
	readonly at: number;
}

/** An `icecandidateerror` (webrtc-pc, 4.8.3). */
export interface SeenError {
	readonly code: number;
	/** In the browser’s or the server’s words; Firefox has none. */
	readonly text: string;
	readonly at: number;
}

/** What came of asking one URL, alone in a connection of its own. */
export interface Gathered {
	readonly url: string;
	readonly candidates: readonly SeenCandidate[];
	readonly errors: readonly SeenError[];
	/**
	 * `complete` where the browser was done, or what was asked for had come; `limit` where it was
	 * still waiting at the end of our patience; `stopped` by a person; `refused` where no connection
	 * could be made.
	 */
	readonly end: 'complete' | 'limit' | 'stopped' | 'refused';
	/** Milliseconds. */
	readonly took: number;
	/** Why no connection could be made, in the browser’s words; null where one could. */
	readonly refusal: string | null;
}

/** How long a server is waited for: Chromium itself waits 40 s for a silent one, Firefox 11 s. */
export const PATIENCE = 12_000;

/** Whether a candidate is what a server is asked for. */
export const isWanted = (candidate: SeenCandidate, isTurn: boolean): boolean =>
	candidate.type === (isTurn ? 'relay' : 'srflx');
