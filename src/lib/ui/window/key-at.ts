/** The key of the row in which something happened; null where it was in none. */
export function keyAt({ target }: Event): string | null {
	const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
	return row?.dataset.key ?? null;
}
