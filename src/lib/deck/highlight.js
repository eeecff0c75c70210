import { createCssVariablesTheme, createHighlighter } from 'shiki';

const theme = createCssVariablesTheme({ name: 'parley', variablePrefix: '--code-' });

/**
 * What each piece of code is, as a class and not as a style of its own: the site's policy allows none.
 * @type {import('shiki').ShikiTransformer}
 */
const classes = {
	name: 'parley:classes',
	pre: (node) => void delete node.properties.style,
	span(node) {
		const kind = /--code-token-([a-z-]+)/.exec(String(node.properties.style))?.[1];
		delete node.properties.style;
		if (kind) this.addClassToHast(node, `code-${kind}`);
	},
	// What has the colour of the text needs no element, and a site has thousands of them.
	line(node) {
		node.children = node.children.flatMap((child) =>
			child.type === 'element' && Object.keys(child.properties).length === 0
				? child.children
				: [child]
		);
	}
};

/** @type {ReturnType<typeof createHighlighter> | undefined} */
let highlighter;

/**
 * Code as HTML, coloured by the site's own classes. Runs while the site is built; nothing
 * of it reaches the browser.
 * @param {string} code
 * @param {string} lang `js`, `html` or `text`
 */
export async function highlight(code, lang) {
	highlighter ??= createHighlighter({ themes: [theme], langs: ['js', 'html', 'json'] });
	return (await highlighter).codeToHtml(code, { lang, theme: 'parley', transformers: [classes] });
}
