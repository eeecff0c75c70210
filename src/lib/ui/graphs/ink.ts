/**
 * The colours of the theme, resolved: a canvas understands neither `var()` nor `light-dark()`.
 * @returns the present value of a custom property that holds a colour
 */
export function inkOf(element: HTMLElement): (property: string) => string {
	const probe = document.createElement('span');
	probe.hidden = true;
	element.append(probe);
	return (property) => {
		probe.style.color = `var(${property})`;
		return getComputedStyle(probe).color;
	};
}

/** Calls when the theme changes: chosen on the page, or in the system. @returns what ends it */
export function onThemeChange(changed: () => void): () => void {
	const chosen = new MutationObserver(changed);
	chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
	const system = matchMedia('(prefers-color-scheme: dark)');
	system.addEventListener('change', changed);
	return () => {
		chosen.disconnect();
		system.removeEventListener('change', changed);
	};
}
