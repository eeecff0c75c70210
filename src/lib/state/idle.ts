/** Resolves when the browser has nothing else to do, or after a second. */
export function idle(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in globalThis) {
			requestIdleCallback(() => resolve(), { timeout: 1000 });
		} else setTimeout(resolve);
	});
}
