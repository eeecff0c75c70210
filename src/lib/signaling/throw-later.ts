/** What fails in one message fails for that alone, and is said as what fails in an event is. */
export function throwLater(error: unknown): void {
	queueMicrotask(() => {
		throw error;
	});
}
