import type { Attachment } from 'svelte/attachments';

/** How much larger than it is set the type may become, and how exactly that is found. */
const LARGEST = 1.45;
const STEP = 0.02;

/** In how many rows a line stands. */
const rowsOf = (line: HTMLElement) =>
	Math.round(line.offsetHeight / parseFloat(getComputedStyle(line).lineHeight));

/**
 * Shows as many of an element's children as there is room for: the last are left out, and the first
 * stays in any case. Where all have room, their type grows into what is left, as far as that wraps
 * no line of code, and none that is marked with `data-line`, once more than before: the factor is the
 * element's `--grow`, from 1 to 1.45.
 */
export const fit: Attachment<HTMLElement> = (element) => {
	// Columns that find no room stand beside the others.
	const fits = () =>
		element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
	const set = (factor: number) => element.style.setProperty('--grow', String(factor));

	function grow() {
		const lines = [...element.querySelectorAll<HTMLElement>('[data-line], .line')];
		const usual = lines.map(rowsOf);
		const isWhole = () => fits() && lines.every((line, index) => rowsOf(line) <= usual[index]!);
		set(LARGEST);
		if (isWhole()) return;
		let [low, high] = [1, LARGEST];
		while (high - low > STEP) {
			const middle = (low + high) / 2;
			set(middle);
			if (isWhole()) low = middle;
			else high = middle;
		}
		set(low);
	}

	function choose() {
		const children = [...element.children] as HTMLElement[];
		set(1);
		for (const child of children) child.hidden = false;
		if (fits()) {
			grow();
			return;
		}
		for (const child of children.slice(1).reverse()) {
			child.hidden = true;
			if (fits()) break;
		}
	}
	const size = new ResizeObserver(choose);
	const content = new MutationObserver(choose);
	size.observe(element);
	content.observe(element, { childList: true, characterData: true, subtree: true });
	choose();
	// Other letters than the ones that were measured with may be wider.
	document.fonts.addEventListener('loadingdone', choose);
	return () => {
		size.disconnect();
		content.disconnect();
		document.fonts.removeEventListener('loadingdone', choose);
	};
};
