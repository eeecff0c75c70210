/** When the candidates of a call are sent: each at once, all in one batch, or within the description. */
export const WAYS = ['at once', 'in one batch', 'in the description'] as const;
export type Way = (typeof WAYS)[number];

/** What is worth a mark on the clock of a call. */
export type Mark = 'offer arrives' | 'answer arrives' | 'connected' | 'failed';

/** A call that is timed. */
export interface TimedCall {
	/** Closes both connections; nothing is told any more. */
	stop(): void;
}

type Candidate = RTCIceCandidateInit | null;

/** One side: what it was sent, and what it may add. */
class Side {
	readonly pc: RTCPeerConnection;
	other!: Side;
	readonly #early: Candidate[] = [];

	constructor(
		configuration: RTCConfiguration,
		readonly way: Way,
		/** Told where a candidate is refused. */
		refused: () => void
	) {
		this.pc = new RTCPeerConnection(configuration);
		const found: Candidate[] = [];
		this.pc.onicecandidate = ({ candidate }) => {
			if (way === 'in the description') return;
			found.push(candidate?.toJSON() ?? null);
			if (way === 'in one batch' && candidate !== null) return;
			for (const one of found.splice(0)) this.other.add(one).catch(refused);
		};
	}

	/** The description to send: with all candidates where they are to be in it. */
	async described(): Promise<RTCSessionDescriptionInit> {
		await this.pc.setLocalDescription();
		if (this.way === 'in the description') await gathered(this.pc);
		return this.pc.localDescription!.toJSON();
	}

	async take(description: RTCSessionDescriptionInit): Promise<void> {
		await this.pc.setRemoteDescription(description);
		for (const one of this.#early.splice(0)) await this.add(one);
	}

	/** Adds a candidate as soon as there is a description to add it to. */
	async add(candidate: Candidate): Promise<void> {
		if (this.pc.signalingState === 'closed') return;
		if (this.pc.remoteDescription === null) this.#early.push(candidate);
		else await this.pc.addIceCandidate(candidate ?? undefined);
	}
}

function gathered(pc: RTCPeerConnection): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (pc.iceGatheringState === 'complete') resolve();
		};
		pc.addEventListener('icegatheringstatechange', look);
		look();
	});
}

/**
 * Makes a call of two connections in this page, with a section for sound and one for pictures and no tracks,
 * and tells when what happens. What carries the messages takes no time.
 *
 * @param iceServers asked by both sides while they gather (webrtc-pc, 4.2.1)
 * @param tell is given each mark, and the milliseconds since the call began; last `connected`, where both sides
 * are, or `failed`, where one is or an operation is refused
 * @throws `SyntaxError` where a server's URL cannot be used (webrtc-pc, 4.4.1.1)
 */
export function timedCall(
	way: Way,
	iceServers: RTCIceServer[],
	tell: (mark: Mark, at: number) => void
): TimedCall {
	const begun = performance.now();
	let isOver = false;
	const refused = () => {
		if (!isOver) end('failed');
	};
	const john = new Side({ iceServers }, way, refused);
	const jane = new Side({ iceServers }, way, refused);
	john.other = jane;
	jane.other = john;
	const sides = [john, jane];
	const mark = (what: Mark) => {
		if (!isOver) tell(what, performance.now() - begun);
	};
	const stop = () => {
		isOver = true;
		for (const { pc } of sides) pc.close();
	};
	const end = (what: 'connected' | 'failed') => {
		mark(what);
		stop();
	};
	for (const { pc } of sides) {
		pc.onconnectionstatechange = () => {
			if (sides.some((side) => side.pc.connectionState === 'failed')) end('failed');
			else if (sides.every((side) => side.pc.connectionState === 'connected')) end('connected');
		};
	}
	const negotiate = async () => {
		john.pc.addTransceiver('audio');
		john.pc.addTransceiver('video');
		const offer = await john.described();
		mark('offer arrives');
		await jane.take(offer);
		const answer = await jane.described();
		mark('answer arrives');
		await john.take(answer);
	};
	negotiate().catch(refused);
	return { stop };
}
