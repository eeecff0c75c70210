import type { NatBehaviour } from './behaviour';
import { areSame, written, type Endpoint } from './endpoint';
import { Nat } from './nat';
import type { Hop, Message, Packet, Place, Side } from './packet';
import { letsIn, PLACE } from './words';

/** The server that is asked: it answers Binding requests, and where it is a TURN server it relays. */
export const SERVER: Endpoint = { address: '192.0.2.1', port: 3478 };

/** The socket of each host: private behind a NAT (RFC 1918), and public without one. */
const PRIVATE: Readonly<Record<Side, Endpoint>> = {
	john: { address: '192.168.1.10', port: 50001 },
	jane: { address: '10.0.0.20', port: 50002 }
};
const BESIDE_JOHN: Endpoint = { address: '192.168.1.11', port: 50002 };
const PUBLIC: Readonly<Record<Side, string>> = { john: '203.0.113.1', jane: '198.51.100.1' };
/** The first ports that the NATs give: easily told apart. */
const FIRST_PORT: Readonly<Record<Side, number>> = { john: 61001, jane: 62001 };
/** The same of the relay. */
const FIRST_RELAYED = 49152;

/** What the network looks like. */
export interface Networks {
	/** The NAT before John; null where his host has a public address. */
	readonly john: NatBehaviour | null;
	readonly jane: NatBehaviour | null;
	/** Whether both are in one network, behind the NAT of John. */
	readonly isShared: boolean;
}

/** A packet that arrived: at whom, at which of its sockets, and from where as it is seen there. */
export interface Arrival {
	readonly at: Side | 'server';
	/** Of a host: whether it came directly, or the relay handed it on. */
	readonly base: 'host' | 'relay';
	readonly from: Endpoint;
	readonly to: Endpoint;
	readonly message: Message;
	/** Of the packet. */
	readonly number: number;
}

/** An address that the TURN server lends (RFC 8656, 3), and to whom. */
interface Relay {
	readonly side: Side;
	readonly relayed: Endpoint;
	/** The client as the server sees it. */
	readonly client: Endpoint;
	/** The addresses that may send to it (RFC 8656, 9). */
	readonly permitted: Set<string>;
}

type WayOn = { hops: Hop[]; arrival: Omit<Arrival, 'message' | 'number'> | null };

/** Two hosts, what stands between them, and the record of all packets. Nothing in it depends on time or chance. */
export class Network {
	readonly packets: Packet[] = [];
	readonly hosts: Readonly<Record<Side, Endpoint>>;
	readonly #nats: Readonly<Record<Side, { nat: Nat; place: Place } | null>>;
	readonly #relays: Relay[] = [];

	constructor({ john, jane, isShared }: Networks) {
		const natOf = (side: Side, behaviour: NatBehaviour | null) =>
			behaviour && {
				nat: new Nat(PUBLIC[side], behaviour, FIRST_PORT[side]),
				place: `${side}-nat` as const
			};
		const first = natOf('john', john);
		this.#nats = { john: first, jane: isShared ? first : natOf('jane', jane) };
		const hostOf = (side: Side) =>
			this.#nats[side] ? PRIVATE[side] : { ...PRIVATE[side], address: PUBLIC[side] };
		this.hosts = { john: hostOf('john'), jane: isShared && first ? BESIDE_JOHN : hostOf('jane') };
	}

	/** Lends an address to a client. The same where it has one already. */
	allocate(side: Side, client: Endpoint): Endpoint {
		const known = this.#relays.find((one) => one.side === side);
		if (known) return known.relayed;
		const relayed = { address: SERVER.address, port: FIRST_RELAYED + this.#relays.length };
		this.#relays.push({ side, relayed, client, permitted: new Set() });
		return relayed;
	}

	/** Lets addresses send to what was lent. */
	permit(side: Side, addresses: readonly string[]): void {
		const relay = this.#relays.find((one) => one.side === side);
		for (const one of addresses) relay?.permitted.add(one);
	}

	/**
	 * Sends a packet from a host, and records what became of it.
	 * @param base whether it is handed to the relay, to be sent on from there
	 * @returns null where it was dropped
	 */
	send(side: Side, base: 'host' | 'relay', to: Endpoint, message: Message): Arrival | null {
		const relay = base === 'relay' ? this.#relays.find((one) => one.side === side) : undefined;
		const host = this.hosts[side];
		const first: Hop = {
			at: side,
			did: 'sent',
			from: host,
			to: relay ? SERVER : to,
			says: relay
				? `${PLACE[side]} hands it to the server, to be sent on to ${written(to)}.`
				: `${PLACE[side]} sends it.`
		};
		const way = this.#leave(side, host, first.to);
		if (relay && way.arrival) {
			const on = this.#sendOn(relay, to);
			const hops = [first, ...way.hops.slice(0, -1), ...on.hops];
			return this.#record(side, to, message, { ...on, hops });
		}
		return this.#record(side, to, message, { ...way, hops: [first, ...way.hops] });
	}

	/** Sends what the server answers. */
	answer(to: Endpoint, message: Message, side: Side): Arrival | null {
		const first: Hop = {
			at: 'server',
			did: 'sent',
			from: SERVER,
			to,
			says: 'The server answers to where the request came from.'
		};
		const way = this.#comeTo(SERVER, to, 'host', SERVER);
		return this.#record('server', to, message, { ...way, hops: [first, ...way.hops] }, side);
	}

	/** Says what whoever got a packet learned of it. */
	learn(number: number, learned: string): void {
		this.packets[number - 1] = { ...this.packets[number - 1]!, learned };
	}

	/** From a host: within its network, or through its NAT. */
	#leave(side: Side, from: Endpoint, to: Endpoint): WayOn {
		const behind = this.#nats[side];
		if (!behind) return this.#comeTo(from, to, 'host', from);
		const neighbour = this.#sideAt(to, behind.nat);
		if (neighbour) return this.#arrive(neighbour, 'host', from, to);
		const { nat, place } = behind;
		if (to.address === nat.address) {
			const says = `${PLACE[place]} drops it: it sends nothing back in that came from inside.`;
			return dropped(place, from, to, says);
		}
		const { outside, isNew } = nat.leave(from, to);
		const says = `${PLACE[place]} puts ${written(outside)} in the place of the sender${isNew ? ', a new mapping' : ''}.`;
		const mapped: Hop = { at: place, did: 'mapped', from: outside, to, says };
		const way = this.#comeTo(outside, to, 'host', outside);
		return { ...way, hops: [mapped, ...way.hops] };
	}

	/**
	 * In the network outside: to a server, a relay, a NAT or a host.
	 * @param told who the sender is to whoever gets it, which a relay says of what it hands on
	 */
	#comeTo(from: Endpoint, to: Endpoint, base: 'host' | 'relay', told: Endpoint): WayOn {
		if (areSame(to, SERVER)) return this.#arrive('server', 'host', from, to);
		const relay = this.#relays.find(({ relayed }) => areSame(relayed, to));
		if (relay) return this.#handOn(relay, from);
		for (const side of ['john', 'jane'] as const) {
			const behind = this.#nats[side];
			if (behind?.nat.address === to.address) return this.#enter(behind, from, to, base, told);
			if (!behind && areSame(this.hosts[side], to)) return this.#arrive(side, base, told, to);
		}
		const says = `The network outside drops it: ${to.address} is a private address, which leads nowhere there.`;
		return dropped('outside', from, to, says);
	}

	#enter(
		{ nat, place }: { nat: Nat; place: Place },
		from: Endpoint,
		to: Endpoint,
		base: 'host' | 'relay',
		told: Endpoint
	): WayOn {
		const { inside, isMapped } = nat.enter(from, to);
		const owner: Side = place === 'john-nat' ? 'john' : 'jane';
		if (!inside) {
			const says = isMapped
				? `${PLACE[place]} drops it: at ${written(to)} it ${letsIn(nat.behaviour, owner)}, and nothing was sent from there to ${nat.behaviour.filtering === 'address-dependent' ? from.address : written(from)}.`
				: `${PLACE[place]} drops it: nobody inside has ${written(to)}.`;
			return dropped(place, from, to, says);
		}
		const says = `${PLACE[place]} lets it in, to ${written(inside)}: at ${written(to)} it ${letsIn(nat.behaviour, owner)}.`;
		const way = this.#arrive(this.#sideAt(inside, nat)!, base, told, inside);
		return { ...way, hops: [{ at: place, did: 'let in', from, to: inside, says }, ...way.hops] };
	}

	/** The server sends on what a client gave it (RFC 8656, 11.2). */
	#sendOn({ relayed, permitted }: Relay, to: Endpoint): WayOn {
		if (!permitted.has(to.address)) {
			const says = `The server drops it: it has no permission for ${to.address}.`;
			return dropped('server', relayed, to, says);
		}
		const says = `The server sends it on from ${written(relayed)}, the address that it lends.`;
		const way = this.#comeTo(relayed, to, 'host', relayed);
		return {
			...way,
			hops: [{ at: 'server', did: 'passed on', from: relayed, to, says }, ...way.hops]
		};
	}

	/** The server hands on what came to an address that it lends (RFC 8656, 11.3). */
	#handOn({ relayed, client, permitted }: Relay, from: Endpoint): WayOn {
		if (!permitted.has(from.address)) {
			const says = `The server drops it: whoever has ${written(relayed)} gave no permission to ${from.address}.`;
			return dropped('server', from, relayed, says);
		}
		const says = `The server hands it on to whoever has ${written(relayed)}: there is a permission for ${from.address}.`;
		const way = this.#comeTo(SERVER, client, 'relay', from);
		return {
			...way,
			hops: [{ at: 'server', did: 'passed on', from: SERVER, to: client, says }, ...way.hops]
		};
	}

	#arrive(at: Side | 'server', base: 'host' | 'relay', from: Endpoint, to: Endpoint): WayOn {
		const says = `It arrives at ${at === 'server' ? 'the server' : PLACE[at]}, from ${written(from)}.`;
		return { hops: [{ at, did: 'arrived', from, to, says }], arrival: { at, base, from, to } };
	}

	/** Who has a socket behind a NAT. */
	#sideAt(inside: Endpoint, nat: Nat): Side | undefined {
		return (['john', 'jane'] as const).find(
			(side) => this.#nats[side]?.nat === nat && areSame(this.hosts[side], inside)
		);
	}

	#record(
		from: Side | 'server',
		to: Endpoint,
		message: Message,
		{ hops, arrival }: WayOn,
		meant?: Side
	): Arrival | null {
		const last = hops.at(-1)!;
		this.packets.push({
			number: this.packets.length + 1,
			from,
			to: meant ?? (areSame(to, SERVER) ? 'server' : from === 'john' ? 'jane' : 'john'),
			message,
			hops,
			fate: arrival ? 'arrived' : 'dropped',
			why: arrival ? null : last.says,
			learned: null
		});
		return arrival && { ...arrival, message, number: this.packets.length };
	}
}

const dropped = (at: Place, from: Endpoint, to: Endpoint, says: string): WayOn => ({
	hops: [{ at, did: 'dropped', from, to, says }],
	arrival: null
});
