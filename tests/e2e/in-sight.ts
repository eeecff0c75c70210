import type { Page } from '@playwright/test';

/** What the picture says, part by part: so that what a press changed is what was not said before. */
export function partsOfPicture(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('.picture [aria-label], .picture .status')].map(
			(part) => part.ariaLabel ?? part.textContent!
		)
	);
}

/**
 * What of a press is in sight: whole, inside the window, above its controls, and cut off by nothing.
 *
 * @param before what the picture said before the press
 * @param isFirstEnough of a list of what happened, for which there is no room, whether its first item will do
 */
export function inSight(page: Page, before: readonly string[], isFirstEnough = false) {
	return page.evaluate(
		([known, mayBeFirst]) => {
			const floor = document.querySelector('.controls')!.getBoundingClientRect().top;
			/** From where to where something is seen: within the window, and in what scrolls or cuts it off. */
			const roomOf = (element: Element) => {
				const box = element.getBoundingClientRect();
				let [top, bottom] = [0, innerHeight];
				for (let one = element.parentElement; one; one = one.parentElement) {
					if (one === document.body || getComputedStyle(one).overflowY === 'visible') continue;
					const clip = one.getBoundingClientRect();
					[top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
				}
				// Beside the slide, the panel reaches down to the foot of the window.
				const foot = document.querySelector('.foot')!.getBoundingClientRect();
				const isBeside = box.left >= foot.right || box.right <= foot.left;
				const isOnFoot = element.closest('.foot') !== null;
				if (!isBeside) bottom = Math.min(bottom, isOnFoot ? floor : foot.top);
				return { box, top, bottom };
			};
			const isInSight = (element: Element) => {
				const { box, top, bottom } = roomOf(element);
				const isWide = box.left >= -1 && box.right <= innerWidth + 1;
				// The line of a pair may be level: its box has no height then, stroke or not.
				return (
					box.width + box.height > 0 && isWide && box.top >= top - 1 && box.bottom <= bottom + 1
				);
			};
			/** Whether all of it is in sight; of several things that happened, for which there is no room, the first. */
			const isTold = (said: Element) => {
				const { box, top, bottom } = roomOf(said);
				const [first] = said.children;
				// What it is called stands above it, with some room around both.
				const heading = said.previousElementSibling?.getBoundingClientRect() ?? box;
				const isTooLong = said.localName === 'ul' && box.bottom - heading.top + 40 > bottom - top;
				return mayBeFirst && isTooLong && first ? isInSight(first) : isInSight(said);
			};
			const sentences = document.querySelectorAll(
				'section[aria-label="What happened"] > h2 + *, #tabpanel-step > p:first-of-type'
			);
			const changed = [...document.querySelectorAll('.picture [aria-label], .picture .status')]
				// A telephone has no room for the scrubber, whose words change with every entry.
				.filter((part) => part.checkVisibility())
				.filter((part) => !known.includes(part.ariaLabel ?? part.textContent!));
			return {
				sentence: [...sentences].some(isTold),
				/** What changed in the picture, where none of it is in sight. */
				unseen: changed.some(isInSight)
					? []
					: changed.map((part) => part.ariaLabel ?? part.textContent!)
			};
		},
		[before, isFirstEnough] as const
	);
}

/** What of the page lies over something else, or leaves the window, in words; nothing where all is well. */
export function whatOverlaps(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const isNarrow = innerWidth < 1000;
		const faults: string[] = [];
		const find = (names: readonly string[]) =>
			names.flatMap((name) =>
				[...document.querySelectorAll(name)]
					.map((element) => ({ name, box: element.getBoundingClientRect() }))
					.filter(({ box }) => box.width > 0 && box.height > 0)
			);
		const apart = (boxes: ReturnType<typeof find>) => {
			for (const [index, one] of boxes.entries()) {
				for (const other of boxes.slice(index + 1)) {
					const width =
						Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
					const height =
						Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
					if (width > 1 && height > 1) faults.push(`${one.name} and ${other.name} overlap`);
				}
			}
		};
		const inside = (boxes: ReturnType<typeof find>) => {
			for (const { name, box } of boxes) {
				const isInside =
					box.left >= -1 &&
					box.right <= innerWidth + 1 &&
					box.top >= -1 &&
					box.bottom <= innerHeight + 1;
				if (!isInside) faults.push(`${name} leaves the window`);
			}
		};
		// The head of the page; each peer’s card has one of its own.
		const HEADER = 'header:not(.picture *)';
		const foot = ['.notice', '.picture', '.controls'];
		// In one column, slide and panel pass beneath the foot; beside each other all have their place.
		const columns = isNarrow
			? [[HEADER, '#slide', 'section.panel'], foot]
			: [[HEADER, '#slide', '.controls', '.picture', '.panel .tabs [role=tablist]', '.drawer']];
		for (const names of columns) apart(find(names));
		inside(find(isNarrow ? foot : columns[0]!));
		const controls = find(['.controls button', '.controls select', '.controls [role=status]']);
		apart(controls);
		inside(controls);
		const { scrollWidth } = document.scrollingElement!;
		if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide`);
		for (const card of document.querySelectorAll('.picture .lane')) {
			if (card.scrollHeight <= card.clientHeight + 1 && card.scrollWidth <= card.clientWidth + 1)
				continue;
			faults.push(`the card of ${card.getAttribute('aria-label')} is cut off`);
		}
		return faults;
	});
}
