/** Points. Larger is not needed on paper, smaller cannot be read. */
const LARGEST = 12.5;
const SMALLEST = 6;
const STEP = 0.25;
/** Below it a page is tight: what stands beside the type gives way first. */
const TIGHT = 8;

/**
 * Sets all parts of the pages that are marked with `data-fit`, once the faces are there that they are
 * set in. Where little type would fit, the part is marked with `data-tight`, and what gives way to it does.
 */
export async function fitAll(pages: HTMLElement): Promise<void> {
	// Faces are asked for when text is laid out, not before.
	pages.getBoundingClientRect();
	await document.fonts.ready;
	for (const part of pages.querySelectorAll<HTMLElement>('[data-fit]')) {
		delete part.dataset.tight;
		if (fit(part) >= TIGHT) continue;
		part.dataset.tight = '';
		fit(part);
	}
}

/** Sets the largest type in which an element's content is within its box, and returns it, in points. */
function fit(element: HTMLElement): number {
	let low = SMALLEST;
	let high = LARGEST;
	set(element, high);
	if (isWithin(element)) return high;
	while (high - low > STEP) {
		const middle = (low + high) / 2;
		set(element, middle);
		if (isWithin(element)) low = middle;
		else high = middle;
	}
	set(element, low);
	return low;
}

function set(element: HTMLElement, points: number): void {
	element.style.fontSize = `${points}pt`;
}

function isWithin({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
	return scrollHeight <= clientHeight && scrollWidth <= clientWidth;
}
