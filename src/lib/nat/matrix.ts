import { BEHAVIOURS, KINDS, type Kind } from './behaviour';
import { simulate, type Call, type Outcome, type Servers } from './simulate';

/** What comes of a call between two kinds of network. */
export interface Cell {
	readonly john: Kind;
	readonly jane: Kind;
	readonly outcome: Outcome;
}

/** A call between two networks of which each is of one of the kinds, John making the offer. */
export const callBetween = (john: Kind, jane: Kind, servers: Servers): Call => ({
	john: BEHAVIOURS[john],
	jane: BEHAVIOURS[jane],
	isShared: false,
	servers,
	controlling: 'john'
});

/** Which pairs of networks can have a call: a row for each kind of John's, in it a cell for each of Jane's. */
export function matrix(servers: Servers, kinds: readonly Kind[] = KINDS): Cell[][] {
	return kinds.map((john) =>
		kinds.map((jane) => ({ john, jane, outcome: simulate(callBetween(john, jane, servers)) }))
	);
}
