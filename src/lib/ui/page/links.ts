/** Where a press on a link leads that is followed in this window; null for anything else. */
export function linkOf(event: MouseEvent): URL | null {
	const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
	if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || defaultPrevented) return null;
	const link = event
		.composedPath()
		.find((one): one is HTMLAnchorElement | SVGAElement => one instanceof Element && isLink(one));
	if (!link) return null;
	const href = link.getAttribute('href')!;
	const target = link.getAttribute('target');
	const isElsewhere = (target !== null && target !== '_self') || link.hasAttribute('download');
	// A place on this page, or a page that wants to be opened anew.
	if (isElsewhere || href.startsWith('#') || link.hasAttribute('data-sveltekit-reload'))
		return null;
	return new URL(href, document.baseURI);
}

function isLink(element: Element): boolean {
	return element.localName === 'a' && element.hasAttribute('href');
}
