import { LONGEST_MESSAGE } from './room';

/** Characters of a piece: of at most three bytes in UTF-8 each, and 64 KiB may be sent anywhere (RFC 8831, 6.6). */
const PIECE = 20_000;
/** Bytes that may wait in the browser: beyond some megabytes it closes the channel. */
const MOST_BUFFERED = 500_000;

/** Characters that may wait here. */
const MOST_WAITING = 4 * LONGEST_MESSAGE;

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

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
	/** Of what waits, in characters. */
	#left = 0;
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

	/**
	 * Sends a text; nowhere, once the channel is closed. It is closed where the other side takes nothing any more, and
	 * too much waits for it.
	 */
	send(text: string): void {
		if (!this.isOpen) return;
		this.#left += text.length;
		if (this.#left > MOST_WAITING) return this.close();
		let at = 0;
		do {
			let end = at + PIECE;
			// What is sent is UTF-8, in which half a character is none.
			if (isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
			this.#waiting.push((end >= text.length ? '.' : '+') + text.slice(at, end));
			at = end;
		} while (at < text.length);
		this.#flush();
	}

	close(): void {
		this.#channel.close();
	}

	#flush(): void {
		while (this.#waiting.length > 0 && this.isOpen) {
			if (this.#channel.bufferedAmount > MOST_BUFFERED) return;
			const piece = this.#waiting.shift()!;
			this.#left -= piece.length - 1;
			this.#channel.send(piece);
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
