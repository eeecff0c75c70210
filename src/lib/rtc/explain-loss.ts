/** What is known of a pair of peers at the moment when the browser gave it up. */
export interface LossFacts {
	/** "John" or "Jane". */
	name: string;
	isFirefox: boolean;
	/** Whether there is a pair of candidates that works (`iceConnectionState`). */
	hasPath: boolean;
	/** Whether media could travel before. */
	wasConnected: boolean;
	/** Seconds since this peer's answer was applied; null where none was. */
	sinceAnswer: number | null;
	/** Whether it looks for addresses of its own no more, and has none. */
	isWithoutAddress: boolean;
	/** Whether the other side has said that it has none. */
	isToldOfNone: boolean;
	/** Whether it looks for no more of its own, and was told that no more of the other side come. */
	hasAll: boolean;
}

/**
 * A plain sentence or two on why a connection is `failed`, by what was measured of browsers: Firefox
 * allows 5 s after an answer (its preference `media.peerconnection.ice.trickle_grace_period`),
 * Chromium checks for 15 s.
 */
export function explainLoss(facts: LossFacts): string {
	const { name, isFirefox, hasPath, wasConnected, sinceAnswer } = facts;
	const { isWithoutAddress, isToldOfNone, hasAll } = facts;
	if (hasPath) {
		return `${name}’s connection found a path, and the DTLS handshake on it failed: the certificate that came is not the one whose fingerprint was signaled, or no agreement was reached on how to encrypt.`;
	}
	if (wasConnected) {
		return `${name}’s connection worked, and then broke: no packet came through for too long, as when a computer sleeps, a network changes, or the other side is gone.`;
	}
	if (isWithoutAddress) {
		return `${name}’s browser found no address that it may use, and looks for no more. There is nothing to send from, and so no pair of candidates to try.`;
	}
	if (isToldOfNone) {
		return `${name}’s browser was told of no address of the other side, and that there are none. There is no pair of candidates to try, and it waited for one long enough.`;
	}
	if (hasAll) {
		return `The browser gave up on ${name}’s connection: it had tried all candidates that it was given, had been told that no more come, and no pair of them was answered in time.`;
	}
	if (isFirefox && sinceAnswer !== null) {
		return (
			`Firefox gave up on ${name}’s connection ${Math.round(sinceAnswer)} seconds after the answer was applied. ` +
			'It waits only five seconds for a pair of candidates that works, and candidates that come later do not bring it back. ' +
			'In a real call they arrive at once; here they waited while you were reading.'
		);
	}
	return (
		`The browser gave up on ${name}’s connection: it checked every pair of candidates that it had, ` +
		'and none was answered in time. In a real call the other side answers at once; here it waited while you were reading.'
	);
}
