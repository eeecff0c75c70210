/** A rectangle in the window, in pixels from its top left corner. */
export interface Rectangle {
	left: number;
	top: number;
	bottom: number;
}

/** A width and a height, in pixels. */
export interface Size {
	width: number;
	height: number;
}

/** Pixels between a card and the word that it explains. */
const GAP = 6;
/** Pixels between a card and the edge of the window. */
const EDGE = 16;

/**
 * Where a card stands that explains a word: beneath it, above it where there is no room beneath, and
 * never outside of the window.
 *
 * @returns its top left corner, in pixels of the window
 */
export function placeCard(
	word: Rectangle,
	card: Size,
	window: Size
): { left: number; top: number } {
	const rightmost = window.width - card.width - EDGE;
	const beneath = word.bottom + GAP;
	const above = word.top - card.height - GAP;
	const fitsBeneath = beneath + card.height <= window.height - EDGE;
	return {
		left: Math.max(EDGE, Math.min(word.left, rightmost)),
		top:
			fitsBeneath || above < EDGE
				? Math.max(EDGE, Math.min(beneath, window.height - card.height - EDGE))
				: above
	};
}
