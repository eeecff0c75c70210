import type { Endpoint } from './endpoint';

/** Who calls, and who is called. */
export type Side = 'john' | 'jane';
export const SIDES: readonly Side[] = ['john', 'jane'];
export const otherSide = (side: Side): Side => (side === 'john' ? 'jane' : 'john');

/** Where a packet can be. `outside` is the network between the NATs; one NAT for both is that of John. */
export type Place = Side | 'john-nat' | 'jane-nat' | 'outside' | 'server';

/** What a packet says. A response has what its request asked for. */
export type Message = { readonly transaction: number } & (
	| { readonly kind: 'binding' | 'allocate' | 'permission'; readonly is: 'request' }
	| { readonly kind: 'binding'; readonly is: 'response'; readonly mapped: Endpoint }
	| {
			readonly kind: 'allocate';
			readonly is: 'response';
			readonly mapped: Endpoint;
			readonly relayed: Endpoint;
	  }
	| { readonly kind: 'permission'; readonly is: 'response' }
	| {
			readonly kind: 'check';
			readonly is: 'request';
			/** What a candidate that is learned from it counts (RFC 8445, 7.1.1). */
			readonly priority: number;
			/** Whether the pair is to be used (RFC 8445, 7.1.2). */
			readonly nominates: boolean;
	  }
	| { readonly kind: 'check'; readonly is: 'response'; readonly mapped: Endpoint }
);

/** What became of a packet at a place on its way. */
export interface Hop {
	readonly at: Place;
	readonly did: 'sent' | 'mapped' | 'let in' | 'passed on' | 'arrived' | 'dropped';
	/** The sender and the destination that stand on it from here on. */
	readonly from: Endpoint;
	readonly to: Endpoint;
	/** In one sentence. */
	readonly says: string;
}

/** A packet of the simulation, and all that became of it. */
export interface Packet {
	/** In the order in which they are sent, from 1. */
	readonly number: number;
	readonly from: Side | 'server';
	/** Whom it is meant for. */
	readonly to: Side | 'server';
	readonly message: Message;
	/** The way it went, from who sent it to where it arrived or was dropped. */
	readonly hops: readonly Hop[];
	readonly fate: 'arrived' | 'dropped';
	/** Why it was dropped; null for one that arrived. */
	readonly why: string | null;
	/** What whoever got it learned of it, in one sentence; null where that is nothing. */
	readonly learned: string | null;
}
