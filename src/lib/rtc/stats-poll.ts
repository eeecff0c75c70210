import type { Certificate, PeerStats } from '../trace';
import { distill } from './stats';

/** Milliseconds between two looks: often until the first frame, then calmly. */
const OFTEN = 200;
const CALMLY = 1000;

/** Looks at `getStats()` again and again while it runs. */
export class StatsPoll {
	readonly #read: () => Promise<RTCStatsReport>;
	readonly #tell: (stats: PeerStats) => void;
	readonly #remoteCertificate: () => Promise<Certificate | null>;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param read `getStats()` of the connection
	 * @param tell is given each report, distilled
	 * @param remoteCertificate asked where the report does not tell the other side's certificate
	 */
	constructor(
		read: () => Promise<RTCStatsReport>,
		tell: (stats: PeerStats) => void,
		remoteCertificate: () => Promise<Certificate | null> = () => Promise.resolve(null)
	) {
		this.#read = read;
		this.#tell = tell;
		this.#remoteCertificate = remoteCertificate;
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
		const stats = distill(await this.#read(), performance.timeOrigin + performance.now());
		await this.#addCertificate(stats);
		// Stopped, or started anew, while the browser was counting.
		if (turn === undefined || this.#timer !== turn) return;
		const seen = stats.inbound.some((rtp) => rtp.kind === 'video' && (rtp.frames ?? 0) > 0);
		this.#timer = setTimeout(() => void this.#look(), seen ? CALMLY : OFTEN);
		this.#tell(stats);
	}

	/** Firefox has the certificate, but not in its statistics. */
	async #addCertificate({ dtls }: PeerStats): Promise<void> {
		if (dtls?.state !== 'connected' || dtls.remoteCertificate) return;
		// Statistics without a certificate are better than none.
		const certificate = await this.#remoteCertificate().catch(() => null);
		if (certificate !== null) dtls.remoteCertificate = certificate;
	}
}
