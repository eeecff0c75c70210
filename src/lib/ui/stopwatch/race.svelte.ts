import { timedCall, WAYS, type Mark, type TimedCall, type Way } from '$lib/rtc/timed-call';

/** One of the calls that are raced. */
export interface Lane {
	way: Way;
	/** What has happened, and after how many milliseconds. */
	marks: { what: Mark; at: number }[];
	/** How it came out; null while it runs. */
	end: 'connected' | 'failed' | 'stopped' | null;
	/** How long it has run, or took, in milliseconds. */
	took: number;
}

/** Calls that begin at the same moment, and differ in when their candidates are sent. */
export class Race {
	lanes: Lane[] = $state([]);
	/** What the browser said when it did not take the server; null where it did. */
	refusal: string | null = $state(null);
	readonly isRunning = $derived(this.lanes.some(({ end }) => end === null));
	#calls: TimedCall[] = [];
	#frame = 0;

	/** Begins a new one, beside these servers; one that runs is stopped. */
	start(iceServers: RTCIceServer[]): void {
		this.stop();
		this.refusal = null;
		this.lanes = WAYS.map((way) => ({ way, marks: [], end: null, took: 0 }));
		const begun = performance.now();
		try {
			for (const lane of this.lanes) {
				this.#calls.push(
					timedCall(lane.way, iceServers, (what, at) => {
						lane.marks.push({ what, at });
						if (what !== 'connected' && what !== 'failed') return;
						lane.took = at;
						lane.end = what;
					})
				);
			}
		} catch (error) {
			this.stop();
			this.lanes = [];
			this.refusal = (error as Error).message;
			return;
		}
		const look = () => {
			for (const lane of this.lanes) {
				if (lane.end === null) lane.took = performance.now() - begun;
			}
			if (this.isRunning) this.#frame = requestAnimationFrame(look);
		};
		look();
	}

	/** Ends the calls that have not come to their end, and closes their connections. */
	stop(): void {
		cancelAnimationFrame(this.#frame);
		for (const call of this.#calls.splice(0)) call.stop();
		for (const lane of this.lanes) lane.end ??= 'stopped';
	}
}
