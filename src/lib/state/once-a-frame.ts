/** A call that is put off to the next frame, once however often it is asked for. */
export interface OnceAFrame {
	later(): void;
	now(): void;
	cancel(): void;
}

/** Milliseconds after which it is not waited for a frame: a page that nobody sees draws few, or none. */
const PATIENCE = 100;

/** Runs `run` at most once a frame: a replay makes a hundred entries, and nobody sees each of them. */
export function onceAFrame(run: () => void): OnceAFrame {
	let cancelPending: (() => void) | undefined;

	function now() {
		cancel();
		run();
	}
	function cancel() {
		cancelPending?.();
		cancelPending = undefined;
	}
	function later() {
		if (cancelPending) return;
		const frame = requestAnimationFrame(now);
		const timer = setTimeout(now, PATIENCE);
		cancelPending = () => {
			cancelAnimationFrame(frame);
			clearTimeout(timer);
		};
	}
	return { later, now, cancel };
}
