import type { Finding } from '../../src/lib/diagnose';
import { diagnoseSession } from '../../src/lib/diagnose';
import type { Json, PairStats, PeerName, PeerStats, RtpStats } from '../../src/lib/trace';
import { Recording } from '../trace/recording';

/** What a description is made of, where it matters. */
export interface Said {
	author?: string;
	ufrag?: string;
	pwd?: string;
	fingerprint?: string;
	setup?: string;
	/** The direction of each section. */
	media?: Readonly<Partial<Record<'audio' | 'video', string>>>;
	msid?: string;
	candidates?: readonly string[];
}

const HASH = (byte: string) => Array<string>(32).fill(byte).join(':');

/** A whole description that browsers take. */
export function sdp({
	author = '4611 2',
	ufrag = 'aaaa',
	pwd = 'passwordpasswordpassword',
	fingerprint = 'AA',
	setup = 'actpass',
	media = { audio: 'sendrecv', video: 'sendrecv' },
	msid = 'stream',
	candidates = []
}: Said = {}): string {
	const kinds = Object.entries(media);
	return [
		'v=0',
		`o=- ${author} IN IP4 127.0.0.1`,
		's=-',
		't=0 0',
		`a=group:BUNDLE ${kinds.map((_, mid) => mid).join(' ')}`,
		...kinds.flatMap(([kind, direction], mid) => [
			`m=${kind} 9 UDP/TLS/RTP/SAVPF ${kind === 'audio' ? 111 : 96}`,
			'c=IN IP4 0.0.0.0',
			`a=ice-ufrag:${ufrag}`,
			`a=ice-pwd:${pwd}`,
			'a=ice-options:trickle',
			`a=fingerprint:sha-256 ${HASH(fingerprint)}`,
			`a=setup:${setup}`,
			`a=mid:${mid}`,
			`a=${direction}`,
			'a=rtcp-mux',
			`a=msid:${msid} ${kind}`,
			kind === 'audio' ? 'a=rtpmap:111 opus/48000/2' : 'a=rtpmap:96 VP8/90000',
			...(mid === 0 ? candidates.map((one) => `a=${one}`) : [])
		]),
		''
	].join('\r\n');
}

const JANE: Said = {
	author: '7022 2',
	ufrag: 'bbbb',
	pwd: 'janesjanesjanesjanesjane',
	fingerprint: 'BB',
	setup: 'active'
};

export const offerOf = (said: Said = {}) => ({ type: 'offer', sdp: sdp(said) });
export const answerOf = (said: Said = {}) => ({ type: 'answer', sdp: sdp({ ...JANE, ...said }) });

/** A candidate in the form of an `RTCIceCandidate`. */
export const candidate = (address: string, port = 50000, more = 'typ host', ufrag = 'aaaa') => ({
	candidate: `candidate:1 1 udp 2122260223 ${address} ${port} ${more}`,
	sdpMid: '0',
	sdpMLineIndex: 0,
	usernameFragment: ufrag
});

/** A pair in the statistics. */
export function pair(local: string, remote: string, more: Partial<PairStats> = {}): PairStats {
	const end = (address: string) => ({
		type: 'host',
		address,
		port: 50000,
		protocol: 'udp',
		id: address
	});
	return {
		id: `${local} ${remote}`,
		state: 'in-progress',
		nominated: false,
		local: end(local),
		remote: end(remote),
		checks: { requestsSent: 30, responsesReceived: 0, requestsReceived: 0, responsesSent: 0 },
		...more
	};
}

/** A stream in the statistics. */
export const rtp = (kind: string, packets: number, more: Partial<RtpStats> = {}): RtpStats => ({
	kind,
	mid: kind === 'audio' ? '0' : '1',
	codec: null,
	packets,
	bytes: packets * (kind === 'video' ? 1000 : 100),
	frames: kind === 'video' ? packets : null,
	framesPerSecond: null,
	frameWidth: null,
	frameHeight: null,
	packetsLost: 0,
	jitter: null,
	...more
});

/** A call as it is recorded, told in the words of what happens in one. */
export class MadeCall extends Recording {
	constructor() {
		super();
		this.attempt();
	}

	create(peer: PeerName, configuration: Json = {}): this {
		this.done(peer, 'RTCPeerConnection', configuration);
		this.changed(peer, {
			signalingState: 'stable',
			iceGatheringState: 'new',
			iceConnectionState: 'new',
			connectionState: 'new'
		});
		return this;
	}

	/** Sets a description, as a browser shows it in the attributes of the connection. */
	set(peer: PeerName, side: 'Local' | 'Remote', description: { type: string; sdp: string }): this {
		this.done(peer, `set${side}Description`, description);
		const isOffer = description.type === 'offer';
		this.changed(peer, {
			[`${isOffer ? 'pending' : 'current'}${side}Description`]: description,
			signalingState: isOffer ? `have-${side.toLowerCase()}-offer` : 'stable'
		});
		return this;
	}

	/** Offer and answer, each as its author has it and as the other side was given it. */
	agree(offer = offerOf(), answer = answerOf(), given = { offer, answer }): this {
		return this.set('john', 'Local', offer)
			.set('jane', 'Remote', given.offer)
			.set('jane', 'Local', answer)
			.set('john', 'Remote', given.answer);
	}

	state(peer: PeerName, connectionState: string, iceConnectionState?: string): this {
		this.changed(peer, { connectionState, ...(iceConnectionState && { iceConnectionState }) });
		return this;
	}

	both(connectionState: string, iceConnectionState?: string): this {
		return this.state('john', connectionState, iceConnectionState).state(
			'jane',
			connectionState,
			iceConnectionState
		);
	}

	gather(peer: PeerName, ...candidates: ReturnType<typeof candidate>[]): this {
		for (const one of candidates) this.event(peer, 'icecandidate', { candidate: one });
		return this;
	}

	add(peer: PeerName, ...candidates: ReturnType<typeof candidate>[]): this {
		for (const one of candidates) this.done(peer, 'addIceCandidate', one);
		return this;
	}

	/** A call that the browser refuses. */
	refuse(peer: PeerName, name: string, args: Json, error: string, message = 'No.'): this {
		this.error(peer, name, this.call(peer, name, args), { name: error, message });
		return this;
	}

	report(peer: PeerName, stats: Partial<PeerStats> = {}): this {
		this.stats(peer, {
			at: this.now,
			pairs: [],
			selected: null,
			dtls: null,
			inbound: [],
			outbound: [],
			...stats
		} as unknown as { [name: string]: Json });
		return this;
	}

	get diagnosis() {
		return diagnoseSession(this.entries);
	}

	get findings(): readonly Finding[] {
		return this.diagnosis.findings;
	}

	get ids(): string[] {
		return this.findings.map(({ id }) => id);
	}

	/** The first finding; fails where there is none. */
	get first(): Finding {
		const [first] = this.findings;
		if (first === undefined) throw new Error('Nothing was found.');
		return first;
	}
}

/** Two peers that have agreed, and gathered and exchanged a candidate each. */
export function exchanged(john = '192.168.1.2', jane = '192.168.1.3'): MadeCall {
	const [his, hers] = [candidate(john), candidate(jane, 50000, 'typ host', 'bbbb')];
	return new MadeCall()
		.create('john')
		.create('jane')
		.agree()
		.gather('john', his)
		.gather('jane', hers)
		.add('jane', his)
		.add('john', hers);
}

/** The same, connected within half a second. */
export function connected(): MadeCall {
	return exchanged().both('connecting', 'checking').after(400).both('connected', 'connected');
}

/** Two peers that have their connections, and have said nothing yet. */
export const peers = (configuration = {}) =>
	new MadeCall().create('john', configuration).create('jane');

/** Has ICE give a call up, after as long as it tries. */
export const failed = (call: MadeCall) =>
	call.both('connecting', 'checking').after(15_000).both('failed', 'failed');
