/** Milliseconds for which an idle moment is waited for, whatever holds it up. */
const PATIENCE = 1000;

/** What the browser shall have to itself, and nothing be put into its idle moments. */
const holds = new Set<object>();
/** Called when there is none any more. */
let released: (() => void)[] = [];

/**
 * Keeps idle moments from others until what is returned is called: a replay has many of them, and whatever
 * is fetched and read in those makes it longer.
 */
export function hold(): () => void {
	const one = {};
	holds.add(one);
	return () => {
		holds.delete(one);
		if (holds.size > 0) return;
		for (const resolve of released) resolve();
		released = [];
	};
}

/** Resolves when the browser has nothing else to do and nobody holds it, or after a second or two. */
export async function idle(): Promise<void> {
	await nothingElse();
	if (holds.size === 0) return;
	await new Promise<void>((resolve) => {
		released.push(resolve);
		setTimeout(resolve, PATIENCE);
	});
	await nothingElse();
}

function nothingElse(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in globalThis) {
			requestIdleCallback(() => resolve(), { timeout: PATIENCE });
		} else setTimeout(resolve);
	});
}
