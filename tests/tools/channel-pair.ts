import { FramedChannel, type PlainChannel } from '../../src/lib/signaling/framed-channel';

/** One end of two data channels in memory. */
class End implements PlainChannel {
	readyState: RTCDataChannelState = 'open';
	bufferedAmount = 0;
	bufferedAmountLowThreshold = 0;
	onbufferedamountlow: PlainChannel['onbufferedamountlow'] = null;
	onmessage: PlainChannel['onmessage'] = null;
	onclose: PlainChannel['onclose'] = null;
	other!: End;

	send(data: unknown): void {
		if (this.readyState !== 'open') throw new DOMException('It is not open.', 'InvalidStateError');
		const { length } = data as string;
		this.bufferedAmount += length;
		queueMicrotask(() => {
			this.bufferedAmount -= length;
			// What is sent is UTF-8: half a character is none (webrtc-pc, 6.2: a USVString).
			const sent = typeof data === 'string' ? data.toWellFormed() : data;
			this.other.onmessage?.call(this as never, { data: sent } as MessageEvent<unknown>);
			if (this.bufferedAmount <= this.bufferedAmountLowThreshold) {
				this.onbufferedamountlow?.call(this as never, new Event('bufferedamountlow'));
			}
		});
	}

	close(): void {
		for (const one of [this, this.other]) {
			if (one.readyState === 'closed') continue;
			one.readyState = 'closed';
			queueMicrotask(() => one.onclose?.call(one as never, new Event('close')));
		}
	}
}

/** Two ends of one data channel, each with what puts texts in pieces. */
export function channelPair() {
	const [one, other] = [new End(), new End()];
	one.other = other;
	other.other = one;
	return {
		plain: [one, other] as const,
		framed: [new FramedChannel(one), new FramedChannel(other)] as const
	};
}
