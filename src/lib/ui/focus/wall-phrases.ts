import type { StateName } from '$lib/trace';

/** What each value of each state says, in a sentence for a wall (webrtc-pc, 4.3.1 to 4.3.4, 5.6). */
const WORDS: Record<StateName, Readonly<Record<string, string>>> = {
	signalingState: {
		stable: 'No offer is pending.',
		'have-local-offer': 'This side’s offer is pending.',
		'have-remote-offer': 'The other side’s offer is pending.',
		'have-local-pranswer': 'This side’s provisional answer was set.',
		'have-remote-pranswer': 'The other side’s provisional answer was set.',
		closed: 'It is over: no more negotiation.'
	},
	iceGatheringState: {
		new: 'It has not looked for its addresses yet.',
		gathering: 'It is looking for its addresses.',
		complete: 'It looks for no more addresses.'
	},
	iceConnectionState: {
		new: 'No path is being tried.',
		checking: 'Paths are being tried.',
		connected: 'A path works.',
		completed: 'A path works, and nothing is left to check.',
		disconnected: 'The path does not answer.',
		failed: 'No path works.',
		closed: 'It is over: no path is used.'
	},
	connectionState: {
		new: 'Neither path nor keys.',
		connecting: 'A path is being found, or keys agreed on.',
		connected: 'Path and keys are there: media can flow.',
		disconnected: 'The path does not answer.',
		failed: 'No path, or no keys.',
		closed: 'It is over.'
	}
};

/** What a state with this value says; empty for a value that webrtc-pc does not have. */
export function wordsOfState(name: StateName, value: string): string {
	return WORDS[name][value] ?? '';
}

/** Longer explanations are cut where their first clause ends, in characters. */
const SHORT = 96;

/** What matters of an explanation: its first clause. */
export function briefly(explanation: string): string {
	const [first] = explanation.split('; ');
	const clause = first!.length > SHORT ? first!.split(': ')[0]! : first!;
	return /[.!?]$/.test(clause) ? clause : `${clause}.`;
}

/** Letters of a line of the wall; longer ones are cut. */
export const LONGEST = 56;

/** A line of code or SDP in at most `length` characters: cut between its words, and so marked. */
export function elide(text: string, length: number): string {
	if (text.length <= length) return text;
	const kept = text.slice(0, length - 1);
	const edge = Math.max(kept.lastIndexOf(' '), kept.lastIndexOf(':'));
	const isSpace = text[edge] === ' ';
	return `${kept.slice(0, edge > length / 2 ? edge + (isSpace ? 0 : 1) : undefined)}${isSpace ? '\u00a0' : ''}…`;
}

/** `audio`, `audio and video`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
	if (parts.length < 2) return parts[0] ?? 'nothing';
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
