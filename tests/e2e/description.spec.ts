import { expect, test } from '@playwright/test';
import { LESSONS } from './lessons';

/** What a search engine, or a chat that a link is sent in, says of a page. */
test('each page of slides says in a sentence what it is about', async ({ request }) => {
	for (const slug of LESSONS.flatMap(({ moments }) => moments.map((one) => one.slug))) {
		const html = await (await request.get(`./walk/${slug}`)).text();
		const [, words] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
		expect(words, slug).toMatch(/^[^`*]{15,}$/);
	}
	for (const path of ['inspect', 'preflight', 'by-hand', 'print']) {
		const html = await (await request.get(`./${path}`)).text();
		expect(html, path).toMatch(/<meta name="description" content="[^"]{20,}"/);
	}
});
