/** Where a press on a link leads that is followed in this window; null for anything else. */
export function linkOf(event: MouseEvent): URL | null {
	const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
	if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || defaultPrevented) return null;
	const link = linkAt(event);
	return link && new URL(link.getAttribute('href')!, document.baseURI);
}

/**
 * The link that something happens to, where it leads on from this page in this window; null for anything else: a place
 * on this page, a file, a page that wants to be opened elsewhere, or anew.
 */
export function linkAt(event: Event): Element | null {
	const link = event
		.composedPath()
		.find((one): one is HTMLAnchorElement | SVGAElement => one instanceof Element && isLink(one));
	if (!link) return null;
	const target = link.getAttribute('target');
	const isElsewhere = (target !== null && target !== '_self') || link.hasAttribute('download');
	const isHere = link.getAttribute('href')!.startsWith('#');
	return isElsewhere || isHere || link.hasAttribute('data-sveltekit-reload') ? null : link;
}

function isLink(element: Element): boolean {
	return element.localName === 'a' && element.hasAttribute('href');
}
