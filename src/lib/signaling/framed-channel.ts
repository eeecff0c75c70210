import { LONGEST_MESSAGE } from './room';

/** Characters of a piece: of at most three bytes in UTF-8 each, and 64 KiB may be sent anywhere (RFC 8831, 6.6). */
const PIECE = 20_000;
/** Bytes that may wait in the browser: beyond some megabytes it closes the channel. */
const MOST_BUFFERED = 500_000;

/** What of a data channel is used. */
export type PlainChannel = Pick<
	RTCDataChannel,
	| 'readyState'
	| 'bufferedAmount'
	| 'bufferedAmountLowThreshold'
	| 'onbufferedamountlow'
	| 'onmessage'
	| 'onclose'
	| 'send'
	| 'close'
>;

/**
 * Texts of any length over an ordered data channel (webrtc-pc, 6.2), in pieces that it bears: each begins with `.` where it
 * is the last of its text, else with `+`.
 */
export class FramedChannel {
	/** A text has come; null in place of one that no page of ours sends. */
	ontext: ((text: string | null) => void) | null = null;
	/** It is closed, by either side. */
	onclose: (() => void) | null = null;
	readonly #channel: PlainChannel;
	readonly #waiting: string[] = [];
	#pieces: string[] = [];
	#length = 0;

	/** @param channel open already */
	constructor(channel: PlainChannel) {
		this.#channel = channel;
		channel.bufferedAmountLowThreshold = MOST_BUFFERED / 2;
		channel.onbufferedamountlow = () => this.#flush();
		channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
		channel.onclose = () => {
			this.#waiting.length = 0;
			this.onclose?.();
		};
	}

	get isOpen(): boolean {
		return this.#channel.readyState === 'open';
	}

	/** Sends a text; nowhere, once the channel is closed. */
	send(text: string): void {
		for (let at = 0; at === 0 || at < text.length; at += PIECE) {
			const isLast = at + PIECE >= text.length;
			this.#waiting.push((isLast ? '.' : '+') + text.slice(at, at + PIECE));
		}
		this.#flush();
	}

	close(): void {
		this.#channel.close();
	}

	#flush(): void {
		while (this.#waiting.length > 0 && this.isOpen) {
			if (this.#channel.bufferedAmount > MOST_BUFFERED) return;
			this.#channel.send(this.#waiting.shift()!);
		}
	}

	#hear(data: unknown): void {
		if (typeof data !== 'string' || !/^[.+]/.test(data)) return this.ontext?.(null);
		this.#length += data.length - 1;
		// Of what is too long, its end alone is waited for.
		if (this.#length <= LONGEST_MESSAGE) this.#pieces.push(data.slice(1));
		if (data.startsWith('+')) return;
		const text = this.#length <= LONGEST_MESSAGE ? this.#pieces.join('') : null;
		this.#pieces = [];
		this.#length = 0;
		this.ontext?.(text);
	}
}
