import type { Moment } from '$lib/call/moments';
import { askedAfter, askedBefore, type Ask } from '$lib/deck/ask';
import type { Session } from '$lib/state/session.svelte';
import type { Asked } from '$lib/tabs/messages';

/** What a wall can show of a moment: the slide itself, a question, or its answer. */
export type WallPage =
	{ readonly shows: 'slide' } | { readonly shows: 'question' | 'answer'; readonly ask: Ask };

/**
 * The pages of a moment, in the order in which they are turned over; the first stands there when the moment
 * comes. So a question fills the wall before its step; and what came of it, and what is asked only then, waits
 * behind the slide.
 */
export function pagesOf(asks: readonly Ask[], kind: Moment['kind']): WallPage[] {
	const slide: WallPage = { shows: 'slide' };
	const question = (ask: Ask): WallPage => ({ shows: 'question', ask });
	const answer = (ask: Ask): WallPage => ({ shows: 'answer', ask });
	if (kind === 'before') return [...askedBefore(asks).map(question), slide];
	return [
		slide,
		...askedBefore(asks).map(answer),
		...askedAfter(asks).flatMap((ask) => [question(ask), answer(ask)])
	];
}

type Shown = Pick<Session, 'moment' | 'asked'>;

/** What walls show of the questions of a talk: the same in every window, so it is said by the session. */
export class Asking {
	/** @param asks what the slides ask, by their slugs */
	constructor(
		readonly session: Shown,
		readonly asks: Readonly<Record<string, readonly Ask[]>>
	) {}

	/** What the slide of a moment asks. */
	of({ slug }: Pick<Moment, 'slug'>): readonly Ask[] {
		return this.asks[slug] ?? [];
	}

	/** The page that the wall shows of a moment: at first, and for moments to come, its first. */
	pageOf(moment: Pick<Moment, 'slug' | 'kind'>): WallPage {
		const pages = pagesOf(this.of(moment), moment.kind);
		return pages[this.#isAt(moment) ? this.session.asked!.page % pages.length : 0]!;
	}

	/** How many may be chosen among now; 0 where no question is on the wall. */
	get choices(): number {
		const page = this.pageOf(this.session.moment);
		return page.shows === 'question' ? page.ask.options.length : 0;
	}

	/** Whether this moment has more than one page. */
	get turns(): boolean {
		const { moment } = this.session;
		return pagesOf(this.of(moment), moment.kind).length > 1;
	}

	/** Which option the room has chosen; null for none. */
	chosenOf({ check }: Ask): number | null {
		return this.#chosen[check] ?? null;
	}

	/** Shows the next page of this moment; after the last the first. */
	turn(): void {
		const { moment } = this.session;
		const { length } = pagesOf(this.of(moment), moment.kind);
		const page = this.#isAt(moment) ? this.session.asked!.page : 0;
		if (length > 1) this.#show((page + 1) % length, this.#chosen);
	}

	/** Marks an option of the question on the wall, or no more where it was marked. */
	choose(option: number): void {
		const page = this.pageOf(this.session.moment);
		if (page.shows !== 'question' || option >= page.ask.options.length) return;
		const { [page.ask.check]: before, ...others } = this.#chosen;
		const chosen = before === option ? others : { ...others, [page.ask.check]: option };
		this.#show(this.#isAt(this.session.moment) ? this.session.asked!.page : 0, chosen);
	}

	/** What the room has chosen on this slide. */
	get #chosen(): Asked['chosen'] {
		const { asked, moment } = this.session;
		return asked?.slug === moment.slug ? asked.chosen : {};
	}

	#isAt({ slug, kind }: Pick<Moment, 'slug' | 'kind'>): boolean {
		const { asked } = this.session;
		return asked?.slug === slug && asked.kind === kind;
	}

	#show(page: number, chosen: Asked['chosen']): void {
		const { slug, kind } = this.session.moment;
		this.session.asked = { slug, kind, page, chosen };
	}
}
