/**
 * Whether something has been so for a while: what passes by itself is not worth a word. Called while a
 * component is set up, with whose life it ends.
 *
 * @param isSo reads what is watched
 * @param ms milliseconds
 */
export function lasting(isSo: () => boolean, ms: number): { readonly current: boolean } {
	const watched = $derived(isSo());
	let current = $state(false);
	$effect(() => {
		current = false;
		if (!watched) return;
		const timer = setTimeout(() => (current = true), ms);
		return () => clearTimeout(timer);
	});
	return {
		get current() {
			return current;
		}
	};
}
