import { describe, expect, it } from 'vitest';
import { proseHtml, sentenceHtml } from '../../src/lib/deck/prose';

describe('the text of a level', () => {
	it.each([
		['It is `failed`.', 'It is <code>failed</code>.'],
		['Press *Next*, **twice**.', 'Press <em>Next</em>, <strong>twice</strong>.'],
		['What `<b>` and *a & b* are', 'What <code>&lt;b&gt;</code> and <em>a &amp; b</em> are'],
		['`a*b*c` is no emphasis', '<code>a*b*c</code> is no emphasis'],
		['two\nlines', 'two lines']
	])('%j is %s', (text, html) => {
		expect(sentenceHtml(text, '')).toBe(html);
	});

	it('is in paragraphs', () => {
		expect(proseHtml('One.\n\nTwo.\n', '')).toBe('<p>One.</p><p>Two.</p>');
	});

	it('leads to the site below its base path, and elsewhere beside the page', () => {
		expect(sentenceHtml('[words](/walk/vocabulary)', '/parley')).toBe(
			'<a href="/parley/walk/vocabulary">words</a>'
		);
		expect(sentenceHtml('[RFC](https://www.rfc-editor.org/rfc/rfc8445)', '/parley')).toMatch(
			/^<a href="https:\/\/www\.rfc-editor\.org\/rfc\/rfc8445" target="_blank" rel="/
		);
	});
});
