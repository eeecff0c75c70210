import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slides } from '../../src/lib/deck';
import { documentAt, linksIn, slideText } from './slides';

const referenced = new Set(linksIn(slideText('references')).map(({ url }) => documentAt(url)));
const isReferenced = (document: string) => referenced.has(document);

/** Every file of the site that can show a citation. */
const sources = readdirSync('src/lib', { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(ts|svelte)$/.test(path))
	.map((path) => join('src/lib', path));

/** What a file says to a reader: without its comments. */
function shown(file: string): string {
	return readFileSync(file, 'utf8')
		.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
		.replace(/(^|\s)\/\/.*$/gm, '');
}

describe('the references', () => {
	it.each(slides.map(({ slug }) => slug))('name every document that %s links to', (slug) => {
		const cited = linksIn(slideText(slug)).flatMap(({ url }) => documentAt(url) ?? []);
		expect(cited.filter((document) => !isReferenced(document))).toEqual([]);
	});

	it('name every RFC that the site itself cites, line by line or in a sentence', () => {
		const missing = sources.flatMap((file) => {
			const text = shown(file);
			const cited = [
				...[...text.matchAll(/\brfc\((\d+)/g)].map(([, number]) => `RFC ${number}`),
				...[...text.matchAll(/\bRFC (\d+)\b/g)].map(([document]) => document),
				...[...text.matchAll(/'(https:\/\/[^'`\s]+)'/g)].flatMap(
					([, url]) => documentAt(url!) ?? []
				)
			];
			return cited.filter((one) => !isReferenced(one)).map((one) => `${file}: ${one}`);
		});
		expect([...new Set(missing)]).toEqual([]);
	});

	it.each([
		...['RFC 8840', 'RFC 8830', 'RFC 8122', 'RFC 8832', 'RFC 8835', 'RFC 8851', 'RFC 8852'],
		...['RFC 8853', 'draft-ietf-mmusic-mdns-ice-candidates']
	])('name %s', (document) => {
		expect(isReferenced(document)).toBe(true);
	});

	it('name each document once', () => {
		const named = linksIn(slideText('references')).map(({ url }) => url);
		expect(named.filter((url, index) => named.indexOf(url) !== index)).toEqual([]);
	});
});

describe('a citation', () => {
	const cited = slides.flatMap(({ slug }) =>
		linksIn(slideText(slug))
			.filter(({ url }) => documentAt(url)?.startsWith('RFC'))
			.map(({ text, url }) => [slug, text, url] as const)
	);

	it.each(cited)('on %s, “%s”, is called what it leads to', (_, text, url) => {
		const [, number, section] = /rfc(\d+)\.html(?:#section-([\d.]+))?$/.exec(url)!;
		const named = /^RFC (\d+)/.exec(text)?.[1];
		if (named !== undefined) expect(named).toBe(number);
		const said = /§([\d.]+)$/.exec(text)?.[1];
		if (said !== undefined) expect(section).toBe(said);
	});
});
