import { untrack } from 'svelte';
import { afterNavigate, goto } from '$app/navigation';
import { page } from '$app/state';
import type { Moment } from '$lib/call/moments';
import type { Session } from '$lib/state/session.svelte';

/**
 * Lets the page's address follow the walk, and the walk follow links and the browser's own back and
 * forward. To be called while a layout is made whose pages have a `slug`.
 *
 * @param pathOf the address of a moment
 */
export function followAddress(session: Session, pathOf: (moment: Moment) => string): void {
	const slug = () => page.data.slug as string;

	$effect(() => {
		const { moment } = session;
		if (!session.started || moment.slug === untrack(slug)) return;
		void goto(pathOf(moment), { keepFocus: true });
	});

	afterNavigate(({ type }) => {
		if (type === 'goto' || type === 'enter' || session.moment.slug === slug()) return;
		const at = session.momentOf(slug());
		if (session.can({ type: 'go.to', at })) void session.goTo(at);
		else void goto(pathOf(session.moment), { replaceState: true });
	});
}
