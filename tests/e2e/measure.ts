import type { Page } from '@playwright/test';

/** What was found of texts. */
export interface Measured {
	/** How many texts there are. */
	texts: number;
	/** What is wrong, in words; empty where nothing is. */
	faults: string[];
}

/** The program is there to be seen as a whole, and is read in the file that it can be downloaded as. */
const PROGRAM = { within: '.program', smallest: 18 };

/** No text is smaller, in pixels of a wall of 1920 by 1080: it is read from the last row. */
export function measureWall(page: Page): Promise<Measured> {
	const root = 'main > :first-child';
	return measure(page, { root, smallest: 24, except: PROGRAM, isWall: true });
}

/** No word of the picture is smaller, in pixels. */
export function measurePicture(page: Page): Promise<Measured> {
	return measure(page, { root: '.picture', smallest: 10, except: null, isWall: false });
}

/** Which texts are measured, and how large they have to be. */
interface Demands {
	root: string;
	smallest: number;
	/** Where they may be smaller. */
	except: { within: string; smallest: number } | null;
	/** Whether sizes are those of a wall of 1920 by 1080. */
	isWall: boolean;
}

/**
 * Measures every text of an element: that it is inside the window, that nothing is cut off or lies over
 * another text, and that it is large enough.
 */
function measure(page: Page, demands: Demands): Promise<Measured> {
	return page.evaluate(async ({ root, smallest: usual, except, isWall }) => {
		await document.fonts.ready;
		// What is on its way lies over what it passes; what has ended may have set off something else.
		for (let moving = document.getAnimations(); ;) {
			await Promise.allSettled(moving.map(({ finished }) => finished));
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			moving = document.getAnimations().filter(({ playState }) => playState === 'running');
			if (moving.length === 0) break;
		}
		const faults: string[] = [];
		const unit = isWall ? Math.min(innerWidth / 1920, innerHeight / 1080) : 1;
		const whole = document.querySelector(root)!;
		// Of messages that lie on top of each other, the uppermost is read.
		const UNSEEN = '.visually-hidden, title, desc, .envelope:has(~ .envelope)';
		const isSeen = (element: Element) =>
			element.checkVisibility() && element.closest(UNSEEN) === null;
		const texts: { element: Element; text: string; rects: DOMRect[] }[] = [];

		for (const element of whole.querySelectorAll('*')) {
			if (!isSeen(element)) continue;
			const isDrawn = element instanceof SVGElement;
			if (!isDrawn && getComputedStyle(element).display !== 'inline') {
				const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
				if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1) {
					// Lines may be lower than their letters are tall: only what is cut off counts.
					const cuts = getComputedStyle(element).overflow !== 'visible';
					if (cuts)
						faults.push(`cut off: ${element.className} ${element.textContent?.slice(0, 40)}`);
				}
			}
			for (const node of element.childNodes) {
				const text = node.nodeType === Node.TEXT_NODE ? node.textContent!.trim() : '';
				if (text === '') continue;
				const range = document.createRange();
				range.selectNodeContents(node);
				const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
				texts.push({ element, text, rects });
				const scale = isDrawn ? (element as SVGGraphicsElement).getScreenCTM()!.a : 1;
				const size = (parseFloat(getComputedStyle(element).fontSize) * scale) / unit;
				const smallest = except && element.closest(except.within) ? except.smallest : usual;
				if (size < smallest - 0.05) faults.push(`too small, ${size.toFixed(1)}: ${text}`);
				for (const { left, top, right, bottom } of rects) {
					if (left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5) {
						faults.push(`outside: ${text}`);
					}
				}
			}
		}

		for (const [index, one] of texts.entries()) {
			for (const other of texts.slice(index + 1)) {
				if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
				for (const a of one.rects) {
					for (const b of other.rects) {
						const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
						const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
						// Ascenders and descenders have room above and below that letters seldom use.
						if (width > 2 && height > 0.4 * Math.min(a.height, b.height)) {
							faults.push(`over each other: ${one.text} | ${other.text}`);
						}
					}
				}
			}
		}
		return { texts: texts.length, faults: [...new Set(faults)] };
	}, demands);
}
