import type { Dependence, NatBehaviour } from './behaviour';
import { areSame, written, type Endpoint } from './endpoint';

/** A socket inside, what stands for it outside, and to whom it has sent by that. */
interface Mapping {
	readonly inside: Endpoint;
	readonly outside: Endpoint;
	/** The part of a destination that it is for. */
	readonly towards: string;
	readonly sentTo: Endpoint[];
}

/** What of another endpoint something depends on, to be compared. */
function partOf({ address, port }: Endpoint, dependence: Dependence): string {
	if (dependence === 'endpoint-independent') return '';
	return dependence === 'address-dependent' ? address : written({ address, port });
}

/**
 * A NAT: it maps what goes out, and filters what comes in.
 *
 * What is let in is decided for each mapping, by what was sent through it. RFC 4787, 5 has it by the socket inside:
 * where a socket has one mapping that is the same, and a NAT that makes one for each destination keeps them apart.
 * Mappings do not end here, and what comes from inside for the NAT itself is not sent back (hairpinning, RFC 4787, 6).
 */
export class Nat {
	readonly address: string;
	readonly behaviour: NatBehaviour;
	readonly #mappings: Mapping[] = [];
	#nextPort: number;

	constructor(address: string, behaviour: NatBehaviour, firstPort: number) {
		this.address = address;
		this.behaviour = behaviour;
		this.#nextPort = firstPort;
	}

	/** A packet leaves: which sender is written on it, and whether that mapping is a new one. */
	leave(inside: Endpoint, to: Endpoint): { outside: Endpoint; isNew: boolean } {
		const towards = partOf(to, this.behaviour.mapping);
		const known = this.#mappings.find(
			(one) => areSame(one.inside, inside) && one.towards === towards
		);
		const mapping = known ?? this.#map(inside, towards);
		if (!mapping.sentTo.some((one) => areSame(one, to))) mapping.sentTo.push(to);
		return { outside: mapping.outside, isNew: known === undefined };
	}

	/** A packet comes: the socket inside that it is for, or null where it is dropped; `isMapped` says for which reason. */
	enter(from: Endpoint, to: Endpoint): { inside: Endpoint | null; isMapped: boolean } {
		const mapping = this.#mappings.find(({ outside }) => areSame(outside, to));
		if (!mapping) return { inside: null, isMapped: false };
		const { filtering } = this.behaviour;
		const wanted = partOf(from, filtering);
		const isOpen = mapping.sentTo.some((one) => partOf(one, filtering) === wanted);
		return { inside: isOpen ? mapping.inside : null, isMapped: true };
	}

	#map(inside: Endpoint, towards: string): Mapping {
		const mapping = {
			inside,
			outside: { address: this.address, port: this.#freePort(inside.port) },
			towards,
			sentTo: []
		};
		this.#mappings.push(mapping);
		return mapping;
	}

	#freePort(wanted: number): number {
		const isFree = (port: number) => this.#mappings.every(({ outside }) => outside.port !== port);
		if (this.behaviour.preservesPort && isFree(wanted)) return wanted;
		while (!isFree(this.#nextPort)) this.#nextPort += 1;
		return this.#nextPort;
	}
}
