/** The lines that a fragment has: which section it is about, its credentials, and candidates (RFC 8840, 9.2). */
const OF_FRAGMENT =
	/^(?:m=|a=(?:group|mid|ice-(?:ufrag|pwd|lite|options|pacing)|candidate|end-of-candidates)\b)/;

/**
 * Whether some lines of a description are a fragment as Trickle ICE sends them over SIP and WHIP: it tells of
 * candidates, and neither offers nor answers.
 * @see RFC 8840, 9; RFC 9725, 4.3
 */
export function isFragment(sdp: string): boolean {
	const lines = sdp.split(/[\r\n]+/).filter((line) => line !== '');
	return /^a=(?:ice-ufrag|candidate|end-of-candidates)\b/m.test(sdp) && lines.every(isOfFragment);
}

const isOfFragment = (line: string) => OF_FRAGMENT.test(line);
