import { slugIn } from '$lib/deck/slide-path';
import { linkAt } from './links';

/** What stands behind the path of every slide for whoever sits in a room: with its `?`, and with its `#`. */
export interface Seated {
	search: string;
	/** The room and its key, which no server may see: never a part of `search`. */
	fragment: string;
}

/** What happens to a link before it is followed, copied, or opened in another tab. */
const BEFORE = ['pointerdown', 'focusin', 'click'];

/**
 * The same address for whoever sits in a room. A place on a page stays the end of its address: the page knows its room
 * by what it has kept.
 *
 * @param base of the site
 * @returns null where it is no slide of the walk, or says itself where one sits
 */
export function seatedAddress(
	url: URL,
	{ search, fragment }: Seated,
	{ origin, base }: { origin: string; base: string }
): string | null {
	const { pathname, searchParams } = url;
	if (url.origin !== origin || !pathname.startsWith(`${base}/`)) return null;
	if (slugIn('walk', pathname.slice(base.length)) === null || searchParams.has('seat')) return null;
	const more = url.search === '' ? search : `${url.search}&${search.slice(1)}`;
	return pathname + more + (url.hash || fragment);
}

/**
 * Lets the links of this page that lead to slides keep the seat and the room of whoever follows them. The site is written
 * before anybody sits anywhere: so a link is completed when it is touched, and the browser itself knows where it leads,
 * in this tab or in another.
 *
 * @param signal ends it
 */
export function keepSeats(seated: Seated, base: string, signal: AbortSignal): void {
	const complete = (event: Event) => {
		const link = linkAt(event);
		if (!link) return;
		const url = new URL(link.getAttribute('href')!, document.baseURI);
		const address = seatedAddress(url, seated, { origin: location.origin, base });
		if (address !== null) link.setAttribute('href', address);
	};
	// Before anybody else looks where a link leads.
	for (const type of BEFORE) addEventListener(type, complete, { capture: true, signal });
}
