import { tracedPeerConnection } from '../../src/lib/rtc/traced-peer-connection';
import { sink } from './sink';

const open: RTCPeerConnection[] = [];

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

/** Closes every connection that was opened here, by the browser's own `close`. */
export function closeAll(): void {
	for (const pc of open.splice(0)) RTCPeerConnection.prototype.close.call(pc);
}
