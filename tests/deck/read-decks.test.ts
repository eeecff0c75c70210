import { afterEach, describe, expect, it } from 'vitest';
import { deckAsked, decks, deckOf, loadDeck } from '../../src/lib/deck/decks';
import { lessons, slides } from '../../src/lib/deck';
import { notesOf } from '../../src/lib/deck/notes';
import { copyOfContent, faultsOf, forgetFolders, read } from './content';

afterEach(forgetFolders);

describe('the decks as they are', () => {
	it('are the whole talk, where none is asked for, two short ones, and each other lesson', () => {
		const others = lessons.slice(1).map(({ slug }) => slug);
		expect(decks.map(({ name }) => name)).toEqual([
			'full',
			'call-and-glare',
			'ten-minutes',
			...others
		]);
		expect(decks.slice(3).map(({ lesson }) => lesson)).toEqual(others);
		expect(deckOf(null)).toBe(decks[0]);
		expect(deckOf('ten-minutes')).toBe(decks[2]);
		expect(deckOf('nowhere')).toBeUndefined();
	});

	it('show every slide in the whole talk, as long as its acts are planned', async () => {
		const full = await loadDeck('full');
		expect(full.slides).toEqual(lessons[0]!.slides);
		expect(full.minutes).toBe(full.acts.reduce((sum, { minutes }) => sum + minutes, 0));
	});

	it('number the slides of the short talk, which fill its ten minutes', async () => {
		const short = await loadDeck('ten-minutes');
		expect(short.slides.map(({ number }) => number)).toEqual(short.slides.map((_, at) => at + 1));
		expect(short.minutes).toBeCloseTo(10, 9);
		expect(short).toMatchObject({ language: 'en', date: '2026-12-10', speaker: 'Ada Lovelace' });
		expect(short.contact).toEqual(['ada@example.org', 'https://example.org/ada']);
		expect(short.acts[0]).toMatchObject({
			slug: 'opening',
			title: 'Before the call',
			minutes: 1.5
		});
	});

	it.each([
		['?deck=ten-minutes', '', 'ten-minutes'],
		['', '', 'full'],
		['', 'architecture', 'full'],
		['', 'trickle', 'trickle'],
		['', 'trickle/why-at-once', 'trickle'],
		['?deck=nowhere', 'trickle/why-at-once', 'trickle'],
		['?deck=full', 'trickle/why-at-once', 'full'],
		['', 'nowhere/at-all', 'full']
	])('are asked for by “%s” at “%s”: %s', (search, slug, name) => {
		expect(deckAsked(search, slug).name).toBe(name);
	});

	it('keep of each slide where it stands in the call', async () => {
		const short = await loadDeck('ten-minutes');
		for (const { slug, steps } of short.slides) {
			expect(steps).toBe(slides.find((slide) => slide.slug === slug)!.steps);
		}
	});

	it('have notes to each slide, a paragraph a line', () => {
		expect(notesOf('john-creates-offer')).toHaveLength(3);
		expect(notesOf('nowhere')).toEqual([]);
	});
});

/** Reads one deck beside those that are there. */
function mine(yaml: string) {
	const content = copyOfContent();
	content.write('decks/mine.yaml', yaml);
	return content.folder;
}

describe('a deck', () => {
	const deckRead = (yaml: string) => read(mine(yaml)).decks.find(({ name }) => name === 'mine')!;

	it('is a talk of its own where it goes on with none', () => {
		const { name, title, minutes, talk } = deckRead('title: Mine');
		expect(talk).toEqual([{ name, title, minutes }]);
	});

	it('is a part of one, in which each knows all of them', () => {
		const content = copyOfContent();
		content.write('decks/mine.yaml', 'title: Mine\nminutes: 7\nthen: second');
		content.write('decks/second.yaml', 'title: Second\nlesson: trickle\nthen: direction');
		const all = read(content.folder).decks;
		const parts = ['mine', 'second', 'direction'];
		for (const name of parts) {
			const { talk } = all.find((deck) => deck.name === name)!;
			expect(talk.map((part) => part.name)).toEqual(parts);
			expect(talk[0]).toEqual({ name: 'mine', title: 'Mine', minutes: expect.closeTo(7, 9) });
		}
	});

	it.each([
		['then: nowhere', 'decks/mine.yaml: then is "nowhere", and there is no such deck'],
		['then: mine', 'decks/mine.yaml: goes on and on: no deck of the talk is its last'],
		['then: second', 'decks/mine.yaml: goes on and on: no deck of the talk is its last'],
		['then: direction', 'decks/third.yaml: then is "direction", with which "mine" goes on already']
	])('is refused where the talk leads nowhere, or never ends: %s', (line, fault) => {
		const content = copyOfContent();
		content.write('decks/mine.yaml', `title: Mine\n${line}`);
		content.write('decks/second.yaml', 'title: Second\nthen: mine');
		content.write('decks/third.yaml', 'title: Third\nthen: direction');
		expect(faultsOf(content.folder)).toContain(fault);
	});

	it('needs no more than a title', () => {
		const deck = deckRead('title: Mine');
		expect(deck).toMatchObject({ title: 'Mine', speaker: null, date: null, language: 'en' });
		expect(deck.slides).toHaveLength(32);
	});

	it('shares its minutes among its acts, as long as they would take', () => {
		const { acts } = deckRead('title: M\nminutes: 3\nacts: [john-prepares, john-accepts]');
		expect(acts.map(({ slug, minutes }) => [slug, minutes])).toEqual([
			['john-prepares', 2],
			['john-accepts', 1]
		]);
	});

	it('plans an act that is shown in part for as much of its minutes', () => {
		const { acts } = deckRead(
			'title: M\nacts:\n  - { act: john-offers, slides: [john-creates-offer] }\n  - { act: ice, minutes: 7 }'
		);
		expect(acts.map(({ minutes }) => minutes)).toEqual([2, 7]);
	});

	it('may say where its speaker is reached, once or more often', () => {
		expect(deckRead('title: M').contact).toEqual([]);
		expect(deckRead('title: M\ncontact: ada@example.org').contact).toEqual(['ada@example.org']);
		const both = 'title: M\ncontact:\n  - ada@example.org\n  - https://example.org/ada';
		expect(deckRead(both).contact).toEqual(['ada@example.org', 'https://example.org/ada']);
	});

	it('may be written in another language, by a tag with a region', () => {
		expect(deckRead('title: M\nlanguage: pt-BR').language).toBe('pt-BR');
	});
});

describe('a fault of a deck', () => {
	const acts = (...lines: string[]) =>
		`title: M\nacts:\n${lines.map((one) => `  - ${one}\n`).join('')}`;

	it.each([
		['no title', 'speaker: S', 'title is missing'],
		['an unknown key', 'title: M\nroom: 5', 'unknown key "room"'],
		['an unknown key of an act', acts('{ act: ice, room: 5 }'), 'unknown key "acts.0.room"'],
		['nothing in it', '', 'title is missing'],
		['no YAML', 'title: "M', /^the front matter is not YAML: \S/],
		[
			'a day that there is not',
			'title: M\ndate: 2026-02-30',
			/^date is "2026-02-30", which is no day/
		],
		['a day in words', 'title: M\ndate: tomorrow', /^date is "tomorrow"/],
		[
			'a language with an underscore',
			'title: M\nlanguage: de_AT',
			/^language is "de_AT", which is no/
		],
		['a language that there is not', 'title: M\nlanguage: qqz', /^language is "qqz"/],
		[
			'a contact that nothing leads to',
			'title: M\ncontact: Ada',
			'the contact "Ada" is neither an e-mail address nor an address that begins with https://'
		],
		[
			'a contact that does more than lead somewhere',
			'title: M\ncontact: [ada@example.org, "javascript:alert(1)"]',
			/^contact: the contact "javascript:alert\(1\)" is neither/
		],
		['no contact at all', 'title: M\ncontact: []', 'contact is empty'],
		['minutes in words', 'title: M\nminutes: ten', 'minutes must be a number'],
		['no minutes at all', 'title: M\nminutes: 0', /^minutes must be more than 0/],
		[
			'no end of minutes',
			'title: M\nminutes: .inf',
			/^minutes must be more than 0 and at most 600/
		],
		[
			'minutes of an act in words',
			acts('{ act: ice, minutes: x }'),
			'acts.0: minutes must be a number'
		],
		['acts that are no list', 'title: M\nacts: ice', 'acts must be a list'],
		['a list without acts', 'title: M\nacts: []', 'acts is empty'],
		['a list without slides', acts('{ act: ice, slides: [] }'), 'acts.0: slides is empty'],
		['an unknown act', acts('encore'), 'there is no act "encore" in content/'],
		['an unknown slide', acts('{ act: ice, slides: [x] }'), 'there is no slide "x" in content/'],
		[
			'a slide of another act',
			acts('{ act: ice, slides: [thanks] }'),
			'the slide "thanks" is of the act "code", not of "ice"'
		],
		['an act twice', acts('ice', 'ice'), 'the act "ice" is there twice'],
		[
			'a slide twice',
			acts('{ act: ice, slides: [connected, connected] }'),
			'the slide "connected" is there twice'
		],
		[
			'acts out of order',
			acts('ice', 'john-offers'),
			'the act "john-offers" stands behind "ice", but the call comes to it earlier'
		],
		[
			'slides out of order',
			acts('{ act: ice, slides: [connected, candidates-appear] }'),
			'the slide "candidates-appear" stands behind "connected", but the call comes to it earlier'
		],
		[
			'minutes that do not add up',
			`${acts('{ act: ice, minutes: 4 }')}minutes: 5`,
			'the acts take 4 minutes, but the talk 5'
		]
	])('is found, with file and reason: %s', (_, yaml, says) => {
		const faults = faultsOf(mine(yaml));
		expect(faults).toHaveLength(1);
		const [file, reason] = [faults[0]!.slice(0, 17), faults[0]!.slice(17)];
		expect(file).toBe('decks/mine.yaml: ');
		if (says instanceof RegExp) expect(reason).toMatch(says);
		else expect(reason).toBe(says);
	});

	it('is found, with file and reason: a name that no address can ask for', () => {
		const content = copyOfContent();
		content.write('decks/My Talk.yaml', 'title: M');
		content.write('decks/mine.yml', 'title: M');
		expect(faultsOf(content.folder)).toEqual([
			'decks/My Talk.yaml: a deck is named in small letters, digits and hyphens, and ends in .yaml',
			'decks/mine.yml: a deck is named in small letters, digits and hyphens, and ends in .yaml'
		]);
	});

	it('is found, with file and reason: no default deck', () => {
		const content = copyOfContent();
		content.remove('decks/full.yaml');
		expect(faultsOf(content.folder)).toEqual([
			'decks/full.yaml: is missing; it is the deck where none is asked for'
		]);
	});

	it('does not hide the others: all are named at once', () => {
		const content = copyOfContent();
		content.write('decks/mine.yaml', 'title: ""\ncolour: red');
		content.write('decks/yours.yaml', 'title: Y\nacts: [encore]');
		expect(faultsOf(content.folder)).toEqual([
			'decks/mine.yaml: title is empty',
			'decks/mine.yaml: unknown key "colour"',
			'decks/yours.yaml: there is no act "encore" in content/'
		]);
	});
});
