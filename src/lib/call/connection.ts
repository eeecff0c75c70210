import { fromCallback } from 'xstate';
import type { Cameras } from '../rtc/camera';
import { remoteCertificate } from '../rtc/certificates';
import { explainLoss } from '../rtc/explain-loss';
import type { LivePeers } from '../rtc/live';
import { trackJson } from '../rtc/json';
import { errorData, noteRefusal, tracedAsync, tracedSync, type Record } from '../rtc/record';
import { StatsPoll } from '../rtc/stats-poll';
import { testPattern } from '../rtc/test-pattern';
import { LocalTracks } from '../rtc/track-events';
import { tracedPeerConnection } from '../rtc/traced-peer-connection';
import { Mailbox } from '../signaling/mailbox';
import { Queue } from '../signaling/queue';
import type { Wire } from '../signaling/wire';
import type { Browser, JaneScope, JohnScope, Operation, Peer, Received, Source } from '../steps';
import type { Attributes, Json, NewEntry, PeerName, Trace } from '../trace';
import type { ConnectionEvent, PeerCommand, SourceCommand, StepOutcome } from './events';
import { stepById, type ConnectionInput } from './peer-machine';
import { eventOf, followEvents } from './translate';

/** What the connection of a peer needs from the page. */
export interface Surroundings {
	/** Takes an entry into the trace; gives the number by which a result refers to its call. */
	record(entry: NewEntry): number;
	/** This peer's end of the wire. */
	wire: Wire;
	cameras: Cameras;
	live: LivePeers;
}

/** A real connection, as whoever asks it for steps sees it. */
export interface Connection {
	perform(command: PeerCommand): void;
	/** Sends the test pattern in place of what is sent, without a new negotiation. */
	replaceSource(): void;
	/** Closes the connection and stops what it made. What is still under way belongs to nobody then. */
	close(): void;
}

/** How a step came out, told to whoever asked for it. */
export type Tell = (outcome: StepOutcome) => void;

/**
 * The actor of a peer's connection: it tells its machine what the trace says of this peer, passes
 * steps on to the connection, and on exit closes it.
 *
 * @param open makes the connection when the actor starts: a real one, or one in another tab
 */
export function connectionLogic(trace: Trace, open: (peer: PeerName, tell: Tell) => Connection) {
	return fromCallback<PeerCommand | SourceCommand, ConnectionInput>(
		({ input, sendBack, receive }) => {
			const tell = sendBack as (event: ConnectionEvent) => void;
			const unfollow = followEvents(trace, input.peer, tell);
			const connection = open(input.peer, tell);
			receive((command) => {
				if (command.type === 'step.perform') connection.perform(command);
				else connection.replaceSource();
			});
			return () => {
				unfollow();
				connection.close();
			};
		}
	);
}

/** Opens one real `RTCPeerConnection` as soon as a step asks for it, and records everything. */
export function openConnection(
	name: PeerName,
	{ record: take, wire, cameras, live }: Surroundings,
	tell: Tell
): Connection {
	let over = false;
	/** This peer's calls, by the numbers that results refer to. */
	const calls = new Map<number, Omit<NewEntry, 'peer'>>();
	/** The API that was refused last in the step that is under way. */
	let refused: string | undefined;
	/** When this peer's answer was applied, on the clock of the page. */
	let answeredAt: number | null = null;
	let connectedOnce = false;

	/** What happens beside the steps. After the end, what is still under way belongs to nobody. */
	const note: Record = (entry) => (over ? -1 : take({ ...entry, peer: name }));

	/** What happens because of a step. */
	const record: Record = (entry) => {
		const number = note(entry);
		if (over) return number;
		if (entry.kind === 'call') calls.set(number, entry);
		if (entry.kind === 'error') refused = entry.name;
		if (entry.kind === 'changed') follow(entry.data as Partial<Attributes>);
		if (entry.kind === 'result') {
			if (entry.name === 'close') poll.stop();
			const event = eventOf(entry, calls.get(entry.call ?? -1))?.type;
			if (event === 'local.answer.set' || event === 'remote.answer.set') {
				answeredAt = performance.now();
			}
		}
		return number;
	};

	const mailbox = new Mailbox(wire);
	const peer = emptyPeer(record, mailbox);
	const poll = new StatsPoll(
		() => peer.pc.getStats(),
		{
			told: (stats) => note({ kind: 'stats', name: 'getStats', data: stats as unknown as Json }),
			refused: (error) => noteRefusal(note, 'getStats', error)
		},
		() => remoteCertificate(peer.pc)
	);
	const own = new LocalTracks(note);

	function follow({ connectionState, iceConnectionState }: Partial<Attributes>) {
		if (iceConnectionState === 'checking') poll.start();
		if (connectionState === 'connected') connectedOnce = true;
		if (connectionState === 'failed') {
			recordLoss();
			poll.end();
		} else if (connectionState !== undefined) poll.goOn();
	}

	/** Says why the browser gave up. */
	function recordLoss() {
		const explanation = explainLoss({
			name: name === 'john' ? 'John' : 'Jane',
			isFirefox: navigator.userAgent.includes('Firefox/'),
			wasConnected: connectedOnce,
			sinceAnswer: answeredAt === null ? null : (performance.now() - answeredAt) / 1000
		});
		note({ kind: 'lost', name: 'connectionState', data: { explanation } });
	}

	function perform({ step, source }: PeerCommand) {
		refused = undefined;
		Promise.resolve()
			.then(() => {
				const run = operationOf(step, name, source);
				return run({ ...browserFor(name, record, cameras, own), john: peer, jane: peer });
			})
			.then(
				() => {
					show();
					if (!over) tell({ type: 'step.performed' });
				},
				(error: unknown) => {
					if (over) return;
					tell({
						type: 'step.failed',
						error: { ...errorData(error), attempted: refused ?? step }
					});
				}
			);
	}

	/** The new tracks are of the same kinds, so nothing has to be agreed on anew (webrtc-pc, 5.2). */
	async function replaceSource() {
		if (over || !peer.stream) return;
		const browser = browserFor(name, note, cameras, own);
		const before = peer.stream;
		peer.stream = browser.testPattern(name === 'john' ? 'John' : 'Jane');
		const senders = peer.pc.getSenders();
		// What the browser refuses is in the trace.
		await Promise.allSettled(
			peer.stream.getTracks().map(async (track) => {
				const sender = senders.find((one) => one.track?.kind === track.kind);
				if (!sender || !before.getTracks().includes(sender.track!)) return;
				await sender.replaceTrack(track);
			})
		);
		if (!over) cameras.giveUp(name);
		show();
	}

	/** Hands what is alive to the page. */
	function show() {
		if (over) return stopOwnTracks();
		live.update(name, {
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

	return {
		perform,
		replaceSource: () => void replaceSource(),
		close() {
			if (over) return;
			over = true;
			poll.stop();
			own.end();
			mailbox.close();
			peer.pc?.close();
			stopOwnTracks();
			live.forget(name);
		}
	};
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
function browserFor(peer: PeerName, record: Record, cameras: Cameras, own: LocalTracks): Browser {
	const streamJson = (stream: MediaStream): Json => ({
		id: stream.id,
		tracks: stream.getTracks().map((track) => ({
			...trackJson(track),
			// A camera that another attempt has used may be so already.
			...(track.muted && { muted: true })
		}))
	});
	const watched = (stream: MediaStream) => {
		own.watch(stream);
		return stream;
	};
	return {
		RTCPeerConnection: tracedPeerConnection(record),
		navigator: {
			mediaDevices: {
				getUserMedia: (constraints) =>
					tracedAsync(
						record,
						'getUserMedia',
						(constraints ?? null) as Json,
						async () => watched(await cameras.get(peer, constraints)),
						streamJson
					)
			}
		},
		testPattern: (name) =>
			tracedSync(record, 'testPattern', name, () => watched(testPattern(name)), streamJson)
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
