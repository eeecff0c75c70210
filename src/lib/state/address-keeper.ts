/** What a keeper knows of the address and of the walk, and does with them. */
export interface AddressPorts {
	/** The slide that the address names: '' for none, null for an address of another page. */
	named(): string | null;
	/** The slide of the moment; null as long as no walk runs. */
	shown(): string | null;
	/**
	 * Lets the address name a slide, in an entry of its own in the browser's history or in place of the
	 * present one. It may throw or do nothing: browsers allow only so many changes in a while.
	 */
	put(slug: string, how: 'push' | 'replace', hash: string): void;
	/** Shows a slide as long as no walk runs. */
	look(slug: string): void;
	/** Asks the walk for a slide. Resolves once it has answered, or has had its time. */
	ask(slug: string): Promise<void>;
	/** Calls back after a while. */
	later(run: () => void): void;
}

/**
 * Keeps the address and the walk at the same slide. The moment is what counts, and the address follows it
 * at once. An address that somebody chose (a link, the browser's back and forward) is a wish: the walk is
 * asked for its slide, and where it does not go there, the address comes back.
 */
export class AddressKeeper {
	readonly #ports: AddressPorts;
	#shown: string | null = null;
	/** An address that was chosen, and is not answered yet. */
	#wish: object | null = null;
	/** An address was chosen before the walk began. */
	#wasChosen = false;
	#link: { slug: string; hash: string } | null = null;
	#isRefused = false;
	#hasEnded = false;

	constructor(ports: AddressPorts) {
		this.#ports = ports;
	}

	/** The walk has moved, or has begun, or neither: to be told of anything that happens in it. */
	walkMoved(): void {
		const shown = this.#ports.shown();
		if (shown === null || shown === this.#shown) return;
		const isFirst = this.#shown === null;
		this.#shown = shown;
		if (isFirst && this.#wasChosen) return this.addressMoved();
		// An entry that was chosen, and led elsewhere, is not worth keeping.
		const how = isFirst || this.#wish ? 'replace' : 'push';
		this.#wish = null;
		this.#settle(how);
	}

	/** The browser has changed the address: back, forward, or by hand. */
	addressMoved(): void {
		const named = this.#ports.named();
		if (this.#shown === null) {
			this.#wasChosen = true;
			if (named !== null) this.#ports.look(named);
		} else if (named === '') this.#settle('replace');
		else if (named === this.#shown) this.#wish = null;
		else if (named !== null) void this.#ask(named);
	}

	/** The browser is back at an address that nobody has chosen anew. */
	addressReturned(): void {
		this.#wish = null;
		this.#settle('replace');
	}

	/**
	 * A link to a slide was pressed.
	 * @param hash the place on it, with its `#`; '' for its beginning
	 */
	async open(slug: string, hash: string): Promise<void> {
		if (this.#shown === null) {
			this.#wasChosen = true;
			this.#put(slug, 'push', hash);
			this.#ports.look(slug);
		} else if (slug === this.#shown) {
			if (hash !== '') this.#put(slug, 'push', hash);
		} else {
			const link = (this.#link = { slug, hash });
			await this.#ports.ask(slug);
			if (this.#link === link) this.#link = null;
		}
	}

	/** The page goes: the address is no longer its own. */
	end(): void {
		this.#hasEnded = true;
	}

	async #ask(slug: string): Promise<void> {
		const wish = (this.#wish = {});
		await this.#ports.ask(slug);
		// Else the walk has moved, or another wish has taken the place of this one.
		if (this.#wish === wish) this.addressReturned();
	}

	#settle(how: 'push' | 'replace'): void {
		const named = this.#ports.named();
		const shown = this.#ports.shown();
		if (this.#hasEnded || named === null || shown === null || named === shown) return;
		this.#put(shown, how, this.#link?.slug === shown ? this.#link.hash : '');
		if (this.#ports.named() === shown || this.#isRefused) return;
		this.#isRefused = true;
		this.#ports.later(() => {
			this.#isRefused = false;
			this.#settle(how);
		});
	}

	#put(slug: string, how: 'push' | 'replace', hash: string): void {
		try {
			this.#ports.put(slug, how, hash);
		} catch {
			// Refused: it is tried again.
		}
	}
}
