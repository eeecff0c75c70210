import type { Attachment } from 'svelte/attachments';

/**
 * Shows as many of an element's children as there is room for: the last are left out, and the first
 * stays in any case. What is shown keeps its size.
 */
export const fit: Attachment<HTMLElement> = (element) => {
	// Columns that find no room stand beside the others.
	const fits = () =>
		element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;

	function choose() {
		const children = [...element.children] as HTMLElement[];
		for (const child of children) child.hidden = false;
		for (const child of children.slice(1).reverse()) {
			if (fits()) break;
			child.hidden = true;
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
