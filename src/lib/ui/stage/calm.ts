/** Milliseconds without a move of the mouse after which it hides. */
const REST = 2500;

/**
 * Keeps the screen awake while the page is seen, where the browser can (Screen Wake Lock): it lets the
 * lock go whenever the page is hidden, so it is asked for again.
 *
 * @returns ends it
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let ended = false;

	async function ask() {
		if (document.visibilityState !== 'visible') return;
		try {
			const given = await navigator.wakeLock?.request('screen');
			if (ended) await given?.release();
			else lock = given;
		} catch {
			// The battery is low, or it is not allowed: the talk goes on without it.
		}
	}

	void ask();
	document.addEventListener('visibilitychange', ask);
	return () => {
		ended = true;
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
}

/**
 * Tells whether the mouse rests.
 *
 * @param tell called with true when it has not moved for a moment, with false when it moves again
 * @returns ends it
 */
export function watchRest(tell: (rests: boolean) => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	function moved() {
		tell(false);
		clearTimeout(timer);
		timer = setTimeout(() => tell(true), REST);
	}
	addEventListener('pointermove', moved);
	addEventListener('pointerdown', moved);
	return () => {
		clearTimeout(timer);
		removeEventListener('pointermove', moved);
		removeEventListener('pointerdown', moved);
	};
}
