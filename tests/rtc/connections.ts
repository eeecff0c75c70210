import { tracedPeerConnection } from '../../src/lib/rtc/traced-peer-connection';
import { sink } from './sink';

const open: RTCPeerConnection[] = [];
const stops: (() => void)[] = [];

/** A connection that is watched, and what was recorded of it. */
export function traced() {
	const recorded = sink();
	const Connection = tracedPeerConnection(recorded.record);
	const pc = new Connection();
	open.push(pc);
	return { pc, recorded };
}

/** A connection with something to negotiate. */
export function tracedWithAudio() {
	const one = traced();
	one.pc.addTransceiver('audio');
	return one;
}

/** John has set an offer, and Jane has it. */
export async function offered() {
	const john = tracedWithAudio();
	const jane = traced();
	const offer = await john.pc.createOffer();
	await john.pc.setLocalDescription(offer);
	await jane.pc.setRemoteDescription(offer);
	return { john, jane, offer };
}

/** Both have set offer and answer; no candidate was exchanged. */
export async function agreed() {
	const { john, jane, offer } = await offered();
	const answer = await jane.pc.createAnswer();
	await jane.pc.setLocalDescription(answer);
	await john.pc.setRemoteDescription(answer);
	return { john, jane, offer, answer };
}

/** Ends every picture and closes every connection that was made here, by the browser's own `close`. */
export function closeAll(): void {
	for (const stop of stops.splice(0)) stop();
	for (const pc of open.splice(0)) RTCPeerConnection.prototype.close.call(pc);
}

/** Gives the candidates of one to the other as they come; what is refused is in the trace. */
function trickle(from: RTCPeerConnection, to: RTCPeerConnection): void {
	from.addEventListener('icecandidate', ({ candidate }) => {
		void to.addIceCandidate(candidate).catch(() => {});
	});
}

/** One offer and its answer, by whatever each browser makes of it. */
export async function negotiated(from: RTCPeerConnection, to: RTCPeerConnection): Promise<void> {
	await from.setLocalDescription();
	await to.setRemoteDescription(from.localDescription!);
	await to.setLocalDescription();
	await from.setRemoteDescription(to.localDescription!);
}

/** Waits until a connection has all its candidates. */
export function gathered(pc: RTCPeerConnection): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (pc.iceGatheringState === 'complete') resolve();
		};
		pc.addEventListener('icegatheringstatechange', look);
		look();
	});
}

/** Two that are to be connected: what is added before `negotiated` is in the first offer. */
export function pair() {
	const [john, jane] = [traced(), traced()];
	trickle(john.pc, jane.pc);
	trickle(jane.pc, john.pc);
	return { john, jane };
}

/** A picture that moves, for as long as nobody stops it. */
export function picture(): { stream: MediaStream; track: MediaStreamTrack; stop: () => void } {
	const canvas = document.createElement('canvas');
	const ink = canvas.getContext('2d')!;
	const stream = canvas.captureStream(20);
	const [track] = stream.getVideoTracks();
	const timer = setInterval(() => ink.fillRect(Math.random() * 100, 0, 9, 9), 50);
	const stop = () => {
		clearInterval(timer);
		track!.stop();
	};
	stops.push(stop);
	return { stream, track: track!, stop };
}
