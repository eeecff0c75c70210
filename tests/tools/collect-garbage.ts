/** Has the garbage of this process collected, where the browser lets a page ask for it (see `withCollector`). */
export function collectGarbage(): void {
	(globalThis as { gc?: () => void }).gc?.();
}
