import { addressesOf } from '../../src/lib/rtc/addresses-of';
import { remoteCertificate } from '../../src/lib/rtc/certificates';
import { explainLoss } from '../../src/lib/rtc/explain-loss';
import type { Record } from '../../src/lib/rtc/record';
import { distill } from '../../src/lib/rtc/stats';
import { tracedPeerConnection } from '../../src/lib/rtc/traced-peer-connection';
import type { Attributes, Json, PeerName, Trace } from '../../src/lib/trace';

export const NAMES = { john: 'John', jane: 'Jane' } as const;
const EVERY = 500;

/** A connection of which everything is recorded as the walk records it: its reports too, and why it was lost. */
export class WatchedPeer {
	readonly pc: RTCPeerConnection;
	readonly #name: PeerName;
	readonly #trace: Trace;
	#timer: ReturnType<typeof setInterval> | undefined;
	#answeredAt: number | null = null;
	#wasConnected = false;

	constructor(trace: Trace, name: PeerName, config?: RTCConfiguration) {
		this.#name = name;
		this.#trace = trace;
		const Connection = tracedPeerConnection(this.record);
		this.pc = config ? new Connection(config) : new Connection();
	}

	readonly record: Record = (entry) => {
		const seq = this.#trace.record({ ...entry, peer: this.#name });
		if (entry.kind === 'changed') this.#follow(entry.data as Partial<Attributes>);
		return seq;
	};

	/** Whether reports come: from the first description on, until it is closed. */
	get isWatched(): boolean {
		return this.#timer !== undefined && this.pc.signalingState !== 'closed';
	}

	/** No more reports are asked for. */
	leave(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}

	#follow({ signalingState, connectionState }: Partial<Attributes>): void {
		if (signalingState === 'stable') this.#answeredAt = performance.now();
		else if (signalingState !== undefined) {
			this.#timer ??= setInterval(() => void this.#look(), EVERY);
		}
		if (signalingState === 'closed') clearInterval(this.#timer);
		if (connectionState === 'connected') this.#wasConnected = true;
		if (connectionState === 'failed') this.#recordLoss();
	}

	#recordLoss(): void {
		const since = this.#answeredAt;
		const explanation = explainLoss({
			name: NAMES[this.#name],
			isFirefox: navigator.userAgent.includes('Firefox/'),
			hasPath: ['connected', 'completed'].includes(this.pc.iceConnectionState),
			wasConnected: this.#wasConnected,
			sinceAnswer: since === null ? null : (performance.now() - since) / 1000,
			...addressesOf(this.pc)
		});
		this.record({ kind: 'lost', name: 'connectionState', data: { explanation } });
	}

	async #look(): Promise<void> {
		const stats = distill(await this.pc.getStats(), performance.timeOrigin + performance.now());
		const { dtls } = stats;
		if (dtls?.state === 'connected' && !dtls.remoteCertificate) {
			const certificate = await remoteCertificate(this.pc).catch(() => null);
			if (certificate) dtls.remoteCertificate = certificate;
		}
		if (!this.isWatched) return;
		this.record({ kind: 'stats', name: 'getStats', data: stats as unknown as Json });
	}
}
