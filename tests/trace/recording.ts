import {
	reduce,
	Trace,
	type AttemptReason,
	type ErrorData,
	type Json,
	type PeerName
} from '../../src/lib/trace';

/** A trace that is written by hand, one entry a millisecond, with a word for each kind of entry. */
export class Recording {
	#now = 1000;
	readonly trace = new Trace(() => this.#now++);

	get entries() {
		return this.trace.entries;
	}

	/** Lets so many milliseconds pass. */
	after(milliseconds: number): this {
		this.#now += milliseconds;
		return this;
	}

	get now(): number {
		return this.#now;
	}

	attempt(reason: AttemptReason = 'start') {
		return this.trace.record({
			kind: 'attempt',
			name: 'fresh peers',
			peer: null,
			data: { reason }
		});
	}

	begin(id: string, peer: PeerName | null = 'john') {
		return this.trace.record({ kind: 'step', name: 'begin', peer, data: { id } });
	}

	end(id: string, peer: PeerName | null = 'john') {
		return this.trace.record({ kind: 'step', name: 'end', peer, data: { id } });
	}

	fail(id: string, error: ErrorData, peer: PeerName | null = 'john') {
		return this.trace.record({
			kind: 'step',
			name: 'fail',
			peer,
			data: { id, error: { ...error } }
		});
	}

	call(peer: PeerName, name: string, data?: Json) {
		return this.trace.record({ kind: 'call', name, peer, ...(data !== undefined && { data }) });
	}

	result(peer: PeerName, name: string, call: number, data?: Json) {
		return this.trace.record({
			kind: 'result',
			name,
			peer,
			call,
			...(data !== undefined && { data })
		});
	}

	error(peer: PeerName, name: string, call: number, error: ErrorData) {
		return this.trace.record({ kind: 'error', name, peer, call, data: { ...error } });
	}

	/** A call that is fulfilled at once. @returns the `seq` of its result */
	done(peer: PeerName, name: string, args?: Json, result?: Json) {
		return this.result(peer, name, this.call(peer, name, args), result);
	}

	event(peer: PeerName, name: string, data?: Json) {
		return this.trace.record({ kind: 'event', name, peer, ...(data !== undefined && { data }) });
	}

	changed(peer: PeerName, data: { [name: string]: Json }) {
		return this.trace.record({ kind: 'changed', name: Object.keys(data).join(' '), peer, data });
	}

	sent(peer: PeerName, id: number, message: { [name: string]: Json }) {
		const name = Object.keys(message)[0]!;
		return this.trace.record({ kind: 'sent', name, peer, data: { id, message } });
	}

	/** @param peer whom it is for */
	altered(
		peer: PeerName,
		id: number,
		message: { [name: string]: Json },
		lines: { removed: string[]; added: string[] }
	) {
		const name = Object.keys(message)[0]!;
		return this.trace.record({ kind: 'altered', name, peer, data: { id, message, ...lines } });
	}

	/** @param peer who receives it */
	delivered(peer: PeerName, id: number, name = 'candidate') {
		return this.trace.record({ kind: 'delivered', name, peer, data: { id } });
	}

	stats(peer: PeerName, data: { [name: string]: Json }) {
		return this.trace.record({ kind: 'stats', name: 'getStats', peer, data });
	}

	lost(peer: PeerName, explanation: string) {
		return this.trace.record({
			kind: 'lost',
			name: 'connectionState',
			peer,
			data: { explanation }
		});
	}
}

/** A candidate as JSON, told from others by its port. */
export function candidate(port: number) {
	return {
		candidate: `candidate:1 1 udp 2122260223 192.0.2.1 ${port} typ host`,
		sdpMid: '0',
		sdpMLineIndex: 0,
		usernameFragment: 'abcd'
	};
}

/** Statistics in which nothing has happened yet. */
export const NO_STATS = {
	at: 1,
	pairs: [],
	selected: null,
	dtls: null,
	inbound: [],
	outbound: []
};

/** A short call, from fresh peers to hanging up, with an entry of every kind. */
export function shortCall(): Recording {
	const one = new Recording();
	one.attempt();
	one.begin('john-creates-peer-connection');
	one.done('john', 'RTCPeerConnection');
	one.changed('john', { signalingState: 'stable', connectionState: 'new' });
	one.end('john-creates-peer-connection');
	one.begin('john-gets-media');
	one.done('john', 'testPattern', 'John', { id: 's' });
	one.end('john-gets-media');
	one.begin('john-adds-tracks');
	one.done('john', 'addTrack', { kind: 'video', id: 'v', label: 'canvas' });
	one.event('john', 'negotiationneeded');
	one.end('john-adds-tracks');
	one.begin('john-sends-candidate');
	one.event('john', 'icecandidate', { candidate: candidate(1) });
	one.sent('john', 1, { candidate: candidate(1) });
	one.end('john-sends-candidate');
	one.begin('jane-adds-candidate', 'jane');
	one.delivered('jane', 1);
	const added = one.call('jane', 'addIceCandidate', candidate(1));
	one.error('jane', 'addIceCandidate', added, { name: 'OperationError', message: 'no' });
	one.fail('jane-adds-candidate', { name: 'OperationError', message: 'no' }, 'jane');
	one.stats('john', NO_STATS);
	one.lost('john', 'The browser gave up.');
	one.attempt('lost');
	one.begin('john-hangs-up', null);
	one.done('john', 'close');
	one.end('john-hangs-up', null);
	return one;
}

/** What is on the screen after a recording. */
export function viewOf(record: (one: Recording) => void) {
	const one = new Recording();
	one.attempt();
	record(one);
	return reduce(one.entries);
}
