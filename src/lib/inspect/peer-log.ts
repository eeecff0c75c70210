import type { Json, NewEntry, PeerName } from '../trace';
import { outcomeOf, SETTLED_AT_ONCE, SETTLED_LATER } from './call-names';
import { Attributes } from './descriptions';
import type { DumpConnection, DumpEvent, Skips } from './dump';
import { candidateOf, descriptionOf, isObject, trackOf } from './values';

/** An entry that has no place in the trace yet. A result refers to the draft of its call. */
export interface Draft {
	at: number;
	entry: Omit<NewEntry, 'call'>;
	settles?: Draft;
}

/** What was read of a connection, without an event that told it: `{ iceConnectionState: 'failed' }`. */
export const READ = 'read';

/** Events that tell a state, and which. */
const STATES: ReadonlyMap<string, string> = new Map(
	['signalingState', 'iceGatheringState', 'iceConnectionState', 'connectionState'].map((state) => [
		`${state.toLowerCase()}change`,
		state
	])
);

/** The events of an `RTCPeerConnection`, which logs write with and without `on`. */
const EVENTS = new Set([
	...STATES.keys(),
	'icecandidate',
	'icecandidateerror',
	'negotiationneeded',
	'track',
	'datachannel'
]);

/** What a new connection reads (webrtc-pc, 4.4.1.1). */
const NEW_STATES = {
	signalingState: 'stable',
	iceGatheringState: 'new',
	iceConnectionState: 'new',
	connectionState: 'new'
};

/** `ICEConnectionStateConnected`, `SignalingStateHaveLocalOffer`: as Chrome wrote states before the standard had names for them. */
const OLD_STATE = /^(?:ICEConnection|ICEGathering|Signaling)State([A-Z]\w{1,30})$/;

/** A state as webrtc-pc calls it. */
function stateOf(value: string): string {
	const [, old] = OLD_STATE.exec(value) ?? [];
	return old === undefined ? value : old.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

/** The log of one connection as drafts of a peer's entries, in the order of the log. */
export class PeerLog {
	readonly drafts: Draft[] = [];
	readonly #peer: PeerName;
	readonly #skips: Skips;
	readonly #attributes = new Attributes();
	/** Calls that are waiting for how they were settled, oldest first. */
	readonly #pending = new Map<string, { draft: Draft; key: string | null }[]>();
	/** Calls whose outcome this log writes. */
	readonly #settledInLog: ReadonlySet<string>;
	#created: Json = null;
	#at = 0;

	constructor(peer: PeerName, connection: DumpConnection, skips: Skips) {
		this.#peer = peer;
		this.#skips = skips;
		this.#settledInLog = new Set(
			connection.events.flatMap(({ name }) => {
				const settled = outcomeOf(name);
				return settled && settled.outcome !== 'Failed' ? [settled.call] : [];
			})
		);
		this.#at = connection.began ?? 0;
		this.#create(connection.configuration);
		for (const event of connection.events) this.#add(event);
	}

	#add(event: DumpEvent): void {
		// A log is in order; a clock that was set back is not followed, or results came before calls.
		this.#at = Math.max(this.#at, event.at);
		if (event.name === 'create' || event.name === 'constraints') return;
		if (event.name === READ) return this.#changed(event.value as { [name: string]: Json });
		const lower = event.name.toLowerCase();
		const bare = EVENTS.has(lower) ? lower : lower.replace(/^on/, '');
		if (EVENTS.has(bare)) return this.#event(bare, event.value);
		const settled = outcomeOf(event.name);
		if (settled) return this.#settle(settled.call, settled.outcome === 'OnSuccess', event);
		if (SETTLED_LATER.has(event.name) || SETTLED_AT_ONCE.has(event.name)) return this.#call(event);
		// Chrome tells of transceivers, streams and more that are neither call nor event.
		this.#draft('event', event.name, event.value);
	}

	#create(configuration: Json): void {
		const call = this.#draft('call', 'RTCPeerConnection', configuration);
		this.#draft('result', 'RTCPeerConnection', null, call);
		this.#changed(NEW_STATES);
	}

	#event(name: string, value: Json): void {
		const state = STATES.get(name);
		if (state !== undefined) {
			if (typeof value !== 'string') return this.#skips.add('changes of state without a state');
			this.#draft('event', name, null);
			return this.#changed({ [state]: stateOf(value) });
		}
		if (name === 'icecandidate') {
			const candidate = candidateOf(value);
			if (candidate === null && value !== null) return this.#skips.add('candidates without text');
			this.#draft('event', name, { candidate: candidate && { ...candidate } });
		} else if (name === 'track') {
			const track = trackOf(value);
			if (track === null) return this.#skips.add('tracks without kind or id');
			this.#draft('event', name, { ...track });
		} else if (name === 'icecandidateerror' && isObject(value)) {
			const { error_code, error_text, errorCode, errorText, ...rest } = value as {
				[k: string]: Json;
			};
			const code = errorCode ?? error_code ?? null;
			this.#draft('event', name, {
				...rest,
				errorCode: code,
				errorText: errorText ?? error_text ?? ''
			});
		} else this.#draft('event', name, value);
	}

	#call({ name, value, key }: DumpEvent): void {
		const draft = this.#draft('call', name, this.#argument(name, value));
		if (SETTLED_LATER.has(name) || this.#settledInLog.has(name)) {
			const pending = this.#pending.get(name) ?? [];
			pending.push({ draft, key });
			this.#pending.set(name, pending);
			return;
		}
		this.#draft('result', name, null, draft);
		if (name !== 'close') return;
		this.#changed({
			signalingState: 'closed',
			iceConnectionState: 'closed',
			connectionState: 'closed'
		});
	}

	/** What of a call's value the trace keeps, in the form in which the trace has it. */
	#argument(name: string, value: Json): Json {
		if (name === 'addIceCandidate') {
			const candidate = candidateOf(value);
			return candidate && { ...candidate };
		}
		if (name === 'addTrack') return { ...(trackOf(value) ?? { kind: '', id: '', label: '' }) };
		return value;
	}

	#settle(name: string, fulfilled: boolean, { value, key }: DumpEvent): void {
		const pending = this.#pending.get(name) ?? [];
		const index = key === null ? 0 : pending.findIndex((one) => one.key === key);
		const known = pending.splice(Math.max(index, 0), 1)[0]?.draft;
		// Chrome writes no call where the argument did not parse, but it does write the failure.
		const argument = fulfilled ? null : this.#argument(name, isObject(value) ? value : null);
		const call = known ?? this.#draft('call', name, argument);
		if (!fulfilled) {
			this.#draft('error', name, { ...errorOf(value) }, call);
			return;
		}
		const description = descriptionOf(value);
		const made = name === 'createOffer' || name === 'createAnswer';
		this.#draft('result', name, made && description ? { ...description } : null, call);
		if (made) this.#created = value;
		else if (name === 'setLocalDescription' || name === 'setRemoteDescription') {
			const side = name === 'setLocalDescription' ? 'Local' : 'Remote';
			// setLocalDescription() without an argument sets what it makes itself.
			const set =
				descriptionOf(call.entry.data) ??
				description ??
				(side === 'Local' ? descriptionOf(this.#created) : null);
			if (set === null) this.#skips.add('descriptions that were set but are not in the dump');
			else this.#changed(this.#attributes.set(side, set) as { [name: string]: Json });
		}
	}

	#changed(changes: { [name: string]: Json }): void {
		if (Object.keys(changes).length === 0) return;
		this.#draft('changed', Object.keys(changes).join(' '), changes);
	}

	#draft(kind: NewEntry['kind'], name: string, data: Json, settles?: Draft): Draft {
		const entry = { peer: this.#peer, kind, name, data };
		const draft: Draft = { at: this.#at, entry, ...(settles && { settles }) };
		this.drafts.push(draft);
		return draft;
	}
}

/** A logged failure in the browser's words: `OperationError: …`, where it says what it is. */
export function errorOf(value: Json): { name: string; message: string } {
	if (isObject(value) && typeof value.name === 'string') {
		return { name: value.name, message: typeof value.message === 'string' ? value.message : '' };
	}
	const text = typeof value === 'string' ? value : '';
	const [, name, message] = /^([A-Za-z]*Error): ([^]*)$/.exec(text) ?? [];
	return name === undefined ? { name: 'Error', message: text } : { name, message: message ?? '' };
}
