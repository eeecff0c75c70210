import { count } from '$lib/sdp/words';
import { parseCandidate } from '$lib/ice';
import {
	otherPeer,
	PEER_NAMES,
	stateOf,
	type CallView,
	type Description,
	type Json,
	type PeerName,
	type SessionView,
	type TraceEntry
} from '$lib/trace';
import { alterationWords } from '$lib/trace/fate';
import { kindOf } from '../panel/message';
import { NAMES } from '../panel/names';
import { afterwards } from './afterwards';
import { mediaKindIn, stepIn, type StepEntries } from './step-entries';
import { listed } from './wall-phrases';

/** What a step did, to be read or heard. */
export interface Sentence {
	/** Whether the browser did what it was asked to. */
	status: 'done' | 'failed';
	/** What was performed: the same from the end of the step on. */
	did: string;
	/** What came of it by itself, until the next step began; null while there is nothing to say. */
	then: string | null;
}

/**
 * What a step did, from what is in the trace: states, counts, candidates; where it was refused, what was
 * attempted and what the browser said.
 *
 * @param entries at least the entries of the view
 * @param step a step's id; null for a slide without one
 * @returns null where the step was not begun, or has not ended
 */
export function sentenceOf(
	view: SessionView,
	entries: readonly TraceEntry[],
	step: string | null
): Sentence | null {
	const found = step === null ? null : stepIn(view, entries, step);
	if (!found || found.status === 'pending') return null;
	if (found.status === 'failed') return { status: 'failed', did: refusal(found), then: null };
	const did = SAYINGS.reduce<string | null>((said, say) => said ?? say(found, view), null);
	return { status: 'done', did: did ?? nothing(step!), then: afterwards(found, view) };
}

/** Tells a kind of step by what is in it; null where it is of another kind. */
type Saying = (step: StepEntries, view: SessionView) => string | null;

/** The first that knows the step says it. */
const SAYINGS: readonly Saying[] = [
	refusedYetDone,
	closed,
	altered,
	exchanged,
	described,
	created,
	made,
	got,
	added,
	given,
	sent,
	configured,
	called
];

function refusal({ calls, error }: StepEntries): string {
	const call = calls.findLast(({ status }) => status === 'rejected');
	const { name, message } = call?.error ?? error ?? { name: 'Error', message: '' };
	const what = call?.peer ? `${NAMES[call.peer]}’s browser refused ${call.name}` : 'It was refused';
	return `${what}: ${name}${message && `, “${message.replace(/[.\s]+$/, '')}”`}.`;
}

/** A call was refused, and the step went on: what was refused is what it is about. */
function refusedYetDone({ calls, ...step }: StepEntries): string | null {
	const isRefused = calls.some(({ status }) => status === 'rejected');
	return isRefused ? refusal({ calls, ...step }) : null;
}

/** Connections were closed. */
function closed({ calls, messages }: StepEntries): string | null {
	const [first, second] = calls.filter(({ name }) => name === 'close').flatMap(({ peer }) => peer!);
	if (!first) return null;
	const bye = messages.some(({ message }) => 'bye' in (message as object)) ? 'said bye and ' : '';
	const own = first === 'john' ? 'his' : 'her';
	const other = second ? `; ${NAMES[second]} closed ${second === 'john' ? 'his' : 'hers'}` : '';
	return `${NAMES[first]} ${bye}closed ${own} connection${other}.`;
}

/** A message that waits was altered by whoever carries it. */
function altered({ entries }: StepEntries, view: SessionView): string | null {
	const { seq } = entries.find(({ kind }) => kind === 'altered') ?? {};
	const message = view.wire.find((one) => one.altered?.seq === seq);
	if (!message?.altered) return null;
	const { from, to } = message;
	return `On its way to ${NAMES[to]}, ${NAMES[from]}’s ${kindOf(message.message)} was ${alterationWords(message.altered)}.`;
}

/** Both sent candidates, and were given those of the other. */
function exchanged({ messages }: StepEntries): string | null {
	const said = PEER_NAMES.map((peer) => {
		const own = messages.filter(({ from }) => from === peer).map(({ message }) => initIn(message));
		return { peer, count: own.filter((init) => init?.candidate).length, sent: own.length };
	});
	if (said.some((one) => one.sent === 0)) return null;
	const parts = said.map(({ peer, count }) => `${count} of ${NAMES[peer]}’s`);
	return `They exchanged the candidates that were left, ${listed(parts)}, and the end of both.`;
}

/** A description was set: from where to where signalingState went. */
function described({ calls, entries }: StepEntries, view: SessionView): string | null {
	const call = calls.find(({ name }) => /^set(Local|Remote)Description$/.test(name));
	if (!call?.peer) return null;
	const history = view.peers[call.peer].states.signalingState;
	const changed = entries.filter(
		({ kind, peer, data }) =>
			kind === 'changed' && peer === call.peer && 'signalingState' in (data as object)
	);
	const [at, last] = [changed[0], changed.at(-1)].map((entry) =>
		history.findIndex(({ seq }) => seq === entry?.seq)
	) as [number, number];
	// More than one where an offer of its own is rolled back first (webrtc-pc, 4.4.2, setRemoteDescription).
	const passed = history.slice(at - 1, last + 1).map(({ value }) => value);
	const course = at > 0 ? `: ${passed.join(' → ')}` : '';
	// Not named, it is what the state asks for (webrtc-pc, 4.4.2, setLocalDescription).
	const asked = history[at - 1]?.value === 'have-remote-offer' ? 'answer' : 'offer';
	const { type = asked } = (call.args ?? {}) as Partial<Description>;
	if (at < 0 && call.name === 'setLocalDescription' && history.at(-1)?.value === OFFERED) {
		return `${NAMES[call.peer]} has another offer in the place of the one before. signalingState is still ${OFFERED}.`;
	}
	return `${DESCRIBED[`${call.name} ${type}`]?.(call.peer) ?? `${NAMES[call.peer]} set a description, ${type}`}${course}.`;
}

/** An offer may be replaced, as long as it was not answered (RFC 9429, 3.2). */
const OFFERED = 'have-local-offer';

const DESCRIBED: Readonly<Record<string, (peer: PeerName) => string>> = {
	'setLocalDescription offer': (peer) => `${NAMES[peer]} now waits for an answer`,
	'setRemoteDescription offer': (peer) =>
		`${NAMES[peer]} now has ${NAMES[otherPeer(peer)]}’s offer to answer`,
	'setLocalDescription answer': (peer) => `For ${NAMES[peer]} the negotiation is complete`,
	'setRemoteDescription answer': (peer) => `For ${NAMES[peer]} the negotiation is complete`
};

/** A description was made: it is text, and changes nothing. */
function created({ calls }: StepEntries, view: SessionView): string | null {
	const call = calls.find(({ name }) => name === 'createOffer' || name === 'createAnswer');
	const made = call?.result as Partial<Description> | null | undefined;
	if (!call?.peer || !made?.sdp) return null;
	const lines = made.sdp.trimEnd().split(/\r?\n/);
	const kinds = lines.flatMap((line) => /^m=(\w+)/.exec(line)?.[1] ?? []);
	const state = stateOf(view.peers[call.peer], 'signalingState');
	return `${NAMES[call.peer]} now has an ${made.type} of ${count(lines.length, 'line')}, for ${listed(kinds)}. It is only text: signalingState is still ${state}.`;
}

/** A connection was made. */
function made({ calls }: StepEntries, view: SessionView): string | null {
	const peer = calls.find(({ name }) => name === 'RTCPeerConnection')?.peer;
	if (!peer) return null;
	const own = view.peers[peer];
	return `${NAMES[peer]} now has an RTCPeerConnection: signalingState ${stateOf(own, 'signalingState')}, connectionState ${stateOf(own, 'connectionState')}.`;
}

/** Tracks to send were taken from a source. */
function got({ calls }: StepEntries): string | null {
	const call = calls.find(({ name }) => name === 'getUserMedia' || name === 'testPattern');
	if (!call?.peer) return null;
	const { tracks = [] } = (call.result ?? {}) as { tracks?: { kind: string }[] };
	const devices = call.peer === 'john' ? 'his devices' : 'her devices';
	const from = call.name === 'testPattern' ? 'the test pattern' : devices;
	return `${NAMES[call.peer]} now has ${listed(tracks.map(({ kind }) => kind))} to send, from ${from}.`;
}

/** Tracks were added, or transceivers that only receive or only send. */
function added({ calls }: StepEntries, view: SessionView): string | null {
	const kindsOf = (name: string) => calls.filter((call) => call.name === name);
	const tracks = kindsOf('addTrack');
	const transceivers = kindsOf('addTransceiver');
	const peer = (tracks[0] ?? transceivers[0])?.peer;
	if (!peer) return null;
	if (tracks.length > 0) {
		return `${NAMES[peer]} will send ${listed(tracks.map(kindIn))}: ${count(tracks.length, 'track')} added.`;
	}
	const kinds = listed(transceivers.map(kindIn));
	const { init } = (transceivers[0]!.args ?? {}) as { init?: RTCRtpTransceiverInit | null };
	if (init?.direction === 'sendonly') {
		const versions = init.sendEncodings?.length ?? 1;
		const how = versions > 1 ? `, in ${count(versions, 'version')}` : '';
		return `${NAMES[peer]} will send ${kinds}${how}: a transceiver for it.`;
	}
	return view.peers[peer].localTracks.length > 0
		? `${NAMES[peer]} would receive ${kinds} as well: a transceiver more.`
		: `${NAMES[peer]} will only receive ${kinds}, and send nothing.`;
}

/** The kind of what a call was given: a track, or the kind alone of one that is to come. */
const kindIn = ({ args }: CallView): string => mediaKindIn(args) ?? 'media';

/** A candidate of the other side was given to the browser. */
function given({ calls }: StepEntries): string | null {
	const all = calls.filter(({ name }) => name === 'addIceCandidate');
	const [call] = all;
	if (!call?.peer) return null;
	const known = all.filter(({ args }) => whereIs(args as RTCIceCandidateInit | null)).length;
	if (known > 1) {
		return `${NAMES[call.peer]}’s browser now has ${count(known, 'candidate')} more of ${NAMES[otherPeer(call.peer)]}’s.`;
	}
	const where = whereIs(call.args as RTCIceCandidateInit | null);
	const other = NAMES[otherPeer(call.peer)];
	return where === null
		? `${NAMES[call.peer]}’s browser knows that no more candidates of ${other}’s come.`
		: `${NAMES[call.peer]}’s browser now has an address of ${other}’s to try: ${where}.`;
}

/** A message left. */
function sent({ messages }: StepEntries): string | null {
	const message = messages.at(-1);
	if (!message) return null;
	const { from, to, delivered, dropped } = message;
	const fate =
		dropped !== undefined
			? `was sent to ${NAMES[to]}, and was lost on its way`
			: delivered === undefined
				? `is on the wire, and waits for ${NAMES[to]}`
				: `was sent to ${NAMES[to]}, and has arrived`;
	const parts = message.message as { description?: Description | null };
	if (parts.description) return `${NAMES[from]}’s ${parts.description.type} ${fate}.`;
	const where = whereIs(initIn(message.message));
	return where === null
		? `${NAMES[from]}’s last word, the end of candidates, ${fate}.`
		: `One of ${NAMES[from]}’s candidates ${fate}: ${where}.`;
}

function initIn(message: Json): RTCIceCandidateInit | null {
	return (message as { candidate?: RTCIceCandidateInit | null } | null)?.candidate ?? null;
}

/** Address, port, transport and type of a candidate; null for the end of candidates. */
function whereIs(init: RTCIceCandidateInit | null): string | null {
	if (!init?.candidate) return null;
	const { candidate } = parseCandidate(init.candidate);
	if (!candidate) return init.candidate;
	const { address, port, transport, type } = candidate;
	return `${address}, port ${port}, ${transport}, ${type}`;
}

/** The configuration was replaced (RFC 9429, 4.1.18). */
function configured({ calls }: StepEntries): string | null {
	const call = calls.find(({ name }) => name === 'setConfiguration');
	if (!call?.peer) return null;
	const { iceServers = [], iceTransportPolicy = 'all' } = (call.args ?? {}) as RTCConfiguration;
	const urls = iceServers.flatMap(({ urls }) => urls);
	const asks = urls.length === 0 ? 'no servers' : listed(urls);
	return `${NAMES[call.peer]} has configured the connection anew: ${asks}, iceTransportPolicy ${iceTransportPolicy}. It counts when candidates are gathered the next time.`;
}

/** Whatever else was called. */
function called({ calls }: StepEntries): string | null {
	const [first] = calls;
	if (!first?.peer) return null;
	return `${NAMES[first.peer]} called ${listed([...new Set(calls.map(({ name }) => name))])}.`;
}

/** A step that calls nothing and sends nothing: a peer without a source has no media to get. */
function nothing(step: string): string {
	const peer = PEER_NAMES.find((name) => step.split('/').at(-1)!.startsWith(`${name}-`));
	return step.endsWith('-gets-media') && peer
		? `${NAMES[peer]} has nothing to send, and will only receive.`
		: 'The step is done, and called nothing of the browser’s.';
}
