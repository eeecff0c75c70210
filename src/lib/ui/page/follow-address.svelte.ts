import { untrack } from 'svelte';
import { afterNavigate, goto, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Moment } from '$lib/call/moments';
import type { Session } from '$lib/state/session.svelte';

/**
 * Lets the page's address follow the walk, and the walk follow links and the browser's own back and
 * forward. To be called while a layout is made whose pages have a `slug`.
 *
 * @param pathOf the path of a moment
 * @param search what stands behind every path, from its question mark: a seat, a deck
 */
export function followAddress(
	session: Session,
	pathOf: (moment: Moment) => string,
	search: () => string
): void {
	const slug = () => page.data.slug as string;

	$effect(() => {
		const { moment } = session;
		if (!session.started || moment.slug === untrack(slug)) return;
		void goto(pathOf(moment) + search(), { keepFocus: true });
	});

	afterNavigate(({ type }) => {
		if (type === 'goto' || type === 'enter') return;
		// A link within the prose does not know what stands behind the paths of this tab.
		if (location.search !== search()) {
			replaceState(location.pathname + search() + location.hash, {});
		}
		if (session.moment.slug === slug()) return;
		const at = session.momentOf(slug());
		if (session.can({ type: 'go.to', at })) void session.goTo(at);
		else void goto(pathOf(session.moment) + search(), { replaceState: true });
	});
}
