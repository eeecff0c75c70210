/**
 * Work that can be left and taken up again after each of its parts: whoever has it done decides how
 * much of it in one go.
 */
export type Work<T> = Generator<void, T, void>;

/** Does a work to its end in one go. */
export function finish<T>(work: Work<T>): T {
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}
