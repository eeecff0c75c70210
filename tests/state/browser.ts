import type { AddressKeeper, AddressPorts } from '../../src/lib/state/address-keeper';

export const SLIDES = ['a', 'b', 'c', 'd'] as const;

/** How a walk takes a wish. */
export interface Walk {
	answers: 'at once' | 'refuses' | 'late';
}

/** A browser with a history and a walk, in which time passes when it is told to. */
export class Browser implements AddressPorts {
	entries: string[];
	position = 0;
	/** How it refuses to change the address; null where it does not. */
	refuses: 'throws' | 'nothing' | null = null;
	/** The address is another page's. */
	elsewhere = false;
	/** The slide that was shown last before a walk ran; null for none. */
	looked: string | null = null;
	keeper: AddressKeeper | undefined;
	readonly walk: Walk;
	#moment: string | null = null;
	#timers: (() => void)[] = [];
	#late: string[] = [];
	#timeouts: (() => void)[] = [];

	constructor(address: string, walk: Partial<Walk>) {
		this.entries = [address];
		this.walk = { answers: 'at once', ...walk };
	}

	named(): string | null {
		return this.elsewhere ? null : this.entries[this.position]!.split('#')[0]!;
	}

	shown(): string | null {
		return this.#moment;
	}

	put(slug: string, how: 'push' | 'replace', hash: string): void {
		if (this.refuses === 'throws') throw new Error('too often');
		if (this.refuses === 'nothing') return;
		if (how === 'push') this.position += 1;
		this.entries.splice(this.position, how === 'push' ? Infinity : 1, slug + hash);
	}

	look(slug: string): void {
		this.looked = slug;
	}

	async ask(slug: string): Promise<void> {
		const { answers } = this.walk;
		if (answers === 'at once') this.move(slug);
		if (answers !== 'late') return;
		this.#late.push(slug);
		await new Promise<void>((resolve) => this.#timeouts.push(resolve));
	}

	later(run: () => void): void {
		this.#timers.push(run);
	}

	begin(slug: string): void {
		this.#moment = slug;
		this.keeper!.walkMoved();
	}

	/** The walk goes to a slide; nowhere, before it has begun. */
	move(slug: string): void {
		if (this.#moment !== null) this.begin(slug);
	}

	/** The browser's own back and forward. */
	traverse(by: number): void {
		const position = this.position + by;
		if (by === 0 || position < 0 || position >= this.entries.length) return;
		this.position = position;
		this.keeper!.addressMoved();
	}

	/** What was asked for long ago is done now. */
	answerLate(): void {
		for (const slug of this.#late.splice(0)) this.move(slug);
	}

	/** Everything that waits for a time has waited. */
	passTime(): void {
		for (const run of [...this.#timers.splice(0), ...this.#timeouts.splice(0)]) run();
	}

	/** Until nothing waits for anything, but for what comes too late. */
	async rest(): Promise<void> {
		do {
			this.passTime();
			for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
		} while (this.#timers.length + this.#timeouts.length > 0);
	}
}
