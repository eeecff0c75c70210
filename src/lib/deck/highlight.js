import { createCssVariablesTheme, createHighlighter } from 'shiki';

const theme = createCssVariablesTheme({ name: 'parley', variablePrefix: '--code-' });

/** @type {ReturnType<typeof createHighlighter> | undefined} */
let highlighter;

/**
 * Code as HTML, coloured by the site's own custom properties. Runs while the site is built; nothing
 * of it reaches the browser.
 * @param {string} code
 * @param {string} lang `js`, `html` or `text`
 */
export async function highlight(code, lang) {
	highlighter ??= createHighlighter({ themes: [theme], langs: ['js', 'html', 'json'] });
	return (await highlighter).codeToHtml(code, { lang, theme: 'parley' });
}
