import { fromCallback } from 'xstate';
import { Cameras } from '../rtc/camera';
import { explainLoss } from '../rtc/explain-loss';
import type { LivePeers } from '../rtc/live';
import { trackJson } from '../rtc/json';
import { errorData, tracedAsync, tracedSync, type Record as RecordEntry } from '../rtc/record';
import { distill } from '../rtc/stats';
import { testPattern } from '../rtc/test-pattern';
import { tracedPeerConnection } from '../rtc/traced-peer-connection';
import { parseEnvelope, writeEnvelope } from '../signaling/envelope';
import { Queue } from '../signaling/queue';
import type { Wire } from '../signaling/wire';
import type { Browser, JaneScope, JohnScope, Operation, Peer, Received, Source } from '../steps';
import type { Attributes, Json, NewEntry, PeerName, Trace } from '../trace';
import type { ConnectionEvent, PeerCommand } from './events';
import { stepById, type ConnectionInput } from './peer-machine';

/** Milliseconds between two looks at `getStats()`: often until the first frame, then calmly. */
const STATS_OFTEN = 200;
const STATS_CALM = 1000;

/** What the connection of a peer needs from the page. */
export interface Surroundings {
	trace: Trace;
	/** This peer's end of the wire. */
	wire: Wire;
	cameras: Cameras;
	live: LivePeers;
}

/** What a step's code holds, before it is filled in by the steps. */
function emptyPeer(send: Peer['send'], receive: Peer['receive']): Peer {
	// pc, stream, offer and answer are made by the steps, in an order that the walk guarantees.
	return {
		candidates: new Queue<RTCIceCandidate | null>(),
		remote: new MediaStream(),
		send,
		receive
	} as unknown as Peer;
}

/**
 * The actor that owns one real `RTCPeerConnection`. It performs the steps that its machine asks for,
 * records everything, and on exit closes the connection and stops what it made.
 *
 * @param surroundings looked up when the actor starts, so that each attempt gets a wire of its own
 */
export function connectionLogic(surroundings: (peer: PeerName) => Surroundings) {
	return fromCallback<PeerCommand, ConnectionInput>(({ input, sendBack, receive }) => {
		const { trace, wire, cameras, live } = surroundings(input.peer);
		const tell = sendBack as (event: ConnectionEvent) => void;
		let over = false;

		const record: RecordEntry = (entry) => {
			// After the end, what is still under way belongs to nobody.
			if (over) return -1;
			const seq = trace.record({ ...entry, peer: input.peer });
			watch(entry);
			return seq;
		};

		const inbox = new Queue<{ id: number; message: Received }>();
		const unlisten = wire.listen((text) => {
			const { id, message } = parseEnvelope(text);
			inbox.push({ id, message: message as Received });
		});
		let sentCount = 0;
		const peer = emptyPeer(
			(message) => {
				const id = ++sentCount;
				const text = writeEnvelope(id, message);
				record({ kind: 'sent', name: nameOf(message), data: JSON.parse(text) as Json });
				wire.send(text);
			},
			async () => {
				const { id, message } = await inbox.next();
				record({ kind: 'delivered', name: nameOf(message), data: { id } });
				return message;
			}
		);

		const browser = (): Browser => ({
			RTCPeerConnection: tracedPeerConnection(record),
			navigator: {
				mediaDevices: {
					getUserMedia: (constraints) =>
						tracedAsync(
							record,
							'getUserMedia',
							(constraints ?? null) as Json,
							() => cameras.get(input.peer, constraints),
							streamJson
						)
				}
			},
			testPattern: (name) =>
				tracedSync(record, 'testPattern', name, () => testPattern(name), streamJson)
		});

		receive(({ step, source }) => {
			const run = operationOf(step, input.peer, source);
			Promise.resolve()
				.then(() => run({ ...browser(), john: peer, jane: peer }))
				.then(
					() => {
						show();
						if (!over) tell({ type: 'step.performed' });
					},
					(error: unknown) => {
						if (over) return;
						const attempted = trace.entries.findLast(
							(entry) =>
								entry.kind === 'error' &&
								entry.peer === input.peer &&
								entry.attempt === trace.attempt &&
								entry.step === step
						);
						const thrown = errorData(error);
						tell({
							type: 'step.failed',
							error: { ...thrown, attempted: attempted?.name ?? step }
						});
					}
				);
		});

		/** Hands what is alive to the page. */
		function show() {
			if (over) return stopOwnTracks();
			live.update(input.peer, {
				pc: peer.pc ?? null,
				local: peer.pc?.signalingState === 'closed' ? null : (peer.stream ?? null),
				remote: peer.remote
			});
		}

		/** Translates what was recorded into the events of the peer's machine. */
		let answered: number | null = null;
		let wasConnected = false;
		function watch(entry: Omit<NewEntry, 'peer'>) {
			if (entry.kind === 'result' && entry.name === 'RTCPeerConnection') {
				tell({ type: 'connection.created' });
			}
			if (entry.kind === 'result' && entry.name === 'close') {
				endStats();
				tell({ type: 'connection.closed' });
			}
			if (entry.kind === 'result' && entry.call !== undefined) {
				const side = { setLocalDescription: 'local', setRemoteDescription: 'remote' }[entry.name];
				const type = (trace.entries[entry.call]?.data as { type?: string } | null)?.type;
				if (side && (type === 'offer' || type === 'answer')) {
					if (type === 'answer') answered = trace.entries.at(-1)!.at;
					tell({ type: `${side}.${type}.set` as ConnectionEvent['type'] } as ConnectionEvent);
				}
			}
			if (entry.kind !== 'changed') return;
			const { connectionState, iceConnectionState } = entry.data as Partial<Attributes>;
			if (iceConnectionState === 'checking') beginStats();
			// Closing fires no event and may be read late; the call itself is what counts.
			if (!connectionState || connectionState === 'new' || connectionState === 'closed') return;
			if (connectionState === 'connected') wasConnected = true;
			if (connectionState === 'failed') {
				const at = trace.entries.at(-1)!.at;
				record({
					kind: 'lost',
					name: 'connectionState',
					data: {
						explanation: explainLoss({
							name: input.peer === 'john' ? 'John' : 'Jane',
							isFirefox: navigator.userAgent.includes('Firefox/'),
							wasConnected,
							sinceAnswer: answered === null ? null : (at - answered) / 1000
						})
					}
				});
			}
			tell({ type: `connection.${connectionState}` } as ConnectionEvent);
		}

		let timer: ReturnType<typeof setTimeout> | undefined;
		function beginStats() {
			endStats();
			timer = setTimeout(measure, 0);
		}
		function endStats() {
			clearTimeout(timer);
			timer = undefined;
		}
		async function measure() {
			const report = await peer.pc.getStats();
			if (over || timer === undefined) return;
			const stats = distill(report, performance.timeOrigin + performance.now());
			record({ kind: 'stats', name: 'getStats', data: stats as unknown as Json });
			const seen = stats.inbound.some((rtp) => rtp.kind === 'video' && (rtp.frames ?? 0) > 0);
			timer = setTimeout(measure, seen ? STATS_CALM : STATS_OFTEN);
		}

		function stopOwnTracks() {
			// The camera belongs to all attempts; what was made for this one goes with it.
			if (!peer.stream || cameras.owns(peer.stream)) return;
			for (const track of peer.stream.getTracks()) track.stop();
		}

		return () => {
			over = true;
			endStats();
			unlisten();
			wire.close();
			peer.pc?.close();
			stopOwnTracks();
			live.forget(input.peer);
		};
	});
}

function nameOf(message: object): string {
	return Object.keys(message)[0] ?? 'message';
}

function streamJson(stream: MediaStream): Json {
	return { id: stream.id, tracks: stream.getTracks().map(trackJson) };
}

/** The operation that a peer performs in a step, by what its source is. */
function operationOf(
	step: string,
	peer: PeerName,
	source: Source
): Operation<JohnScope & JaneScope> {
	const operations = stepById(step)[peer];
	if (!operations) throw new RangeError(`${peer} performs nothing in the step "${step}".`);
	return typeof operations === 'function' ? operations : operations[source];
}
