import * as v from 'valibot';
import { Claims, LATEST_TERM, type Claim, type MemberClaims } from './claims';
import { holdIfFree, type Holding, type Locks, type Release } from './locks';

/** What the locks of a member need of the room. */
export interface ClaimsSurroundings {
	/** This member, as the others know it. */
	member: string;
	/** Tells everybody, who is here and who comes, what this member claims now, as JSON. */
	claim(claims: string): void;
}

/** A lock that is asked for here, or held. */
interface Request {
	holding: Holding;
	granted: (release: Release) => void;
	isHeld: boolean;
}

/** What is asked for of one lock, the oldest first, and what is claimed of it for that. */
interface Asked {
	requests: Request[];
	claim: Claim;
	/** Who is first to have the lock, which is free, and does not take it; and what ends the waiting for that. */
	stalls: { first: string; timer: ReturnType<typeof setTimeout> } | null;
}

/**
 * Milliseconds in which whoever is first takes a lock that is free. Who does not, is no more: a broker may have kept what it
 * claimed, or somebody have sent it again.
 */
const STALE = 5000;

const Text = v.pipe(v.string(), v.maxLength(200));
const MemberClaimsData = v.record(
	Text,
	v.strictObject({
		holds: v.boolean(),
		term: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LATEST_TERM))
	})
);

/** What a member claims, as it was written. @returns null where it is not that */
function readClaims(text: string): MemberClaims | null {
	try {
		const parsed = v.safeParse(MemberClaimsData, JSON.parse(text));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** The locks of a room whose members are on several machines: each holds what nobody claims with a better right. */
export class ClaimedLocks implements Locks {
	readonly #surroundings: ClaimsSurroundings;
	readonly #claims = new Claims();
	readonly #asked = new Map<string, Asked>();
	/** Whoever waits until nobody holds a lock, by its name: a thousand may be waited for. */
	readonly #watchers = new Map<string, Set<() => void>>();
	#isTelling = false;

	constructor(surroundings: ClaimsSurroundings) {
		this.#surroundings = surroundings;
	}

	/** Hears what a member claims, this one too; null where it is gone. @returns whether it could be read */
	heard(member: string, text: string | null): boolean {
		const claims = text === null ? null : readClaims(text);
		if (text !== null && claims === null) return false;
		const locks = this.#claims.heard(member, claims);
		for (const [lock, asked] of this.#asked) this.#judge(lock, asked);
		for (const lock of locks) for (const look of this.#watchers.get(lock) ?? []) look();
		return true;
	}

	/** What carries the room is away: nobody can be waited for, nor be late. */
	away(): void {
		for (const asked of this.#asked.values()) endStall(asked);
	}

	/** What this member claims now, as JSON. */
	get written(): string {
		const claims = [...this.#asked].map(([lock, { claim }]) => [lock, claim] as const);
		return JSON.stringify(Object.fromEntries(claims));
	}

	/** @see Locks.hold */
	hold(what: string, holding: Holding = {}): Promise<Release> {
		const { signal, seizes } = holding;
		return new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(signal.reason as Error);
			const request: Request = { holding, granted: resolve, isHeld: false };
			const asked = this.#asked.get(what) ?? this.#askedFirst(what);
			if (seizes) {
				// Taken from this member itself as well.
				for (const one of asked.requests.filter(({ isHeld }) => isHeld)) this.#lose(asked, one);
				asked.requests.unshift(request);
				asked.claim = { holds: true, term: this.#claims.nextTerm(what) };
			} else asked.requests.push(request);
			signal?.addEventListener('abort', () => {
				if (request.isHeld || !asked.requests.includes(request)) return;
				this.#end(what, asked, request);
				reject(signal.reason as Error);
			});
			this.#tellSoon();
		});
	}

	/** @see Locks.holdIfFree */
	holdIfFree(what: string, patience: number, lost?: () => void): Promise<Release | null> {
		return holdIfFree(this, what, patience, lost);
	}

	/** @see Locks.whenFree */
	whenFree(what: string, signal: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			const look = () => {
				if (this.#claims.holderOf(what) !== null) return;
				end();
				resolve();
			};
			const watchers = this.#watchers.get(what) ?? new Set();
			const end = () => {
				if (watchers.delete(look) && watchers.size === 0) this.#watchers.delete(what);
			};
			if (signal.aborted) return;
			this.#watchers.set(what, watchers.add(look));
			signal.addEventListener('abort', end);
			look();
		});
	}

	/** The member that holds a lock; null for nobody. */
	holderOf(what: string): string | null {
		return this.#claims.holderOf(what);
	}

	/** @see Locks.held */
	held(): Promise<Set<string>> {
		return Promise.resolve(this.#claims.held);
	}

	/** What becomes of what is asked for of a lock, after all that is claimed of it. */
	#judge(lock: string, asked: Asked): void {
		const { member } = this.#surroundings;
		const [first] = asked.requests;
		if (!first) return;
		const holder = this.#claims.holderOf(lock);
		const firstToHave = holder === null ? this.#claims.firstFor(lock) : null;
		if (asked.stalls?.first !== firstToHave) endStall(asked);
		if (asked.claim.holds) {
			// What the own claim is worth is known once everybody has heard it.
			if (this.#claims.termOf(lock, member) !== asked.claim.term) return;
			if (!first.isHeld) this.#grant(lock, asked, first);
			if (holder === member) return;
			this.#lose(asked, first);
			this.#claimAgain(lock, asked);
		} else if (firstToHave === member) {
			asked.claim = { holds: true, term: this.#claims.nextTerm(lock) };
			this.#grant(lock, asked, first);
			this.#tellSoon();
		} else if (firstToHave !== null) {
			const pass = () => this.#pass(lock, asked);
			asked.stalls ??= { first: firstToHave, timer: setTimeout(pass, STALE) };
		}
	}

	/** Takes a lock before its turn: granted as what is seized is, once everybody has heard it. */
	#pass(lock: string, asked: Asked): void {
		endStall(asked);
		if (asked.claim.holds || asked.requests.length === 0) return;
		asked.claim = { holds: true, term: this.#claims.nextTerm(lock) };
		this.#tellSoon();
	}

	#askedFirst(lock: string): Asked {
		const claim = { holds: false, term: this.#claims.latestTerm(lock) };
		const asked: Asked = { requests: [], claim, stalls: null };
		this.#asked.set(lock, asked);
		return asked;
	}

	#grant(lock: string, asked: Asked, request: Request): void {
		request.isHeld = true;
		request.granted(() => {
			if (asked.requests.includes(request)) this.#end(lock, asked, request);
		});
	}

	#lose(asked: Asked, request: Request): void {
		asked.requests = asked.requests.filter((one) => one !== request);
		request.holding.lost?.();
	}

	#end(lock: string, asked: Asked, request: Request): void {
		asked.requests = asked.requests.filter((one) => one !== request);
		if (request.isHeld || asked.requests.length === 0) this.#claimAgain(lock, asked);
	}

	/** What was held is so no more: what is asked for besides waits, behind all others. */
	#claimAgain(lock: string, asked: Asked): void {
		endStall(asked);
		if (asked.requests.length === 0) this.#asked.delete(lock);
		asked.claim = { holds: false, term: this.#claims.latestTerm(lock) };
		this.#tellSoon();
	}

	/** Tells what is claimed once all that happens at once has happened. */
	#tellSoon(): void {
		if (this.#isTelling) return;
		this.#isTelling = true;
		queueMicrotask(() => {
			this.#isTelling = false;
			this.#surroundings.claim(this.written);
		});
	}
}

function endStall(asked: Asked): void {
	if (asked.stalls !== null) clearTimeout(asked.stalls.timer);
	asked.stalls = null;
}
