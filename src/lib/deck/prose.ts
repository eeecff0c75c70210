const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => ESCAPES[one]!);

/**
 * The HTML of a text in the little of Markdown that a sentence needs: paragraphs apart by an empty line, `code`,
 * **strong**, *emphasis*, and [links](/walk/vocabulary), those of the site below its base path and others beside the
 * page.
 */
export function proseHtml(text: string, base: string): string {
	const paragraphs = text.trim().split(/\n\s*\n/);
	return paragraphs.map((one) => `<p>${sentenceHtml(one, base)}</p>`).join('');
}

/** The same for a sentence that stands in a paragraph of its own already. */
export function sentenceHtml(text: string, base: string): string {
	return text
		.trim()
		.replace(/\s+/g, ' ')
		.split(/(`[^`]+`)/)
		.map((part) =>
			part.startsWith('`') && part.length > 1
				? `<code>${escaped(part.slice(1, -1))}</code>`
				: marked(escaped(part), base)
		)
		.join('');
}

function marked(text: string, base: string): string {
	return text
		.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
		.replace(/\*([^*]+)\*/g, '<em>$1</em>')
		.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, to: string) =>
			to.startsWith('/')
				? `<a href="${base}${to}">${words}</a>`
				: `<a href="${to}" target="_blank" rel="noopener">${words}</a>`
		);
}
