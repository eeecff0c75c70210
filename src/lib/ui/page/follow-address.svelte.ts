import { onMount, tick } from 'svelte';
import {
	afterNavigate,
	beforeNavigate,
	goto,
	preloadData,
	pushState,
	replaceState
} from '$app/navigation';
import { base } from '$app/paths';
import { page } from '$app/state';
import { pathOfSlide, slugIn, type Place } from '$lib/deck/slide-path';
import { FIRST_LESSON, lessonOf } from '$lib/lessons/names';
import { AddressKeeper } from '$lib/state/address-keeper';
import type { Session } from '$lib/state/session.svelte';
import { linkOf } from './links';

/** Milliseconds that the walk has to go where an address wants it, where another tab or the browser is asked. */
const PATIENCE = 1000;

/** Milliseconds after which an address that the browser refused is tried again. */
const AGAIN = 500;

/** What the address of a page is, and follows. */
interface Following {
	place: Place;
	session: Session;
	/** What stands behind every path, from its question mark: a seat, a deck. */
	search: () => string;
	/** What stands behind everything where no place on the page does, from its `#`: the key of a room. */
	fragment?: () => string;
	/**
	 * The page by which another lesson is come to where something of this document has to last; null where its page
	 * begins anew.
	 */
	way?: (lesson: URL) => URL | null;
	/** Whether the text of a slide is on the page. */
	hasText: (slug: string) => boolean;
}

/** Why somebody is still where they were. */
export interface Hindrance {
	words: string;
	/** The page that could not be gone to; null for one that there is not. */
	href: string | null;
}

/**
 * Lets the page's address follow the walk, and the walk follow links and the browser's own back and
 * forward. Slides are changed by `pushState` alone: nothing is loaded, so nothing can fail, and no page
 * takes the place of the one in which the call runs. To be made while a layout is made.
 */
export class FollowedAddress {
	readonly #following: Following;
	readonly #keeper: AddressKeeper;
	/** The place on the slide that is gone to as soon as its text is there. */
	#anchor = $state('');
	#hindrance: Hindrance | null = $state.raw(null);
	/** The page that is gone to, because everything of it is here. */
	#passing: string | null = null;
	/** Whoever waits until the browser has taken back that it went to another page. */
	readonly #returning: (() => void)[] = [];
	/** How often another page was asked for: the last one counts. */
	#leaves = 0;
	/** After how many moves of the walk the browser was sent to another page; null while it stays. */
	#sentAfter: number | null = $state(null);

	constructor(following: Following) {
		const { session, hasText } = (this.#following = following);
		this.#keeper = new AddressKeeper({
			named: () => this.#named(),
			shown: () => (session.started ? session.moment.slug : null),
			put: (slug, how, hash) => this.#put(slug, how, hash),
			look: (slug) => session.lookAhead(slug),
			ask: (slug) => this.#ask(slug),
			later: (run) => void setTimeout(run, AGAIN)
		});

		// Whoever goes on in the walk stays in it, also where the other page is still on its way.
		$effect(() => {
			if (this.#sentAfter === null || this.#sentAfter === session.moves) return;
			this.#sentAfter = null;
			stop();
		});
		$effect(() => {
			if (this.#anchor === '' || !hasText(session.moment.slug)) return;
			void tick().then(() => this.#goToAnchor());
		});

		beforeNavigate(({ type, to, delta = 0, willUnload, cancel }) => {
			if (willUnload || !to) return;
			if (to.url.href === this.#passing) {
				this.#passing = null;
				return;
			}
			const slug = this.#slugOf(to.url);
			// The browser has changed the address already, and nothing is loaded for it.
			if (slug !== null && type === 'popstate') return;
			cancel();
			if (slug !== null) void this.#open(slug, to.url.hash);
			else void this.#leaveFor(to.url, type === 'popstate' ? delta : 0);
		});

		// While it is loading a page, the router asks nobody before it goes to the next.
		afterNavigate(({ type }) => {
			if (type === 'link' || type === 'goto') this.#keeper.addressMoved();
		});

		onMount(() => {
			const moved = () => {
				if (this.#returning.length > 0 && this.#named() !== null) {
					this.#keeper.addressReturned();
					for (const returned of this.#returning.splice(0)) returned();
				} else this.#keeper.addressMoved();
			};
			const pressed = (event: MouseEvent) => {
				const link = linkOf(event);
				const slug = link && this.#slugOf(link);
				if (link === null || slug === null) return;
				event.preventDefault();
				void this.#open(slug, link.hash);
			};
			addEventListener('popstate', moved);
			addEventListener('hashchange', moved);
			// Before the router, which listens further out.
			document.body.addEventListener('click', pressed);
			return () => {
				this.#keeper.end();
				removeEventListener('popstate', moved);
				removeEventListener('hashchange', moved);
				document.body.removeEventListener('click', pressed);
			};
		});
	}

	/** The slide that the address names; '' for none. */
	get slug(): string {
		return this.#named() ?? '';
	}

	/** To be told of everything that happens in the walk. */
	readonly walkMoved = () => this.#keeper.walkMoved();

	/** Why somebody is still here who wanted to go elsewhere; null for nothing. */
	get hindrance(): Hindrance | null {
		return this.#hindrance;
	}

	dismiss(): void {
		this.#hindrance = null;
	}

	#named(): string | null {
		return this.#slugOf(location);
	}

	#slugOf({ origin, pathname }: Pick<URL, 'origin' | 'pathname'>): string | null {
		const { place, session } = this.#following;
		if (origin !== location.origin || !pathname.startsWith(`${base}/`)) return null;
		const slug = slugIn(place, pathname.slice(base.length));
		const { lesson } = session.course;
		if (slug === null || lessonOf(slug || FIRST_LESSON) !== lesson) {
			return slug === lesson ? '' : null;
		}
		// The first page is that of the first slide, and may be called so.
		return slug === '' && pathname === `${base}/` ? session.moments[0]!.slug : slug;
	}

	#put(slug: string, how: 'push' | 'replace', hash: string): void {
		const { place, search, fragment } = this.#following;
		const address = base + pathOfSlide(place, slug) + search() + (hash || (fragment?.() ?? ''));
		if (how === 'push') {
			pushState(address, {});
			this.#hindrance = null;
			// A slide begins at its top.
			if (hash === '') void tick().then(() => scrollTo({ top: 0, behavior: 'instant' }));
		} else replaceState(address, {});
		this.#anchor = hash;
	}

	async #ask(slug: string): Promise<void> {
		const { session } = this.#following;
		const at = session.momentOf(slug);
		if (!session.can({ type: 'go.to', at })) return;
		const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
		const sent = session.goTo(at);
		await (session.isRunHere ? Promise.race([sent, patience]) : patience);
	}

	async #open(slug: string, end: string): Promise<void> {
		const { session, fragment } = this.#following;
		// The end of every address here is no place on a slide.
		const hash = end === fragment?.() ? '' : end;
		if (slug === '' || session.momentOf(slug) >= 0) {
			return this.#keeper.open(slug || session.moments[0]!.slug, hash);
		}
		this.#hindrance = { words: `There is no slide “${slug}” here.`, href: null };
	}

	/**
	 * Goes to another page once everything of it is here: a page that cannot be had shall not end the call.
	 * What was pressed last counts: who goes on in the walk meanwhile stays.
	 */
	async #leaveFor(url: URL, delta: number): Promise<void> {
		const { session } = this.#following;
		const mine = (this.#leaves += 1);
		const moves = session.moves;
		// One went back, the router forth again: until it has arrived, back would be elsewhere.
		const returned =
			delta === 0
				? Promise.resolve()
				: new Promise<void>((resolve) => this.#returning.push(resolve));
		const isLesson = this.#isOfALesson(url);
		const passed = isLesson ? (this.#following.way?.(url) ?? null) : url;
		const isThere = await (passed === null ? isAnswered(url) : isPreloaded(passed));
		await returned;
		if (mine !== this.#leaves || moves !== session.moves) return;
		if (!isThere) {
			this.#hindrance = { words: 'That page could not be fetched.', href: url.href };
			return;
		}
		// Another lesson is another call: its page begins anew.
		if (passed === null) {
			this.#sentAfter = moves;
			return location.assign(url);
		}
		this.#passing = passed.href;
		if (delta !== 0 && !isLesson) history.go(delta);
		else await goto(passed);
	}

	/** Whether it is a page of slides: here, one of another lesson. */
	#isOfALesson({ origin, pathname }: URL): boolean {
		const { place } = this.#following;
		return origin === location.origin && slugIn(place, pathname.slice(base.length)) !== null;
	}

	#goToAnchor(): void {
		const anchor = this.#anchor;
		this.#anchor = '';
		if (anchor === '' || location.hash !== anchor) return;
		// Only a navigation makes an element the `:target`, and the place where the focus goes on from.
		const { state } = history as { state: unknown };
		location.replace(anchor);
		// Firefox drops it (bug 1199924).
		history.replaceState(state, '', location.href);
		// What had the focus may be gone with its slide; and a screen reader is to say where one is now.
		const target = document.querySelector<HTMLElement>(':target');
		if (!target) return;
		target.tabIndex = -1;
		target.focus({ preventScroll: true });
	}
}

/** Whether all of a page of the site is here. */
async function isPreloaded(url: URL): Promise<boolean> {
	const loaded = await preloadData(url.href).catch(() => null);
	if (loaded === null) return false;
	// Where it fails, what is preloaded is the page that is shown.
	return loaded.type !== 'loaded' || (loaded.status < 400 && loaded.data !== page.data);
}

/** Whether a page that is loaded by itself can be had. */
async function isAnswered(url: URL): Promise<boolean> {
	const response = await fetch(url).catch(() => null);
	return response?.ok ?? false;
}
