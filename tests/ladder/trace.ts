import {
	Trace,
	type Attributes,
	type Json,
	type PeerName,
	type TraceEntry
} from '../../src/lib/trace';
import { ladderRows } from '../../src/lib/ui/ladder/layout';

/** A message that brings an offer. */
export const OFFER = { description: { type: 'offer', sdp: 'v=0' } };

/** Writes traces for tests: each entry is ten milliseconds after the one before. */
export class Story {
	#now = 0;
	readonly trace = new Trace(() => (this.#now += 10));

	get entries(): readonly TraceEntry[] {
		return this.trace.entries;
	}

	/** Lets time pass. */
	wait(ms: number): this {
		this.#now += ms;
		return this;
	}

	attempt(reason = 'start'): this {
		this.trace.record({ kind: 'attempt', name: 'fresh peers', peer: null, data: { reason } });
		return this;
	}

	step(id: string, peer: PeerName | null = 'john'): this {
		this.trace.record({ kind: 'step', name: 'begin', peer, data: { id } });
		return this;
	}

	call(peer: PeerName, name: string, data: Json = null): number {
		return this.trace.record({ kind: 'call', peer, name, data });
	}

	result(peer: PeerName, name: string, call: number): this {
		this.trace.record({ kind: 'result', peer, name, call, data: null });
		return this;
	}

	/** A call that is resolved before anything else happens. */
	does(peer: PeerName, name: string, data: Json = null): this {
		return this.result(peer, name, this.call(peer, name, data));
	}

	error(peer: PeerName, name: string, call: number): this {
		const data = { name: 'InvalidStateError', message: 'Called in wrong state.' };
		this.trace.record({ kind: 'error', peer, name, call, data });
		return this;
	}

	event(peer: PeerName, name: string, data: Json = null): this {
		this.trace.record({ kind: 'event', peer, name, data });
		return this;
	}

	candidates(peer: PeerName, count: number): this {
		for (let index = 0; index < count; index++) {
			this.event(peer, 'icecandidate', { candidate: { candidate: `candidate:${index}` } });
		}
		return this;
	}

	changed(peer: PeerName, attributes: Partial<Attributes>): this {
		const name = Object.keys(attributes).join(' ');
		this.trace.record({ kind: 'changed', peer, name, data: attributes as unknown as Json });
		return this;
	}

	sent(peer: PeerName, id: number, message: { [key: string]: Json }): this {
		const name = Object.keys(message)[0]!;
		this.trace.record({ kind: 'sent', peer, name, data: { id, message } });
		return this;
	}

	/** One line of it is another. */
	altered(peer: PeerName, id: number, message: { [key: string]: Json }): this {
		const data = { id, message, removed: ['v=0'], added: ['v=1'] };
		this.trace.record({ kind: 'altered', peer, name: 'description', data });
		return this;
	}

	/** Somebody does something to the call beside its steps. */
	deed(data: { do: string; peer?: PeerName; [key: string]: Json | undefined }): this {
		const { do: name, peer = null } = data;
		this.trace.record({ kind: 'deed', name, peer, data: data as Json });
		return this;
	}

	/** The browser refuses what was done last. */
	deedFails(peer: PeerName, name: string, message: string): this {
		this.trace.record({ kind: 'deed', name: 'fail', peer, data: { error: { name, message } } });
		return this;
	}

	delivered(peer: PeerName, id: number): this {
		this.trace.record({ kind: 'delivered', peer, name: 'description', data: { id } });
		return this;
	}

	stats(peer: PeerName, selected: boolean, frames: number): this {
		const data = {
			selected: selected ? { id: 'pair' } : null,
			inbound: [{ kind: 'video', frames }]
		};
		this.trace.record({ kind: 'stats', peer, name: 'getStats', data });
		return this;
	}
}

/** The rows of the ladder once a story has been told. */
export const rowsOf = (story: Story) => ladderRows(story.entries);
