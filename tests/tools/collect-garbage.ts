type Collector = (options: { type: 'major'; execution: 'async' }) => Promise<void>;

/**
 * Has the garbage of this process collected, where the browser lets a page ask for it (see
 * `withCollector`). Not at once: what lies on the stack of whoever asks would be taken for used.
 */
export async function collectGarbage(): Promise<void> {
	await (globalThis as { gc?: Collector }).gc?.({ type: 'major', execution: 'async' });
}
