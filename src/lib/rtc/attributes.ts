import { DESCRIPTION_NAMES, STATE_NAMES, type Attributes, type Json } from '../trace';
import { toJson } from './json';
import type { Parts } from './parts';
import type { Record } from './record';

/** What the attributes of a connection read, and whether they read differently than they did. */
export class ReadAttributes {
	readonly #pc: RTCPeerConnection;
	readonly #record: Record;
	readonly #parts: Parts;
	readonly #last: { [name: string]: string } = { transceivers: '[]' };

	constructor(pc: RTCPeerConnection, record: Record, parts: Parts) {
		this.#pc = pc;
		this.#record = record;
		this.#parts = parts;
	}

	/** Records those that read differently: those of the connection, and then those of its transceivers. */
	read(descriptions = true): void {
		// Firefox does not let the descriptions of a closed connection be read.
		const names =
			descriptions && this.#pc.signalingState !== 'closed'
				? [...STATE_NAMES, ...DESCRIPTION_NAMES]
				: STATE_NAMES;
		const changes: Partial<{ [name in keyof Attributes]: Json }> = {};
		for (const name of names) {
			const value = toJson(this.#pc[name]);
			if (this.#isNew(name, value)) changes[name] = value;
		}
		const changed = Object.keys(changes);
		if (changed.length > 0) {
			this.#record({ kind: 'changed', name: changed.join(' '), data: changes });
		}
		const transceivers = this.#parts.transceivers() as unknown as Json;
		if (this.#isNew('transceivers', transceivers)) {
			this.#record({ kind: 'changed', name: 'transceivers', data: { transceivers } });
		}
	}

	#isNew(name: string, value: Json): boolean {
		const text = JSON.stringify(value);
		if (text === (this.#last[name] ?? 'null')) return false;
		this.#last[name] = text;
		return true;
	}
}
