import { fromCallback } from 'xstate';
import type { Cameras } from '../rtc/camera';
import { remoteCertificate } from '../rtc/certificates';
import { explainLoss } from '../rtc/explain-loss';
import type { LivePeers } from '../rtc/live';
import { trackJson } from '../rtc/json';
import { errorData, tracedAsync, tracedSync, type Record } from '../rtc/record';
import { StatsPoll } from '../rtc/stats-poll';
import { testPattern } from '../rtc/test-pattern';
import { tracedPeerConnection } from '../rtc/traced-peer-connection';
import { Mailbox } from '../signaling/mailbox';
import { Queue } from '../signaling/queue';
import type { Wire } from '../signaling/wire';
import type { Browser, JaneScope, JohnScope, Operation, Peer, Received, Source } from '../steps';
import type { Attributes, Json, PeerName, Trace } from '../trace';
import type { ConnectionEvent, PeerCommand } from './events';
import { stepById, type ConnectionInput } from './peer-machine';
import { eventOf } from './translate';

/** What the connection of a peer needs from the page. */
export interface Surroundings {
	trace: Trace;
	/** This peer's end of the wire. */
	wire: Wire;
	cameras: Cameras;
	live: LivePeers;
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

		const record: Record = (entry) => {
			// After the end, what is still under way belongs to nobody.
			if (over) return -1;
			const seq = trace.record({ ...entry, peer: input.peer });
			if (entry.kind === 'changed') follow(entry.data as Partial<Attributes>);
			if (entry.kind === 'result' && entry.name === 'close') poll.stop();
			const event = eventOf(entry, trace.entries[entry.call ?? -1]);
			if (event) tell(event);
			return seq;
		};

		const mailbox = new Mailbox(wire);
		const peer = emptyPeer(record, mailbox);
		const poll = new StatsPoll(
			() => peer.pc.getStats(),
			(stats) => record({ kind: 'stats', name: 'getStats', data: stats as unknown as Json }),
			() => remoteCertificate(peer.pc)
		);

		let connectedOnce = false;
		function follow({ connectionState, iceConnectionState }: Partial<Attributes>) {
			if (iceConnectionState === 'checking') poll.start();
			if (connectionState === 'connected') connectedOnce = true;
			if (connectionState === 'failed') recordLoss();
		}

		/** Says why the browser gave up, before the machine hears of it. */
		function recordLoss() {
			const answered = trace.entries.findLast(
				(entry) =>
					entry.attempt === trace.attempt &&
					entry.peer === input.peer &&
					['local.answer.set', 'remote.answer.set'].includes(
						eventOf(entry, trace.entries[entry.call ?? -1])?.type ?? ''
					)
			);
			const explanation = explainLoss({
				name: input.peer === 'john' ? 'John' : 'Jane',
				isFirefox: navigator.userAgent.includes('Firefox/'),
				wasConnected: connectedOnce,
				sinceAnswer: answered ? (trace.entries.at(-1)!.at - answered.at) / 1000 : null
			});
			record({ kind: 'lost', name: 'connectionState', data: { explanation } });
		}

		receive(({ step, source }) => {
			const run = operationOf(step, input.peer, source);
			Promise.resolve()
				.then(() => run({ ...browserFor(input.peer, record, cameras), john: peer, jane: peer }))
				.then(
					() => {
						show();
						if (!over) tell({ type: 'step.performed' });
					},
					(error: unknown) => {
						if (over) return;
						const refused = trace.entries.findLast(
							(entry) =>
								entry.kind === 'error' &&
								entry.peer === input.peer &&
								entry.attempt === trace.attempt &&
								entry.step === step
						);
						tell({
							type: 'step.failed',
							error: { ...errorData(error), attempted: refused?.name ?? step }
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

		function stopOwnTracks() {
			// The camera belongs to all attempts; what was made for this one goes with it.
			if (!peer.stream || cameras.owns(peer.stream)) return;
			for (const track of peer.stream.getTracks()) track.stop();
		}

		return () => {
			over = true;
			poll.stop();
			mailbox.close();
			peer.pc?.close();
			stopOwnTracks();
			live.forget(input.peer);
		};
	});
}

/** What a step's code holds, before the steps fill it in. */
function emptyPeer(record: Record, mailbox: Mailbox): Peer {
	const name = (message: object) => Object.keys(message)[0] ?? 'message';
	// pc, stream, offer and answer are made by the steps, in an order that the walk guarantees.
	return {
		candidates: new Queue<RTCIceCandidate | null>(),
		remote: new MediaStream(),
		send(message) {
			const text = mailbox.send(message);
			record({ kind: 'sent', name: name(message), data: JSON.parse(text) as Json });
		},
		async receive() {
			const { id, message } = await mailbox.take();
			record({ kind: 'delivered', name: name(message), data: { id } });
			return message as Received;
		}
	} satisfies Partial<Peer> as unknown as Peer;
}

/** The browser's own things, watched. */
function browserFor(peer: PeerName, record: Record, cameras: Cameras): Browser {
	const streamJson = (stream: MediaStream): Json => ({
		id: stream.id,
		tracks: stream.getTracks().map(trackJson)
	});
	return {
		RTCPeerConnection: tracedPeerConnection(record),
		navigator: {
			mediaDevices: {
				getUserMedia: (constraints) =>
					tracedAsync(
						record,
						'getUserMedia',
						(constraints ?? null) as Json,
						() => cameras.get(peer, constraints),
						streamJson
					)
			}
		},
		testPattern: (name) =>
			tracedSync(record, 'testPattern', name, () => testPattern(name), streamJson)
	};
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
