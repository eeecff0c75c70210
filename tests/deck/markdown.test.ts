import { compile } from 'mdsvex';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/lib/deck/markdown.js';
import { TERMS } from '../../src/lib/deck/terms.js';

/** A slide's Markdown as it comes to Svelte. */
async function html(
	text: string,
	{ base = '', file = 'content/01-call/01-opening/01-idea.md' } = {}
) {
	const result = await compile(text, { ...markdown({ base }), filename: file });
	return result!.code;
}

/** The terms that are linked in some HTML, in order. */
const linked = (code: string) =>
	[...code.matchAll(/<a href="[^"]*\/walk\/vocabulary#([^"]+)" class="term">([^<]*)<\/a>/g)].map(
		([, id, word]) => [id, word]
	);

describe('a link on a slide', () => {
	it.each(['', '/parley'])('within the site stands below its base path: "%s"', async (base) => {
		expect(await html('[Go on](/walk/architecture)', { base })).toContain(
			`<a href="${base}/walk/architecture">Go on</a>`
		);
	});

	it('to elsewhere stays as it is, and opens beside the walk', async () => {
		const code = await html('[RFC](https://www.rfc-editor.org/rfc/rfc8825.html)', { base: '/p' });
		const [link] = /<a\s[^>]*>/.exec(code)!;
		expect(link).toContain('href="https://www.rfc-editor.org/rfc/rfc8825.html"');
		expect(link).toContain('target="_blank"');
		expect(link).toContain('rel="noopener"');
	});

	it('that cites a specification is marked as one that stays on a line', async () => {
		const classOf = async (said: string) => {
			const code = await html(`[${said}](https://www.rfc-editor.org/rfc/rfc8825.html)`);
			return /class="([^"]*)"/.exec(code)?.[1];
		};
		expect(await classOf('RFC 9429 §3.1')).toBe('cited');
		expect(await classOf('webrtc-pc §5.1')).toBe('cited');
		expect(await classOf('§8')).toBe('cited');
		expect(await classOf('free and open project')).toBeUndefined();
	});

	it('within the site opens in the walk itself', async () => {
		expect(await html('[Go on](/walk/architecture)')).not.toContain('target=');
	});

	it('to a place on the slide stays as it is', async () => {
		expect(await html('[below](#below)', { base: '/p' })).toContain('<a href="#below">below</a>');
	});
});

describe('a tab of the panel', () => {
	it('is linked where it is named, and is no word of the vocabulary there', async () => {
		const code = await html('Look at “Candidates”, then in “This step”.');
		expect(code).toContain('“<a href="#tab-candidates" class="tab">Candidates</a>”');
		expect(code).toContain('“<a href="#tab-step" class="tab">This step</a>”');
		expect(linked(code)).toEqual([]);
	});

	it('is not linked where the word is only a word', async () => {
		expect(await html('Wire and Pairs, “What it returned”.')).not.toContain('#tab-');
	});
});

describe('a word of the vocabulary', () => {
	it('is linked to where it is explained, below the base path', async () => {
		expect(await html('Then ICE begins.', { base: '/parley' })).toContain(
			'Then <a href="/parley/walk/vocabulary#ice" class="term">ICE</a> begins.'
		);
	});

	it('is linked where it is used first, and only there', async () => {
		const code = await html('A candidate and a candidate.\n\nMore candidates, and SDP.');
		expect(linked(code)).toEqual([
			['candidate', 'candidate'],
			['sdp', 'SDP']
		]);
	});

	it('is linked as it is written, in the plural and at the beginning of a sentence', async () => {
		expect(linked(await html('Offers are text. Tracks are not.'))).toEqual([
			['offer-answer', 'Offers'],
			['track', 'Tracks']
		]);
	});

	it('is linked within strong words and lists as in the text', async () => {
		const code = await html('- the **stream**\n- the _track_\n');
		expect(linked(code)).toEqual([
			['stream', 'stream'],
			['track', 'track']
		]);
	});

	it.each([
		['code', 'The `track` is there.'],
		['a block of code', '```js\nconst track = 1;\n```'],
		['a link', 'The [track](https://example.org) is there.'],
		['a heading', '## The track'],
		['a part of a word', 'Soundtracks and DICE.']
	])('is not linked in %s', async (_, text) => {
		expect(linked(await html(text))).toEqual([]);
	});

	it('is linked after it stood in code', async () => {
		expect(linked(await html('`track` is a track.'))).toEqual([['track', 'track']]);
	});

	it('is not linked on the slide that explains it', async () => {
		const file = 'content/01-call/01-opening/03-vocabulary.md';
		expect(linked(await html('ICE finds a candidate.', { file }))).toEqual([]);
	});

	it('takes the longest where two begin together', async () => {
		expect(linked(await html('Keys for DTLS-SRTP and a data channel.'))).toEqual([
			['dtls-srtp', 'DTLS-SRTP'],
			['data-channel', 'data channel']
		]);
	});

	it('is explained on the slide of the vocabulary, each of them', async () => {
		const { readFileSync } = await import('node:fs');
		const slide = readFileSync('content/01-call/01-opening/03-vocabulary.md', 'utf8');
		for (const { id } of TERMS) expect(slide, id).toContain(`id="${id}"`);
	});
});

describe('the text of a slide', () => {
	it('keeps its quotation marks and dashes as they were written', async () => {
		expect(await html('"a" -- b...')).toMatch(/"a" -- b\.\.\.|&quot;a&quot; -- b\.\.\./);
	});

	it('has its code coloured, as elements whose braces Svelte does not read', async () => {
		const code = await html('```js\njohn.send({ bye: `${true}` });\n```');
		expect(code).toMatch(/^\s*<pre class="shiki/);
		expect(code).not.toMatch(/[{}`]/);
	});
});
