/** What the names of errors mean where a part of WebRTC gives them (webrtc-pc, 4.4 and 11). */
const MEANINGS: Readonly<Record<string, string>> = {
	InvalidStateError: 'This may not be called in the state that the connection is in.',
	InvalidAccessError:
		'The description contradicts what was agreed before, or lacks what WebRTC demands.',
	InvalidModificationError:
		'The description is not the one that the browser made: it may not be changed.',
	OperationError: 'The browser could not make sense of what it was given.',
	TypeError: 'What the call was given has the wrong form.',
	ReferenceError: 'This browser has no such interface: WebRTC may be switched off.'
};

/** What the name of an error says by itself, in a sentence; null where it says nothing. */
export function meaningOfError(name: string): string | null {
	return Object.hasOwn(MEANINGS, name) ? MEANINGS[name]! : null;
}
