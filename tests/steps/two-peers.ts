import { testPattern } from '../../src/lib/rtc/test-pattern';
import { whenConnected } from '../../src/lib/rtc/when-connected';
import { Queue } from '../../src/lib/signaling/queue';
import type { OwnServers } from '../../src/lib/servers/own-servers';
import {
	performers,
	type Message,
	type Peer,
	type Received,
	type Source,
	type Step,
	type WireToPeer
} from '../../src/lib/steps/step';
import { otherPeer, PEER_NAMES, type PeerName } from '../../src/lib/trace';

/** Milliseconds in which a path is found, where there is one. */
const CONNECTING = 10_000;

type Kind = 'description' | 'candidate';
const STATES = ['signalingState', 'iceConnectionState', 'connectionState'] as const;

/** One end of a wire that keeps each message until it is taken. */
class Inbox {
	readonly messages: Received[] = [];
	/** Takes the candidates, from when on there is one. */
	#handler: Peer['oncandidate'] = null;
	#handing = Promise.resolve();
	#woken: () => void = () => {};

	constructor(private readonly remoteDescription: () => RTCSessionDescription | null) {}

	push(message: Received): void {
		this.messages.push(message);
		this.#woken();
		this.handOn();
	}

	async take(kind?: Kind): Promise<Received> {
		for (;;) {
			const at = this.messages.findIndex((message) =>
				kind ? kind in message : !(this.#handler && 'candidate' in message)
			);
			if (at >= 0) return this.messages.splice(at, 1)[0]!;
			await new Promise<void>((resolve) => (this.#woken = resolve));
		}
	}

	/** Changes the oldest message of a kind, where it lies. */
	alter: WireToPeer['alter'] = async (kind, change) => {
		const message = await this.take(kind);
		this.messages.unshift({ ...message, [kind]: change(message[kind]) });
	};

	handle(handler: Peer['oncandidate']): void {
		this.#handler = handler;
		this.handOn();
	}

	/** Hands the candidates on that belong to the remote description, one after the other. */
	handOn(): void {
		const handler = this.#handler;
		const sdp = this.remoteDescription()?.sdp;
		if (!handler || sdp === undefined) return;
		for (const message of this.messages.filter((one) => 'candidate' in one)) {
			const ufrag = message.candidate?.usernameFragment;
			if (ufrag && !sdp.includes(`a=ice-ufrag:${ufrag}`)) continue;
			this.messages.splice(this.messages.indexOf(message), 1);
			this.#handing = this.#handing.then(() => handler(message.candidate));
		}
	}
}

/** What a wire does with candidates: keeps them as all else, or takes them where they belong. */
export type WireMode = 'held' | 'flow';

/**
 * John and Jane with real connections, a wire between them, and all that happened to each in order:
 * events, states, and candidates that were added or refused.
 */
export class TwoPeers {
	readonly logs: Readonly<Record<PeerName, string[]>> = { john: [], jane: [] };
	/** The candidates that were announced, and whether the local description had each by then. */
	readonly announced: Readonly<Record<PeerName, { written: boolean }[]>> = { john: [], jane: [] };
	/** The data channels that were made, whoever holds them. */
	readonly channels: Readonly<Record<PeerName, RTCDataChannel[]>> = { john: [], jane: [] };
	readonly #inboxes = {} as Record<PeerName, Inbox>;
	readonly #peers = {} as Record<PeerName, Peer>;
	#before: readonly Step[] = [];
	readonly #performed: Step[] = [];

	constructor(
		readonly sources: Readonly<Record<PeerName, Source>>,
		readonly wire: WireMode,
		readonly servers: OwnServers = { stun: [], turn: [] }
	) {
		this.#meet();
	}

	#meet(): void {
		for (const name of PEER_NAMES) {
			for (const kept of [this.logs, this.announced, this.channels]) kept[name].length = 0;
			this.#inboxes[name] = new Inbox(() => this.#peers[name].pc?.remoteDescription ?? null);
			this.#peers[name] = this.#person(name);
		}
	}

	get john(): Peer {
		return this.#peers.john;
	}

	get jane(): Peer {
		return this.#peers.jane;
	}

	/** The messages that wait for a peer, oldest first. */
	waiting(peer: PeerName): readonly Received[] {
		return this.#inboxes[peer].messages;
	}

	/** How often this happened to a peer. */
	count(peer: PeerName, what: string): number {
		return this.logs[peer].filter((entry) => entry === what).length;
	}

	/**
	 * Performs what a lesson builds on. From then on, where the wire flows, candidates are sent as they are
	 * gathered, and added as they come.
	 */
	async begin(before: readonly Step[]): Promise<void> {
		this.#before = before;
		for (const step of before) await this.#perform(step);
		if (this.wire !== 'flow') return;
		for (const name of PEER_NAMES) {
			const peer = this.#peers[name];
			if (peer.candidates.isOver) peer.candidates = new Queue();
			this.#inboxes[name].handle((candidate) => peer.pc.addIceCandidate(candidate));
			void this.#sendGathered(peer);
		}
	}

	async #sendGathered(peer: Peer): Promise<void> {
		for (;;) {
			const candidate = await peer.candidates.next();
			peer.send({ candidate });
			// The end of one gathering, and there may be another.
			if (candidate === null) peer.candidates = new Queue();
		}
	}

	/**
	 * All that was performed, once more from the beginning, on connections that are new. What is written down stays
	 * that of the first time: steps without a pause between them need fewer negotiations.
	 */
	async again(): Promise<void> {
		const written = PEER_NAMES.map((name) => [...this.logs[name]]);
		this.end();
		this.#meet();
		await this.begin(this.#before);
		for (const step of this.#performed) await this.#perform(step);
		for (const peer of Object.values(this.#peers)) await whenConnected(peer.pc, CONNECTING);
		PEER_NAMES.forEach((name, at) => this.logs[name].splice(0, Infinity, ...written[at]!));
	}

	async perform(step: Step): Promise<void> {
		this.#performed.push(step);
		await this.#perform(step);
	}

	async #perform(step: Step): Promise<void> {
		await Promise.all(
			performers(step).map(async (name) => {
				const state = this.#peers[name].pc?.signalingState;
				if (step.needs && state !== step.needs) throw new Error(`${step.id}: ${name} is ${state}`);
				if (step.awaits) await whenConnected(this.#peers[name].pc, CONNECTING);
				const operations = step[name]!;
				const run = typeof operations === 'function' ? operations : operations[this.sources[name]];
				const RTCPeerConnection = this.#watched(name);
				const wire = this.#inboxes[name];
				const { servers } = this;
				await run({ ...this.#peers, RTCPeerConnection, navigator, testPattern, wire, servers });
			})
		);
	}

	end(): void {
		for (const { pc, stream, screen } of Object.values(this.#peers)) {
			pc?.close();
			for (const one of [stream, screen]) one?.getTracks().forEach((track) => track.stop());
		}
	}

	#person(name: PeerName): Peer {
		const inbox = this.#inboxes[name];
		// pc, stream, offer and answer are made by the steps.
		return {
			candidates: new Queue<RTCIceCandidate | null>(),
			early: [],
			remote: new MediaStream(),
			send: (message: Message) =>
				this.#inboxes[otherPeer(name)].push(JSON.parse(JSON.stringify(message)) as Received),
			receive: (kind?: Kind) => inbox.take(kind),
			set oncandidate(handler: Peer['oncandidate']) {
				inbox.handle(handler);
			}
		} as unknown as Peer;
	}

	/** The browser’s own class, and what happens to the connection of this peer is written down. */
	#watched(name: PeerName): typeof RTCPeerConnection {
		const log = this.logs[name];
		const inbox = this.#inboxes[name];
		const announced = this.announced[name];
		const channels = this.channels[name];
		return class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				for (const event of ['negotiationneeded', 'track']) {
					this.addEventListener(event, () => log.push(event));
				}
				for (const state of STATES) {
					this.addEventListener(`${state.toLowerCase()}change`, () => log.push(this[state]));
				}
				this.addEventListener('signalingstatechange', () => inbox.handOn());
				this.addEventListener('icecandidate', ({ candidate }) => {
					if (!candidate?.candidate) return;
					// From the foundation to the port: what follows is written in more than one way.
					const words = candidate.candidate.split(' ').slice(0, 6).join(' ');
					announced.push({ written: this.localDescription!.sdp.includes(words) });
				});
			}

			override createDataChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel {
				const channel = super.createDataChannel(label, init);
				channels.push(channel);
				return channel;
			}

			override async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
				await super.addIceCandidate(candidate).then(
					() => log.push('added'),
					(error: DOMException) => {
						log.push(`refused: ${error.name}`);
						throw error;
					}
				);
			}
		};
	}
}
