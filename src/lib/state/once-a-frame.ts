/** A call that is put off to the next frame, once however often it is asked for. */
export interface OnceAFrame {
	later(): void;
	/** The same where there is no hurry: after `UNHURRIED` milliseconds, or with what is in a hurry. */
	eventually(): void;
	now(): void;
	cancel(): void;
}

/** Milliseconds after which it is not waited for a frame: a page that nobody sees draws few, or none. */
const PATIENCE = 100;

/** Milliseconds between two calls that nobody is in a hurry for. */
const UNHURRIED = 250;

/** Runs `run` at most once a frame: a replay makes a hundred entries, and nobody sees each of them. */
export function onceAFrame(run: () => void): OnceAFrame {
	let cancelPending: (() => void) | undefined;
	let isHurried = false;

	function now() {
		cancel();
		run();
	}
	function cancel() {
		cancelPending?.();
		cancelPending = undefined;
		isHurried = false;
	}
	function eventually() {
		if (cancelPending) return;
		const timer = setTimeout(now, UNHURRIED);
		cancelPending = () => clearTimeout(timer);
	}
	function later() {
		if (isHurried) return;
		cancel();
		isHurried = true;
		const frame = requestAnimationFrame(now);
		const timer = setTimeout(now, PATIENCE);
		cancelPending = () => {
			cancelAnimationFrame(frame);
			clearTimeout(timer);
		};
	}
	return { later, eventually, now, cancel };
}
