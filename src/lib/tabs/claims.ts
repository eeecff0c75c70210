/** What a member of a room claims of a lock. */
export interface Claim {
	/** Whether it holds the lock; else it waits for it. */
	holds: boolean;
	/**
	 * Whoever holds the lock by a later term has taken it from whoever holds it by an earlier one; of who waits for it,
	 * the latest term that it knows.
	 */
	term: number;
}

/** What one member claims, by the names of the locks. */
export type MemberClaims = Readonly<Record<string, Claim>>;

/** Who holds and who waits for one lock. */
interface Queue {
	holders: Map<string, number>;
	/** In the order in which it was heard. */
	waiting: string[];
}

/** Members whose claims are kept. */
const MOST_MEMBERS = 20_000;
/** Beyond it there is no later term: whoever has the link could make up any. */
export const LATEST_TERM = 2 ** 48;
/** Locks whose terms are kept beyond those who hold them. */
const MOST_LOCKS = 40_000;

/**
 * What all members of a room claim, as one of them has heard it. A broker brings the claims of all in one order to
 * everybody, one's own too: whose claim came first is the same for all who were here. Where two hold a lock all the
 * same – one was away while it was taken – the later term is right, and of equal ones the greater name.
 */
export class Claims {
	readonly #members = new Map<string, MemberClaims>();
	readonly #queues = new Map<string, Queue>();
	readonly #held = new Set<string>();
	/** The latest term of each lock that was ever heard. */
	readonly #terms = new Map<string, number>();

	/**
	 * Hears what a member claims now, in the place of all that it claimed before; null where it is gone.
	 * @returns the locks that it claims, or did before
	 */
	heard(member: string, claims: MemberClaims | null): ReadonlySet<string> {
		const before = this.#members.get(member) ?? {};
		if (claims === null) this.#members.delete(member);
		else if (this.#members.size < MOST_MEMBERS) this.#members.set(member, claims);
		else return new Set();
		const locks = new Set([...Object.keys(before), ...Object.keys(claims ?? {})]);
		for (const lock of locks) this.#put(lock, member, claims?.[lock] ?? null);
		return locks;
	}

	/** Who holds a lock; null for nobody. */
	holderOf(lock: string): string | null {
		const { holders } = this.#queues.get(lock) ?? { holders: new Map<string, number>() };
		let best: [string, number] | null = null;
		for (const one of holders) if (best === null || isLater(one, best)) best = one;
		return best && best[0];
	}

	/** Which of those who wait for a lock was heard first; null for nobody. */
	firstFor(lock: string): string | null {
		return this.#queues.get(lock)?.waiting[0] ?? null;
	}

	/** The latest term of a lock that was heard, also where nobody holds it by that any more; 0 for none. */
	latestTerm(lock: string): number {
		return this.#terms.get(lock) ?? 0;
	}

	/** The term by which whoever takes a lock holds it. */
	nextTerm(lock: string): number {
		return Math.min(this.latestTerm(lock) + 1, LATEST_TERM);
	}

	/** By which term a member was heard to hold a lock; null where it was not. */
	termOf(lock: string, member: string): number | null {
		return this.#queues.get(lock)?.holders.get(member) ?? null;
	}

	/** The locks that somebody holds. */
	get held(): Set<string> {
		return new Set(this.#held);
	}

	#put(lock: string, member: string, claim: Claim | null): void {
		const queue = this.#queues.get(lock) ?? { holders: new Map<string, number>(), waiting: [] };
		queue.holders.delete(member);
		if (claim && claim.term > this.latestTerm(lock)) {
			if (this.#terms.has(lock) || this.#terms.size < MOST_LOCKS) this.#terms.set(lock, claim.term);
		}
		if (claim?.holds) queue.holders.set(member, claim.term);
		const waits = claim !== null && !claim.holds;
		if (!waits) queue.waiting = queue.waiting.filter((one) => one !== member);
		else if (!queue.waiting.includes(member)) queue.waiting.push(member);
		if (queue.holders.size > 0) this.#held.add(lock);
		else this.#held.delete(lock);
		if (queue.holders.size + queue.waiting.length > 0) this.#queues.set(lock, queue);
		else this.#queues.delete(lock);
	}
}

/** Whether one holds a lock rather than another. */
function isLater([name, term]: [string, number], [other, otherTerm]: [string, number]): boolean {
	return term > otherTerm || (term === otherTerm && name > other);
}
