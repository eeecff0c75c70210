/** A call that is put off to the next frame, once however often it is asked for. */
export interface OnceAFrame {
	later(): void;
	now(): void;
	cancel(): void;
}

/** Milliseconds between two calls in a page that is hidden and draws no frames. */
const HIDDEN = 100;

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
		if (document.hidden) {
			const timer = setTimeout(now, HIDDEN);
			cancelPending = () => clearTimeout(timer);
		} else {
			const frame = requestAnimationFrame(now);
			cancelPending = () => cancelAnimationFrame(frame);
		}
	}
	return { later, now, cancel };
}
