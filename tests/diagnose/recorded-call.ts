import { trackJson } from '../../src/lib/rtc/json';
import { tracedSync } from '../../src/lib/rtc/record';
import { testPattern } from '../../src/lib/rtc/test-pattern';
import {
	Trace,
	type Json,
	type PeerName,
	type PeerStats,
	type TraceEntry
} from '../../src/lib/trace';
import { NAMES, WatchedPeer } from './watched-peer';

/** What the peers say to each other, as the walk does. */
export type Message =
	| { description: RTCSessionDescriptionInit }
	| { candidate: RTCIceCandidateInit | null }
	| { bye: true };

/** What arrives of a message, and how often: nothing where it is lost. */
export type OnWire = (message: Message, from: PeerName) => Message[];

export interface Unlike {
	/** How the connections are made. */
	john?: RTCConfiguration;
	jane?: RTCConfiguration;
	onWire?: OnWire;
	/** Descriptions wait until every candidate is on its way. */
	isCandidatesFirst?: boolean;
	/** Nobody sends a candidate. */
	isWithoutCandidates?: boolean;
}

const patterns: Partial<{ [name in PeerName]: MediaStream }> = {};

/** One picture a name is drawn for all calls of the page: many of them at once are too much for it. */
function pattern(name: PeerName): MediaStream {
	const whole = (patterns[name] ??= testPattern(NAMES[name]));
	return new MediaStream(whole.getTracks().map((track) => track.clone()));
}

/** Once no more calls are made. */
export function stopPatterns(): void {
	for (const stream of Object.values(patterns)) {
		for (const track of stream.getTracks()) track.stop();
	}
}

/** Resolves once something holds; what is never so is a test that fails, and says what it waited for. */
export async function until(what: string, holds: () => boolean, patience = 90_000): Promise<void> {
	const end = performance.now() + patience;
	while (!holds()) {
		if (performance.now() > end) throw new Error(`It never came to this: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** One of the two peers: a watched connection, and its end of the wire. */
export class Side extends WatchedPeer {
	/** What it sends, once `addTracks` was called. */
	kinds: string[] = ['audio', 'video'];
	/** Whether it answers when an offer comes. */
	isAnswering = true;
	#stream: MediaStream | undefined;
	#count = 0;
	#waiting: (RTCIceCandidateInit | null)[] | null;

	constructor(
		readonly call: RecordedCall,
		readonly name: PeerName,
		config?: RTCConfiguration
	) {
		super(call.trace, name, config);
		this.#waiting = call.unlike.isCandidatesFirst ? null : [];
		this.pc.addEventListener('icecandidate', ({ candidate }) => {
			if (call.unlike.isWithoutCandidates) return;
			const one = candidate?.toJSON() ?? null;
			if (this.#waiting) this.#waiting.push(one);
			else void this.send({ candidate: one });
		});
	}

	get other(): Side {
		return this.name === 'john' ? this.call.jane : this.call.john;
	}

	/** The reports so far, oldest first. */
	get stats(): PeerStats[] {
		return this.call.entries
			.filter(({ kind, peer }) => kind === 'stats' && peer === this.name)
			.map(({ data }) => data as unknown as PeerStats);
	}

	addTracks(kinds = this.kinds): void {
		this.#stream ??= tracedSync(
			this.record,
			'testPattern',
			NAMES[this.name],
			() => pattern(this.name),
			(stream) => ({ id: stream.id, tracks: stream.getTracks().map(trackJson) })
		);
		for (const track of this.#stream.getTracks()) {
			if (kinds.includes(track.kind)) this.pc.addTrack(track, this.#stream);
		}
	}

	async offer(options?: RTCOfferOptions): Promise<void> {
		await this.tellOf(await this.setOwnOffer(options));
	}

	/** An offer that nobody was told of yet: until `tellOf` it is under way. */
	async setOwnOffer(options?: RTCOfferOptions): Promise<RTCSessionDescriptionInit> {
		const offer = await this.pc.createOffer(options);
		await this.pc.setLocalDescription(offer);
		return offer;
	}

	async answer(): Promise<void> {
		if (this.pc.getSenders().every(({ track }) => track === null)) this.addTracks();
		const answer = await this.pc.createAnswer();
		await this.pc.setLocalDescription(answer);
		await this.tellOf(answer);
	}

	/** Sends no candidate before the description: the other side could do nothing with it. */
	async tellOf({ type, sdp }: RTCSessionDescriptionInit): Promise<void> {
		if (this.#waiting === null) {
			await until('all gathered', () => this.pc.iceGatheringState === 'complete');
		}
		const done = this.send({ description: { type, ...(sdp !== undefined && { sdp }) } });
		const waiting = this.#waiting ?? [];
		this.#waiting = null;
		for (const candidate of waiting) void this.send({ candidate });
		await done;
	}

	/** What the other side makes of a message; what it refuses is in the trace. */
	async send(message: Message): Promise<void> {
		const id = ++this.#count;
		const [name] = Object.keys(message) as [string];
		this.record({ kind: 'sent', name, data: { id, message } as unknown as Json });
		const arriving = this.call.unlike.onWire?.(message, this.name) ?? [message];
		if (arriving.length > 0) this.other.record({ kind: 'delivered', name, data: { id } });
		await Promise.allSettled(arriving.map((one) => this.other.receive(one)));
	}

	async receive(message: Message): Promise<void> {
		if ('bye' in message) return this.pc.close();
		if ('candidate' in message) return this.pc.addIceCandidate(message.candidate);
		const { description } = message;
		await this.pc.setRemoteDescription(description);
		if (description.type === 'offer' && this.isAnswering) await this.answer();
	}

	/** Puts something else in place of every track that is sent, or nothing. */
	async replaceTracks(track: MediaStreamTrack | null): Promise<void> {
		for (const sender of this.pc.getSenders()) {
			await sender.replaceTrack(track);
		}
	}

	stopTracks(): void {
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
	}

	/** Is gone from one moment to the next, as a tab is that crashes: it has no time to note anything. */
	vanish(): void {
		this.leave();
		RTCPeerConnection.prototype.close.call(this.pc);
		this.stopTracks();
	}
}

/** Two real connections in this page, and everything that happens recorded as the walk records it. */
export class RecordedCall {
	readonly trace = new Trace();
	readonly john: Side;
	readonly jane: Side;

	constructor(readonly unlike: Unlike = {}) {
		this.trace.record({
			kind: 'attempt',
			name: 'fresh peers',
			peer: null,
			data: { reason: 'start' }
		});
		this.john = new Side(this, 'john', unlike.john);
		this.jane = new Side(this, 'jane', unlike.jane);
	}

	get entries(): readonly TraceEntry[] {
		return this.trace.entries;
	}

	get sides(): Side[] {
		return [this.john, this.jane];
	}

	/** John offers what he sends, and Jane answers with the same. */
	async connect(): Promise<this> {
		this.john.addTracks();
		await this.john.offer();
		return this;
	}

	/** Both say that they are connected, and every kind that is awaited arrives. */
	async untilItWorks(kinds = ['audio', 'video'], at = this.sides): Promise<this> {
		await until('both connected', () =>
			this.sides.every(({ pc }) => pc.connectionState === 'connected')
		);
		const arrives = (side: Side) =>
			kinds.every((kind) =>
				side.stats.at(-1)?.inbound.some((rtp) => rtp.kind === kind && rtp.packets > 0)
			);
		await until('media arrive', () => at.every(arrives));
		return this.samples(3);
	}

	/** So many more reports of each connection that is open. */
	async samples(count: number): Promise<this> {
		const goals = this.sides.map((side) => ({ side, goal: side.stats.length + count }));
		await until(`${count} more reports`, () =>
			goals.every(({ side, goal }) => !side.isWatched || side.stats.length >= goal)
		);
		return this;
	}

	end(): void {
		for (const side of this.sides) side.vanish();
	}
}

/** A call that is made in one way. */
export interface MadeCall {
	readonly name: string;
	/** Each connection is closed at its end, and Chromium's own page forgets those. */
	readonly isForgotten?: boolean;
	/** Makes the call, and has it recorded until what is wrong, or that nothing is, has shown. */
	run(): Promise<RecordedCall>;
}

/** A call of which the wire or a connection is unlike others, until something holds. */
export const unlike =
	(options: Unlike, ends: (call: RecordedCall) => Promise<unknown>) => async () => {
		const call = await new RecordedCall(options).connect();
		await ends(call);
		return call;
	};
