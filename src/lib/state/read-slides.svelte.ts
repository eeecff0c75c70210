import type { Moment } from '$lib/call/moments';
import { countsAsRead, READ_AFTER, withRead } from '$lib/deck/read-slides';
import { keep, recall } from './kept';

let read = $state.raw<readonly string[]>([]);

/** The slides that were read in this browser, by their slugs. */
export function slidesRead(): readonly string[] {
	return read;
}

/** Reads what was kept on earlier visits, and by other tabs until now. */
export function recallRead(): void {
	read = (recall('read') ?? []).reduce(withRead, read);
}

/**
 * Counts the slide of a moment as read if it stays on the screen for long enough; a page that is in the
 * background shows nothing.
 *
 * @returns to be called when another moment is shown
 */
export function lookAt({ slug, kind }: Pick<Moment, 'slug' | 'kind'>): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const look = () => {
		clearTimeout(timer);
		if (document.visibilityState !== 'visible' || !countsAsRead(kind, READ_AFTER)) return;
		timer = setTimeout(() => {
			// Another tab may have kept more since.
			recallRead();
			read = withRead(read, slug);
			keep('read', [...read]);
		}, READ_AFTER);
	};
	look();
	document.addEventListener('visibilitychange', look);
	return () => {
		clearTimeout(timer);
		document.removeEventListener('visibilitychange', look);
	};
}
