/** What a step is about, on the wall: where the lines that matter are taken from. */
export type Focus =
	/** Lines of the description that the step has made, by how they begin. */
	| { from: 'description'; lines: readonly string[] }
	/** All states of the peer that acts. */
	| { from: 'states' }
	/** The states that changed. */
	| { from: 'changes' }
	/** The events that fired, with what they say. */
	| { from: 'events'; say: Readonly<Record<string, string>> }
	/** The calls of this name, with what they do. */
	| { from: 'calls'; name: string; say: string }
	/** The tracks that the peer now has. */
	| { from: 'tracks' }
	/** The lines of a message that were altered on its way. */
	| { from: 'altered' }
	/** The description that the message carries. */
	| { from: 'message' }
	/** The candidate that the newest message carries, word by word. */
	| { from: 'candidate'; words: readonly string[] }
	/** How many candidates each peer has found, and the first of them. */
	| { from: 'gathered'; first: number }
	/** The candidates that were found in the step, the first of each type. */
	| { from: 'found' }
	/** How many pairs of candidates each peer has: none while it is only agreed what is sent. */
	| { from: 'pairs' }
	/** How many candidates each peer was given. */
	| { from: 'given' }
	/** The encodings of a sender of which the step has changed any. */
	| { from: 'encodings' }
	/** What happened on the way to a connection, and when. */
	| { from: 'milestones' }
	/** What `getStats()` counts. */
	| { from: 'numbers' };

const TRACK = { track: 'A track to play. It is muted until media arrives.' };
const WORDS_OF_A_CANDIDATE = ['connection-address', 'port', 'transport', 'cand-type', 'priority'];

/** Where the call itself is what matters: the wall shows its picture, large. */
export const PICTURED: ReadonlySet<string> = new Set([
	'jane-adds-candidate',
	'connected',
	'media-flows',
	'stun-and-turn/jane-answers',
	'stun-and-turn/jane-answers-again'
]);

/** What there may be to look at after any step: where it made nothing of a kind, that is left out. */
const OF_ANY_STEP: readonly Focus[] = [
	{ from: 'altered' },
	{ from: 'encodings' },
	{ from: 'message' },
	{ from: 'changes' },
	{
		from: 'events',
		say: {
			...TRACK,
			negotiationneeded: 'What there is differs from what was agreed.',
			datachannel: 'The other side has made a channel.',
			icecandidateerror: 'A server did not give what it was asked for, or was not reached.'
		}
	},
	{ from: 'given' },
	{ from: 'found' }
];

/**
 * What to show at a slide once its step was performed, the most important first; nothing for a slide that
 * is about nothing in the call, which has no panel on the stage.
 */
export function focusOf({ slug, step }: { slug: string; step: string | null }): readonly Focus[] {
	return FOCUS[slug] ?? (step === null ? [] : OF_ANY_STEP);
}

/** Whether a slide says itself what it is about: that comes before what is told after any step. */
export function hasOwnFocus(slug: string): boolean {
	return slug in FOCUS;
}

/** Of slides that have more to say than any step, by their slugs. */
const FOCUS: Readonly<Record<string, readonly Focus[]>> = {
	'john-creates-peer-connection': [{ from: 'states' }],
	'john-gets-media': [{ from: 'tracks' }],
	'john-adds-tracks': [
		{ from: 'calls', name: 'addTrack', say: 'Makes a transceiver: his sender, with a receiver.' },
		{ from: 'calls', name: 'addTransceiver', say: 'A transceiver that only receives.' },
		{ from: 'events', say: { negotiationneeded: 'What he has differs from what was agreed.' } }
	],
	'john-creates-offer': [
		{
			from: 'description',
			lines: [
				'm=audio',
				'm=video',
				'a=rtpmap:',
				'a=setup:',
				'a=ice-ufrag:',
				'a=fingerprint:',
				'a=mid:'
			]
		}
	],
	'john-sets-local-description': [{ from: 'changes' }, { from: 'gathered', first: 1 }],
	'john-sends-offer': [{ from: 'message' }],
	'jane-creates-peer-connection': [{ from: 'states' }],
	'jane-sets-remote-description': [{ from: 'changes' }, { from: 'events', say: TRACK }],
	'jane-gets-media': [{ from: 'tracks' }],
	'jane-adds-tracks': [
		{
			from: 'calls',
			name: 'addTrack',
			say: 'Takes the transceiver that the offer made for her.'
		},
		{ from: 'calls', name: 'addTransceiver', say: 'A transceiver that only receives.' }
	],
	'jane-creates-answer': [
		{
			from: 'description',
			lines: [
				'm=audio',
				'a=setup:',
				'a=sendrecv',
				'a=recvonly',
				'a=mid:',
				'm=video',
				'a=ice-ufrag:',
				'a=fingerprint:'
			]
		}
	],
	'jane-sets-local-description': [{ from: 'changes' }, { from: 'gathered', first: 1 }],
	'jane-sends-answer': [{ from: 'message' }],
	'john-sets-remote-description': [
		{ from: 'changes' },
		{ from: 'pairs' },
		{ from: 'events', say: TRACK }
	],
	'candidates-appear': [{ from: 'gathered', first: 2 }],
	'john-sends-candidate': [{ from: 'candidate', words: WORDS_OF_A_CANDIDATE }],
	'jane-adds-candidate': [{ from: 'changes' }, { from: 'given' }],
	'jane-sends-candidate': [{ from: 'candidate', words: WORDS_OF_A_CANDIDATE }],
	'john-adds-candidate': [{ from: 'changes' }, { from: 'given' }],
	'remaining-candidates': [{ from: 'given' }, { from: 'changes' }],
	connected: [{ from: 'milestones' }],
	'media-flows': [{ from: 'numbers' }],
	'john-hangs-up': [{ from: 'changes' }],
	'get-stats/two-make-a-rate': [{ from: 'numbers' }],
	'get-stats/john-limits-bitrate': [{ from: 'numbers' }],
	'get-stats/john-sends-it-smaller': [{ from: 'numbers' }],
	'get-stats/john-sends-fewer': [{ from: 'numbers' }],
	'get-stats/john-stops-encoding': [{ from: 'numbers' }],
	'get-stats/john-lifts-all': [{ from: 'numbers' }],
	'get-stats/john-disables-tracks': [{ from: 'numbers' }],
	'get-stats/john-enables-tracks': [{ from: 'numbers' }],
	'simulcast/jane-answers': [{ from: 'encodings' }, { from: 'changes' }],
	'simulcast/john-sets-second-answer': [{ from: 'numbers' }],
	'simulcast/john-stops-layer': [{ from: 'numbers' }, { from: 'encodings' }],
	'simulcast/john-sends-layer': [{ from: 'numbers' }, { from: 'encodings' }]
};
