import type { PeerStats } from '../trace';
import { distill } from './stats';

/** Milliseconds between two looks: often until the first frame, then calmly. */
const OFTEN = 200;
const CALMLY = 1000;

/** Looks at `getStats()` again and again while it runs. */
export class StatsPoll {
	readonly #read: () => Promise<RTCStatsReport>;
	readonly #tell: (stats: PeerStats) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param read `getStats()` of the connection
	 * @param tell is given each report, distilled
	 */
	constructor(read: () => Promise<RTCStatsReport>, tell: (stats: PeerStats) => void) {
		this.#read = read;
		this.#tell = tell;
	}

	/** Begins, or looks again at once. */
	start(): void {
		this.stop();
		this.#timer = setTimeout(() => void this.#look(), 0);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	async #look(): Promise<void> {
		const turn = this.#timer;
		const report = await this.#read();
		// Stopped, or started anew, while the browser was counting.
		if (turn === undefined || this.#timer !== turn) return;
		const stats = distill(report, performance.timeOrigin + performance.now());
		const seen = stats.inbound.some((rtp) => rtp.kind === 'video' && (rtp.frames ?? 0) > 0);
		this.#timer = setTimeout(() => void this.#look(), seen ? CALMLY : OFTEN);
		this.#tell(stats);
	}
}
