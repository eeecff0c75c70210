/** A description as signaling carries it. */
export interface WireDescription {
	type: 'offer' | 'pranswer' | 'answer' | 'rollback';
	sdp: string;
}

/** A candidate as signaling carries it (webrtc-pc, 4.8.1: `RTCIceCandidateInit`). */
export interface WireCandidate {
	/** Empty where it ends the candidates of a round. */
	candidate: string;
	sdpMid?: string | null;
	sdpMLineIndex?: number | null;
	usernameFragment?: string | null;
	[member: string]: unknown;
}

/** What a waiting message says: one of these. */
export interface WireMessage {
	description?: WireDescription | null;
	/** null ends the candidates. */
	candidate?: WireCandidate | null;
	bye?: true;
}

/**
 * The text of a message that is changed by hand: the SDP of a description, a candidate as JSON. null
 * where it has none.
 */
export function textOf({ description, candidate }: WireMessage): string | null {
	if (description) return description.sdp;
	return candidate ? JSON.stringify(candidate, null, '\t') : null;
}

/** What is wrong with each member of a candidate; webrtc-pc, 4.8.1 says what it may be. */
const MEMBERS: readonly [name: string, kind: 'string' | 'number', mayLack: boolean][] = [
	['candidate', 'string', false],
	['sdpMid', 'string', true],
	['sdpMLineIndex', 'number', true],
	['usernameFragment', 'string', true]
];

/**
 * Reads a candidate that was changed by hand.
 * @throws an `Error` that says in one sentence why it cannot be sent
 */
export function parseWireCandidate(text: string): WireCandidate {
	const value = parse(text);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Error('A candidate is sent as a JSON object, with its members in braces.');
	}
	const members = value as Record<string, unknown>;
	for (const [name, kind, mayLack] of MEMBERS) {
		const member = members[name];
		if (typeof member === kind || (mayLack && (member ?? null) === null)) continue;
		throw new Error(`“${name}” must be a ${kind}${mayLack ? ' or null' : ''}.`);
	}
	return members as WireCandidate;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new Error('This is no JSON, and a candidate is sent as JSON.', { cause });
	}
}
