import { fromCallback } from 'xstate';
import type { Fault } from '../breaks';
import type { Cameras } from '../rtc/camera';
import { remoteCertificate } from '../rtc/certificates';
import { configured } from '../rtc/configured';
import { addressesOf } from '../rtc/addresses-of';
import { explainLoss } from '../rtc/explain-loss';
import type { LivePeers } from '../rtc/live';
import { errorData, noteRefusal, type Record } from '../rtc/record';
import { whenConnected } from '../rtc/when-connected';
import { StatsPoll } from '../rtc/stats-poll';
import { LocalTracks } from '../rtc/track-events';
import { Mailbox } from '../signaling/mailbox';
import type { Wire } from '../signaling/wire';
import { flowsIn, type Course } from '../lessons/course';
import { stepOf, type Operable } from '../lessons/performed';
import { ownServers } from '../servers/own-servers';
import type { JaneScope, JohnScope, Operation, Source } from '../steps/step';
import type { Attributes, Json, NewEntry, PeerName, Trace } from '../trace';
import { CandidateFlow } from './candidate-flow';
import type { ConnectionEvent, PeerCommand, SourceCommand, StepOutcome } from './events';
import { letFlow } from './let-flow';
import type { ConnectionInput } from './peer-machine';
import { browserFor, emptyPeer, nameOf, wireTo } from './scope';
import { nextTurn } from './next-turn';
import { doDeed } from './peer-deeds';
import { seedConfiguration, seedWire } from './faults-of-peer';
import { TheirEnd } from './their-end';
import { followEvents } from './translate';

/** What the connection of a peer needs from the page. */
export interface Surroundings {
	/** Takes an entry into the trace; gives the number by which a result refers to its call. */
	record(entry: NewEntry): number;
	/** This peer's end of the wire. */
	wire: Wire;
	course: Pick<Course, 'steps' | 'begins' | 'wire'>;
	/** All that the course performs. */
	steps: Operable;
	cameras: Cameras;
	live: LivePeers;
	/** What is wrong with the call from the beginning; nothing, unless it is said. */
	faults?: readonly Fault[];
	/** What the connection is made with beside what its steps ask for; null for nothing. */
	configuration?: RTCConfiguration | null;
}

/** A real connection, as whoever asks it for steps sees it. */
export interface Connection {
	perform(command: PeerCommand): void;
	/** Sends the test pattern in place of what is sent, without a new negotiation. */
	replaceSource(): void;
	/** Closes the connection and stops what it made. What is still under way belongs to nobody then. */
	close(): void;
}

/** What `iceConnectionState` says while there is a pair that works. */
const PATH_FOUND: ReadonlySet<RTCIceConnectionState> = new Set(['connected', 'completed'] as const);

/** Milliseconds in which a path is found, where there is one. */
const CONNECTING = 10_000;

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
	{
		record: take,
		wire,
		course,
		steps,
		cameras,
		live,
		faults = [],
		configuration = null
	}: Surroundings,
	tell: Tell
): Connection {
	let over = false;
	/** The API that was refused last in the step that is under way. */
	let refused: string | undefined;
	/** Since when offer and answer are agreed on, on the clock of the page; null before any offer. */
	let answeredAt: number | null = null;
	let wasOffered = false;
	let connectedOnce = false;
	const theirEnd = new TheirEnd();

	/** What happens beside the steps. After the end, what is still under way belongs to nobody. */
	const note: Record = (entry) => (over ? -1 : take({ ...entry, peer: name }));

	/** What happens because of a step. */
	const record: Record = (entry) => {
		const number = note(entry);
		if (over) return number;
		poll.attend();
		if (entry.kind === 'error') refused = entry.name;
		theirEnd.follow(entry);
		if (entry.kind === 'changed') follow(entry.data as Partial<Attributes>);
		if (entry.kind === 'result') {
			if (entry.name === 'close') poll.stop();
			if (entry.name === 'setRemoteDescription') flow.goOn();
		}
		return number;
	};

	const mailbox = new Mailbox(wire);
	const flow = new CandidateFlow({
		mailbox,
		connection: () => peer.pc,
		delivered: ({ id, message }) =>
			record({ kind: 'delivered', name: nameOf(message), data: { id } })
	});
	seedWire(mailbox, faults, name);
	const peer = emptyPeer(record, mailbox, flow);
	let isFlowing = false;
	const poll = new StatsPoll(
		// By the browser's own method: what no step asks for is an entry of its own kind.
		() => RTCPeerConnection.prototype.getStats.call(peer.pc),
		{
			told: (stats) => note({ kind: 'stats', name: 'getStats', data: stats as unknown as Json }),
			refused: (error) => noteRefusal(note, 'getStats', error)
		},
		() => remoteCertificate(peer.pc)
	);
	const own = new LocalTracks(note);

	function follow({ signalingState, connectionState, iceConnectionState }: Partial<Attributes>) {
		if (signalingState === 'stable' && wasOffered) answeredAt = performance.now();
		if (signalingState !== undefined) wasOffered ||= signalingState !== 'stable';
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
			hasPath: PATH_FOUND.has(peer.pc.iceConnectionState),
			wasConnected: connectedOnce,
			sinceAnswer: answeredAt === null ? null : (performance.now() - answeredAt) / 1000,
			...addressesOf(peer.pc, theirEnd.isTold)
		});
		note({ kind: 'lost', name: 'connectionState', data: { explanation } });
	}

	function perform({ step, source, deed }: PeerCommand) {
		refused = undefined;
		ready(step)
			.then(() => {
				if (over) return undefined;
				if (deed) return doDeed(deed, { peer, mailbox, record });
				const run = operationOf(steps, step, name, source);
				if (flowsIn(course, step) && !isFlowing) {
					isFlowing = true;
					letFlow(peer, () => over);
				}
				const wire = wireTo(record, mailbox);
				const browser = browserFor(name, record, cameras, own);
				const seeded = seedConfiguration(browser.RTCPeerConnection, faults, name);
				browser.RTCPeerConnection = configured(seeded, configuration);
				const servers = ownServers(configuration?.iceServers ?? []);
				return run({ ...browser, john: peer, jane: peer, wire, servers });
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

	/**
	 * What a step waits for has come, or does not come. However many steps follow each other, the page answers
	 * and paints between two of them: on a slow phone a replay is half a second of work.
	 */
	async function ready(step: string) {
		await nextTurn();
		const awaits = steps.get(step)?.awaits;
		if (awaits === 'connected' && peer.pc) await whenConnected(peer.pc, CONNECTING);
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
		for (const stream of [peer.stream, peer.screen]) {
			if (!stream || cameras.owns(stream)) continue;
			for (const track of stream.getTracks()) track.stop();
		}
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

/** The operation that a peer performs in a step, by what its source is. */
function operationOf(
	steps: Operable,
	step: string,
	peer: PeerName,
	source: Source
): Operation<JohnScope & JaneScope> {
	const operations = stepOf(steps, step)[peer];
	if (!operations) throw new RangeError(`${peer} performs nothing in the step "${step}".`);
	return typeof operations === 'function' ? operations : operations[source];
}
