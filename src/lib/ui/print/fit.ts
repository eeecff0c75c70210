/** Points. Larger is not needed on paper, smaller cannot be read. */
const LARGEST = 12.5;
const SMALLEST = 6;
const STEP = 0.25;

/** Sets the largest type in which an element's content is within its box. */
export function fit(element: HTMLElement): void {
	let low = SMALLEST;
	let high = LARGEST;
	set(element, high);
	if (isWithin(element)) return;
	while (high - low > STEP) {
		const middle = (low + high) / 2;
		set(element, middle);
		if (isWithin(element)) low = middle;
		else high = middle;
	}
	set(element, low);
}

function set(element: HTMLElement, points: number): void {
	element.style.fontSize = `${points}pt`;
}

function isWithin({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
	return scrollHeight <= clientHeight && scrollWidth <= clientWidth;
}
