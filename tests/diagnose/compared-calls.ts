import { candidate, connected, MadeCall, pair, rtp } from './made-call';

const DTLS = { state: 'connected', role: null, cipher: null, srtp: null };

/** What statistics tell of a call that is up. */
function flowing(types: readonly [string, string] = ['host', 'host']) {
	const whole = pair('192.168.1.2', '192.168.1.3');
	const [local, remote] = [
		{ ...whole.local, type: types[0] },
		{ ...whole.remote, type: types[1] }
	];
	const selected = { id: whole.id, local, remote, roundTripTime: null };
	return { pairs: [whole], selected, dtls: DTLS, inbound: [rtp('audio', 9), rtp('video', 9)] };
}

/** A call that works, with media. */
export function good(types?: readonly [string, string]): MadeCall {
	const call = connected().after(100);
	return call.report('john', flowing(types)).report('jane', flowing(types)).after(3000);
}

/** Two peers that have agreed and never hear of a candidate of the other. */
export function withoutCandidates(): MadeCall {
	return new MadeCall()
		.create('john')
		.create('jane')
		.agree()
		.gather('john', candidate('192.168.1.2'))
		.gather('jane', candidate('192.168.1.3', 50000, 'typ host', 'bbbb'))
		.both('connecting', 'checking')
		.after(15_000)
		.both('failed', 'failed');
}
