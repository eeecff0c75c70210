import { escapeSvelte } from 'mdsvex';
import { highlight } from './highlight.js';
import { TERMS } from './terms.js';

/**
 * @typedef {{ type: string, tagName?: string, value?: string, properties?: Record<string, unknown>, children?: Node[] }} Node
 */

/** Where a word is not a word of the text. */
const UNLINKED = new Set(['a', 'code', 'pre', 'h1', 'h2', 'h3', 'dt']);

/**
 * Links the first use of each word of the vocabulary on a slide.
 * @param {{ base: string }} options
 */
function linkTerms({ base }) {
	/** @param {Node} tree @param {{ filename?: string }} file */
	return (tree, file) => {
		if (file.filename?.includes('vocabulary')) return;
		const open = new Set(TERMS);

		/** @param {string} text @returns {Node[]} */
		function linked(text) {
			let first = null;
			for (const term of open) {
				const match = term.pattern.exec(text);
				if (match && (!first || match.index < first.match.index)) first = { term, match };
			}
			if (!first) return [{ type: 'text', value: text }];
			open.delete(first.term);
			const { index, 0: word } = first.match;
			return [
				{ type: 'text', value: text.slice(0, index) },
				{
					type: 'element',
					tagName: 'a',
					properties: { href: `${base}/walk/vocabulary#${first.term.id}`, className: ['term'] },
					children: [{ type: 'text', value: word }]
				},
				...linked(text.slice(index + word.length))
			];
		}

		/** @param {Node} node */
		function visit(node) {
			if (!node.children || UNLINKED.has(node.tagName ?? '')) return;
			node.children = node.children.flatMap((child) => {
				visit(child);
				return child.type === 'text' ? linked(child.value ?? '') : [child];
			});
		}
		visit(tree);
	};
}

/**
 * Where the panel's tabs are named in a text, in quotation marks, and the tab that is meant.
 * @type {Readonly<Record<string, string>>}
 */
export const TABS = {
	'This step': 'step',
	Descriptions: 'descriptions',
	Candidates: 'candidates',
	Pairs: 'pairs',
	DTLS: 'pairs',
	Wire: 'wire',
	Graphs: 'graphs',
	Machine: 'machine',
	Media: 'media',
	Break: 'break',
	Export: 'export'
};

/** Links each “tab” of the panel to the tab: on paper and on a wall it is the word that it was. */
function linkTabs() {
	const named = new RegExp(`(?<=“)(${Object.keys(TABS).join('|')})(?=”)`);

	/** @param {Node} node */
	return function visit(node) {
		if (!node.children || UNLINKED.has(node.tagName ?? '')) return;
		node.children = node.children.flatMap((child) => {
			visit(child);
			if (child.type !== 'text') return [child];
			return (child.value ?? '').split(named).map((part, index) =>
				index % 2 === 0
					? { type: 'text', value: part }
					: {
							type: 'element',
							tagName: 'a',
							properties: { href: `#tab-${TABS[part]}`, className: ['tab'] },
							children: [{ type: 'text', value: part }]
						}
			);
		});
	};
}

/**
 * Puts links of the site below its base path, and opens others beside the walk, which would end
 * with the page.
 * @param {{ base: string }} options
 */
function resolveLinks({ base }) {
	/** @param {Node} node */
	return function visit(node) {
		const href = node.tagName === 'a' ? String(node.properties?.href ?? '') : '';
		if (href.startsWith('/')) node.properties = { ...node.properties, href: base + href };
		if (/^https?:/.test(href)) {
			node.properties = { ...node.properties, target: '_blank', rel: 'noopener' };
		}
		node.children?.forEach(visit);
	};
}

/** What a link to a specification says that is cited: `RFC 9429 §3.1`, `webrtc-pc §5.1`, `§8`. */
const CITED = /^(RFC \d+|[a-z]+-[a-z]+)?( ?§[\d.]+)?$/;

/** Keeps a citation on one line: its number is of no use alone. */
function tieCitations() {
	/** @param {Node} node */
	return function visit(node) {
		const [first, ...more] = node.children ?? [];
		const isCitation =
			node.tagName === 'a' && more.length === 0 && CITED.test(first?.value?.trim() || '-');
		if (isCitation) node.properties = { ...node.properties, className: ['cited'] };
		node.children?.forEach(visit);
	};
}

/**
 * How the slides become components.
 * @param {{ base: string }} options the site's base path, '' for none
 * @returns {import('mdsvex').MdsvexOptions}
 */
export function markdown(options) {
	return {
		extensions: ['.md'],
		smartypants: false,
		highlight: {
			// Elements of the slide, and no string that becomes some: the site asks for Trusted Types.
			highlighter: async (code, lang) => escapeSvelte(await highlight(code, lang ?? 'text'))
		},
		rehypePlugins: [[resolveLinks, options], tieCitations, linkTabs, [linkTerms, options]]
	};
}
