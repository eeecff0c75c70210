import { openConnection, type Connection } from '../call/connection';
import type { Course } from '../lessons/course';
import type { Operable } from '../lessons/performed';
import type { Cameras } from '../rtc/camera';
import type { LivePeers } from '../rtc/live';
import { recallConfiguration } from '../rtc/network';
import type { OpenLine } from '../signaling/line';
import { lineWire, type LineWire } from '../signaling/line-wire';
import { monotonicEpoch, type PeerName } from '../trace';
import type { MessageOf } from './messages';

/** What a seat is told by the host. */
export type ToSeat = MessageOf<'fresh' | 'perform' | 'replace' | 'end'>;
/** What a seat tells the host. */
export type FromSeat = MessageOf<'record' | 'outcome'>;

/** What a seat needs of its tab. */
export interface SeatSurroundings {
	/** Takes part in a line of the room. */
	line: OpenLine;
	course: Course;
	/** All that may be asked of it. */
	steps: Operable;
	cameras: Cameras;
	live: LivePeers;
	/** Tells the host, who may be in this very tab. */
	tell(message: FromSeat): void;
}

/**
 * The seat of a peer, held by this tab: it owns the one real `RTCPeerConnection` of that peer, makes a
 * fresh one when the host says so, performs what the host asks for, and reports everything.
 */
export class Seat {
	readonly #peer: PeerName;
	readonly #surroundings: SeatSurroundings;
	#attempt = -1;
	#connection: Connection | null = null;
	#wire: LineWire | null = null;
	#refusedBefore = 0;
	#step: string | null = null;

	constructor(peer: PeerName, surroundings: SeatSurroundings) {
		this.#peer = peer;
		this.#surroundings = surroundings;
	}

	/** Whether a step is under way. */
	get isWorking(): boolean {
		return this.#step !== null;
	}

	/** How much came through the wires of this seat that was no message. */
	get refused(): number {
		return this.#refusedBefore + (this.#wire?.refused ?? 0);
	}

	hear(message: ToSeat): void {
		if (message.type === 'fresh') return this.#makeFresh(message);
		if (message.attempt !== this.#attempt) return;
		if (message.type === 'end') return this.close();
		if (message.type === 'replace') return this.#connection?.replaceSource();
		// No host of this lesson asks for a step that it has not.
		if (!message.deed && !this.#surroundings.steps.has(message.step)) return;
		// Asked twice by hosts that took turns: once is enough.
		if (this.#step === message.step) return;
		this.#step = message.step;
		this.#connection?.perform({
			type: 'step.perform',
			step: message.step,
			source: message.source,
			...(message.deed && { deed: message.deed })
		});
	}

	#makeFresh({ attempt, key }: MessageOf<'fresh'>): void {
		this.close();
		this.#attempt = attempt;
		const peer = this.#peer;
		const { line, course, steps, cameras, live, tell } = this.#surroundings;
		this.#wire = lineWire(line, wireName(key), peer);
		cameras.offerAgain();
		let numbers = 0;
		this.#connection = openConnection(
			peer,
			{
				record({ kind, name, call, data }) {
					const number = (numbers += 1);
					tell({
						type: 'record',
						peer,
						attempt,
						number,
						at: monotonicEpoch(),
						entry: {
							kind: kind as MessageOf<'record'>['entry']['kind'],
							name,
							...(call !== undefined && { call }),
							...(data !== undefined && { data })
						}
					});
					return number;
				},
				wire: this.#wire,
				course,
				steps,
				cameras,
				live,
				configuration: recallConfiguration()
			},
			(outcome) => {
				const step = this.#step!;
				this.#step = null;
				const error = outcome.type === 'step.failed' ? outcome.error : null;
				tell({ type: 'outcome', peer, attempt, step, error });
			}
		);
	}

	close(): void {
		this.#connection?.close();
		this.#connection = null;
		this.#refusedBefore = this.refused;
		this.#wire = null;
		this.#step = null;
		this.#attempt = -1;
	}
}

/** What the line of an attempt's wire is called. */
const wireName = (key: string) => `wire/${key}`;
