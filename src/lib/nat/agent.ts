import {
	formPairs,
	priorityOfPair,
	type Candidate,
	type CandidatePair,
	type CandidateType,
	type IceRole
} from '$lib/ice';
import { candidateAt, priorityOf } from './candidate';
import { areSame, written, type Endpoint } from './endpoint';
import type { Arrival, Network } from './network';
import type { Message, Side } from './packet';
import { HE, NAME } from './words';

/** From where a check leaves: the host's socket, or the address that the server lends. */
export type Base = 'host' | 'relay';

/** A pair of the checklist, and what is known of it. */
export interface Pair {
	readonly base: Base;
	readonly remote: Candidate;
	readonly priority: bigint;
	/** How often it was checked without an answer. */
	tries: number;
	/** What an answer proved (RFC 8445, 7.2.5.3.2): its local end is as the other side sees it. */
	valid: CandidatePair | null;
	isNominated: boolean;
}

/**
 * How many pairs are learned from checks, of each base. A checklist has an end (RFC 8445, 6.1.2.5), and two NATs that
 * map anew for each other’s new ports, and let everything in, would go on for ever.
 */
const MOST_LEARNED = 3;

/** One side's ICE: what it gathered, what it checks and what it found. */
export class Agent {
	readonly local: Candidate[] = [];
	remote: Candidate[] = [];
	pairs: Pair[] = [];
	/** Checks that an incoming one asks for: they come first (RFC 8445, 7.3.1.4). */
	readonly triggered: Pair[] = [];
	readonly #waiting = new Map<number, { pair: Pair; nominates: boolean }>();

	constructor(
		readonly side: Side,
		readonly role: IceRole,
		readonly network: Network,
		readonly transaction: () => number
	) {
		this.local.push(candidateAt('host', this.#host));
	}

	get #host(): Endpoint {
		return this.network.hosts[this.side];
	}

	/** What it was told of itself: an address like one that it has is none (RFC 8445, 5.1.3). */
	found(type: CandidateType, at: Endpoint, base: Endpoint | null): boolean {
		if (this.local.some((one) => areSame(one, at))) return false;
		this.local.push(candidateAt(type, at, base));
		return true;
	}

	/** The candidates of the other side have come. */
	meet(remote: readonly Candidate[]): void {
		this.remote = [...remote];
		this.pairs = formPairs(this.local, remote, this.role).map((pair) => ({
			base: pair.local.type === 'relay' ? 'relay' : 'host',
			remote: pair.remote,
			priority: pair.priority,
			tries: 0,
			valid: null,
			isNominated: false
		}));
	}

	/** The best of the pairs that work. */
	get best(): Pair | null {
		const valid = this.pairs.filter((pair) => pair.valid !== null);
		return valid.reduce<Pair | null>(
			(best, one) => (best && best.valid!.priority >= one.valid!.priority ? best : one),
			null
		);
	}

	/** The pair that is used, as this side sees it. */
	get selected(): CandidatePair | null {
		return this.pairs.find(({ isNominated, valid }) => isNominated && valid)?.valid ?? null;
	}

	/** Checks a pair, once. */
	check(pair: Pair, nominates = false): Arrival | null {
		const transaction = this.transaction();
		this.#waiting.set(transaction, { pair, nominates });
		if (!pair.valid) pair.tries += 1;
		const priority = priorityOf('prflx');
		const message: Message = { kind: 'check', is: 'request', transaction, priority, nominates };
		return this.network.send(this.side, pair.base, pair.remote, message);
	}

	/** A check has come: it is answered, and asks for one the other way. */
	asked({ base, from, message, number }: Arrival): Arrival | null {
		if (message.kind !== 'check' || message.is !== 'request') return null;
		const remote = this.#remoteAt(from, message.priority, number);
		const pair = this.#pairOf(base, remote);
		if (pair) {
			if (message.nominates) pair.isNominated = true;
			if (!pair.valid && !this.triggered.includes(pair)) this.triggered.push(pair);
		}
		const { transaction } = message;
		return this.network.send(this.side, base, from, {
			kind: 'check',
			is: 'response',
			transaction,
			mapped: from
		});
	}

	/** An answer has come: the pair works, with this side as the other has seen it. */
	answered({ base, from, message, number }: Arrival): void {
		if (message.kind !== 'check' || message.is !== 'response') return;
		const asked = this.#waiting.get(message.transaction);
		if (!asked) return;
		const { pair, nominates } = asked;
		// RFC 8445, 7.2.5.2.1: it has to come from where the check went.
		if (pair.base !== base || !areSame(from, pair.remote)) {
			this.network.learn(
				number,
				`It comes from ${written(from)}, and the check went to ${written(pair.remote)}: ${NAME[this.side]} does not count it.`
			);
			return;
		}
		const { mapped } = message;
		const known = this.local.find((one) => areSame(one, mapped));
		const local = known ?? candidateAt('prflx', mapped, this.#host);
		if (!known) {
			this.local.push(local);
			this.network.learn(
				number,
				`${NAME[this.side]} learns of ${written(mapped)}, as whom ${HE[this.side]} is seen there: a prflx candidate.`
			);
		}
		const priority = priorityOfPair(local, pair.remote, this.role);
		pair.valid = { local, remote: pair.remote, priority };
		if (nominates) pair.isNominated = true;
	}

	/** Where a check came from: a candidate that was told, or one that is learned by it (RFC 8445, 7.3.1.3). */
	#remoteAt(from: Endpoint, priority: number, number: number): Candidate {
		const known = this.remote.find((one) => areSame(one, from));
		if (known) return known;
		const learned = candidateAt('prflx', from, null, priority);
		this.remote.push(learned);
		this.network.learn(
			number,
			`${NAME[this.side]} was told nothing of ${written(from)}: a prflx candidate, learned from this check.`
		);
		return learned;
	}

	#pairOf(base: Base, remote: Candidate): Pair | null {
		const known = this.pairs.find((one) => one.base === base && one.remote === remote);
		if (known) return known;
		const learned = this.pairs.filter((one) => one.base === base && one.remote.type === 'prflx');
		if (learned.length >= MOST_LEARNED) return null;
		const local = this.local.find(({ type }) => type === base)!;
		const priority = priorityOfPair(local, remote, this.role);
		const pair: Pair = { base, remote, priority, tries: 0, valid: null, isNominated: false };
		this.pairs.push(pair);
		return pair;
	}
}
