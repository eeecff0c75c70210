import type { Certificate, PeerStats } from '../trace';
import { distill } from './stats';

/** Milliseconds between two looks: often until the first frame, then calmly. */
const OFTEN = 200;
const CALMLY = 1000;
/**
 * Nor more often than so many times in the time for which nothing has happened: each look is an entry of the
 * trace, and a call that is left alone for an hour or a day shall not fill it.
 */
const SHARE = 240;
/**
 * Milliseconds for which it goes on where the connection has failed. Chromium begins to check again two
 * seconds after it has given up; what has not changed for longer than this never does by itself.
 */
const LAST = 10_000;

/** Who is told what comes of it. */
export interface StatsHearer {
	/** Each report, distilled. */
	told(stats: PeerStats): void;
	/** That the browser refused; once until it gives a report again. */
	refused(error: unknown): void;
}

/** Looks at `getStats()` again and again while it runs. */
export class StatsPoll {
	readonly #read: () => Promise<RTCStatsReport>;
	readonly #hearer: StatsHearer;
	readonly #remoteCertificate: () => Promise<Certificate | null>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** When something happened last, on the clock of the page. */
	#since = 0;
	/** When it is over, on the same clock. */
	#over = Infinity;
	#isRefused = false;

	/**
	 * @param read `getStats()` of the connection
	 * @param remoteCertificate asked where the report does not tell the other side's certificate
	 */
	constructor(
		read: () => Promise<RTCStatsReport>,
		hearer: StatsHearer,
		remoteCertificate: () => Promise<Certificate | null> = () => Promise.resolve(null)
	) {
		this.#read = read;
		this.#hearer = hearer;
		this.#remoteCertificate = remoteCertificate;
	}

	/** Begins, or looks again at once. */
	start(): void {
		this.stop();
		this.#since = performance.now();
		this.#timer = setTimeout(() => void this.#look(), 0);
	}

	/** Something happened: from here on it looks often again, and at once where it had become rare. */
	attend(): void {
		const isRare = this.#pause(CALMLY) > CALMLY;
		this.#since = performance.now();
		if (!isRare || this.#timer === undefined) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#look(), 0);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#over = Infinity;
	}

	/** The connection has failed: it ends in a while, unless it is to go on. */
	end(): void {
		if (this.#over === Infinity) this.#over = performance.now() + LAST;
	}

	/** The connection has not failed, or no more: what was to end, or has ended, goes on. */
	goOn(): void {
		if (this.#over !== Infinity) this.start();
	}

	async #look(): Promise<void> {
		const turn = this.#timer;
		const { stats, error } = await this.#stats();
		// Stopped, or started anew, while the browser was counting.
		if (turn === undefined || this.#timer !== turn) return;
		const seen = stats?.inbound.some((rtp) => rtp.kind === 'video' && (rtp.frames ?? 0) > 0);
		const isCalm = stats === null || seen || this.#over !== Infinity;
		this.#timer = undefined;
		if (performance.now() < this.#over) {
			this.#timer = setTimeout(() => void this.#look(), this.#pause(isCalm ? CALMLY : OFTEN));
		}
		const wasRefused = this.#isRefused;
		this.#isRefused = stats === null;
		if (stats) this.#hearer.told(stats);
		else if (!wasRefused) this.#hearer.refused(error);
	}

	/** Milliseconds before the next look. */
	#pause(least: number): number {
		return Math.max(least, (performance.now() - this.#since) / SHARE);
	}

	/** What the browser reports, or why it does not. */
	async #stats(): Promise<{ stats: PeerStats | null; error?: unknown }> {
		try {
			const stats = distill(await this.#read(), performance.timeOrigin + performance.now());
			await this.#addCertificate(stats);
			return { stats };
		} catch (error) {
			return { stats: null, error };
		}
	}

	/** Firefox has the certificate, but not in its statistics. */
	async #addCertificate({ dtls }: PeerStats): Promise<void> {
		if (dtls?.state !== 'connected' || dtls.remoteCertificate) return;
		// Statistics without a certificate are better than none.
		const certificate = await this.#remoteCertificate().catch(() => null);
		if (certificate !== null) dtls.remoteCertificate = certificate;
	}
}
