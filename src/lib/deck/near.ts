/** A page of the site: its path below the base path, and what it is called. */
export interface KnownPage {
	path: string;
	title: string;
}

/** Pages that have less in common with what was asked for are not near it. */
const LEAST = 0.3;

/**
 * The pages whose names are most like a path that there is not, the nearest first: by the pairs of
 * letters that they share (Dice’s coefficient), so that a slip of the finger, a word left out and words
 * in another order are all found.
 *
 * @param path below the base path
 * @param most how many at most
 */
export function nearPages(path: string, pages: readonly KnownPage[], most = 3): KnownPage[] {
	const asked = pairsOf(lastPart(path));
	return pages
		.map((page) => ({
			page,
			score: Math.max(alike(asked, pairsOf(lastPart(page.path))), alike(asked, pairsOf(page.title)))
		}))
		.filter(({ score }) => score >= LEAST)
		.sort((a, b) => b.score - a.score)
		.slice(0, most)
		.map(({ page }) => page);
}

function lastPart(path: string): string {
	return path.split('/').filter(Boolean).at(-1) ?? '';
}

function pairsOf(text: string): ReadonlySet<string> {
	const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
	return new Set(
		Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
	);
}

/** 0 for nothing in common, 1 for the same pairs. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const shared = [...one].filter((pair) => other.has(pair)).length;
	return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
