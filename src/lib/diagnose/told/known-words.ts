import type { Told } from '../finding';

/** What is said of words that a browser writes, without the line in which they stand. */
export type Meaning = Omit<Told, 'because'>;

const DUMP = 'a whole dump (chrome://webrtc-internals, “Create Dump”, or all of about:webrtc)';
const FIREFOX_FAILED = {
	id: 'told.ice-failed',
	severity: 'breaks the call',
	source: 'webrtc-pc, 5.6.4; RFC 8445, 8.1.2'
} as const;

/** Words of browsers that stand for one thing, the more exact first. */
export const KNOWN_WORDS: readonly (readonly [words: RegExp, meaning: Meaning])[] = [
	[
		/\bICE failed, add a (?:STUN|TURN) server/i,
		{
			...FIREFOX_FAILED,
			claim:
				'Firefox tried all pairs of candidates, and none was answered. Its advice says only that no such server is in iceServers, and not that its absence is the cause.',
			todo: `Paste ${DUMP}: it tells which checks were sent, and which were answered. Where both are behind networks that let no packets through, a TURN server helps.`
		}
	],
	[
		/\bICE failed, your TURN server appears to be broken/i,
		{
			...FIREFOX_FAILED,
			claim:
				'Firefox tried all pairs of candidates, and none was answered. There is a TURN server in iceServers, but it gave no relayed candidate.',
			todo: `Look whether the server can be reached, and whether its name and password are right; what it answered is in ${DUMP}, which can be pasted here.`
		}
	],
	[
		/\bICE failed, see about:webrtc/i,
		{
			...FIREFOX_FAILED,
			claim: 'Firefox tried all pairs of candidates, and none was answered.',
			todo: `Paste ${DUMP}: it tells which checks were sent, and which were answered.`
		}
	],
	[
		/\bICE (?:connection )?(?:has )?failed\b/i,
		{
			...FIREFOX_FAILED,
			claim: 'What was pasted says itself that ICE failed: no pair of candidates was answered.',
			todo: `Paste ${DUMP}: it tells which checks were sent, and which were answered.`,
			isCertain: false
		}
	],
	[
		/The remote description was null|ICE candidates can't be added without any remote session description|Cannot add ICE candidate (?:when there is no|before setting) remote|setRemoteDescription needs to (?:be )?called before addIceCandidate/i,
		{
			id: 'told.candidate-too-early',
			severity: 'will bite',
			claim:
				'A candidate was added before there was a remote description, so the browser does not have it.',
			todo: 'Keep candidates that come early, and add them when setRemoteDescription() has resolved.',
			source: 'webrtc-pc, 4.4.2, addIceCandidate'
		}
	],
	[
		/sdpMid and sdpMLineIndex are both null|(?:Candidate missing|[Ii]nvalid candidate \(both) .{0,40}sdpM|[Ii]nvalid candidate \(both missing|both sdpMid and sdpMLineIndex/i,
		{
			id: 'told.candidate-of-no-section',
			severity: 'will bite',
			claim:
				'A candidate came without sdpMid and without sdpMLineIndex, so the browser cannot tell to which section it belongs.',
			todo: 'Send the whole candidate, as JSON.stringify(candidate) writes it, and not its line alone.',
			source: 'webrtc-pc, 4.8.1'
		}
	],
	[
		/Error processing ICE candidate|\bFailed to (?:add|set) ICE candidate\b/i,
		{
			id: 'told.candidate-refused',
			severity: 'will bite',
			claim:
				'A candidate was refused: its line cannot be read, or it names a section or a ufrag that the remote description does not have.',
			todo: 'Paste the candidate together with the remote description.',
			source: 'webrtc-pc, 4.4.2, addIceCandidate',
			isCertain: false
		}
	],
	[
		/cannot create an answer in a state other than|Cannot create answer in state/i,
		{
			id: 'told.answer-without-offer',
			severity: 'breaks the call',
			claim:
				'createAnswer() was called when there was no offer to answer: none was set, or it was answered already.',
			todo: 'Await setRemoteDescription(offer) first, and answer each offer once.',
			source: 'webrtc-pc, 4.4.2, createAnswer'
		}
	],
	[
		/signalingState is 'closed'|Peer ?connection is closed/i,
		{
			id: 'told.closed',
			severity: 'will bite',
			claim: 'The connection was used after it had been closed.',
			todo: 'See who calls close(), and whether a handler of the old call is still there when the next begins.',
			source: 'webrtc-pc, 4.4.2, close'
		}
	],
	[
		/order of m-lines in subsequent offer doesn't match/i,
		{
			id: 'told.sections-reordered',
			severity: 'breaks the call',
			claim:
				'A later offer has its sections in another order than what was agreed on: each keeps its place for good.',
			todo: 'Do not reorder or remove m= sections; one that is no longer wanted has port 0. Paste both offers to see where they differ.',
			source: 'RFC 3264, 8; RFC 9429, 5.2.2'
		}
	],
	[
		/ICE server parsing failed|Both username and credential are required/,
		{
			id: 'told.servers-refused',
			severity: 'breaks the call',
			claim:
				'No connection was made, because an entry of iceServers cannot be used: its URL is empty or none of stun: and turn:, or a TURN server lacks its username or credential.',
			todo: 'See what iceServers has when the connection is made: each urls as stun:host:port or turn:host:port, with username and credential for turn: and turns:.',
			source: 'webrtc-pc, 4.4.1.6; RFC 7064, 3; RFC 7065, 3'
		}
	],
	[
		/couldn't create any valid candidates/,
		{
			...FIREFOX_FAILED,
			id: 'told.no-own-candidates',
			claim:
				'Firefox gathered no candidate at all, so it has nothing to send to the other side and nothing to check.',
			todo: 'See whether iceTransportPolicy is relay without a TURN server that can be reached over UDP or TCP, and whether a proxy, a VPN or an add-on forbids addresses.',
			source: 'RFC 8445, 5.1.1',
			isCertain: false
		}
	],
	[
		/A sender already exists for the track/,
		{
			id: 'told.track-twice',
			severity: 'worth knowing',
			claim:
				'addTrack() was called with a track that the connection sends already: it was not added again, and is sent as before.',
			todo: 'Add each track once; for another one in its place there is replaceTrack().',
			source: 'webrtc-pc, 5.1, addTrack'
		}
	],
	[
		/RTCDataChannel send queue is full/,
		{
			id: 'told.channel-full',
			severity: 'will bite',
			claim:
				'A message was not sent, because more waited on the data channel already than its buffer holds.',
			todo: 'Stop where bufferedAmount is high, and go on with the event bufferedamountlow.',
			source: 'webrtc-pc, 6.2, send'
		}
	],
	[
		/RTCDataChannel\.readyState is not 'open/,
		{
			id: 'told.channel-not-open',
			severity: 'worth knowing',
			claim:
				'A message was not sent, because the data channel was not open: not yet, or no longer.',
			todo: 'Send from the event open on. Where that never comes, paste both descriptions and the states of the call.',
			source: 'webrtc-pc, 6.2, send'
		}
	],
	[
		/\bplay\(\) (?:failed|can only)|\bplay method is not allowed|interact with the document|\bautoplay\b/i,
		{
			id: 'told.autoplay-refused',
			severity: 'worth knowing',
			claim:
				'A media element refused to play until somebody touches the page; the call itself is untouched.',
			todo: 'Call play() from a press, or start the element muted: then it may play by itself.',
			source: 'HTML, 4.8.11.8, play()'
		}
	],
	[
		/NotAllowedError|Permission (?:denied|dismissed)/,
		{
			id: 'told.device-not-allowed',
			severity: 'breaks a part',
			claim:
				'The camera, the microphone or the screen was not allowed: by the user, the browser or the operating system.',
			todo: 'Allow it for the site, and in the settings of the system; in a frame, allow="camera; microphone" is needed.',
			source: 'mediacapture-streams, 10.2'
		}
	],
	[
		/NotFoundError|Requested device not found|The object can not be found here/,
		{
			id: 'told.device-absent',
			severity: 'breaks a part',
			claim: 'There is no camera, or no microphone, of the kind that was asked for.',
			todo: 'Look what enumerateDevices() has, and ask for what is there.',
			source: 'mediacapture-streams, 10.2'
		}
	],
	[
		/NotReadableError|Could not start (?:video|audio) source/,
		{
			id: 'told.device-busy',
			severity: 'breaks a part',
			claim: 'The camera or the microphone is there and allowed, and could not be opened.',
			todo: 'Close other programs that use it, and try again.',
			source: 'mediacapture-streams, 10.2',
			isCertain: false
		}
	],
	[
		/OverconstrainedError/,
		{
			id: 'told.device-overconstrained',
			severity: 'breaks a part',
			claim: 'No camera or microphone can do what was asked for.',
			todo: 'Ask with ideal instead of exact; error.constraint names what cannot be had.',
			source: 'mediacapture-streams, 10.2'
		}
	]
];
