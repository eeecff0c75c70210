import { describe, expect, it, vi } from 'vitest';
import { annotate, type Line } from '../../src/lib/sdp';
import { changesOf, carryOver } from '../../src/lib/ui/sdp/changes';
import { countProblems, countValues, filterOf } from '../../src/lib/ui/sdp/filter';
import { MOST_DRAWN, partsOf } from '../../src/lib/ui/sdp/parts';
import { MOST_TOKENS, rowsOf, type Choice } from '../../src/lib/ui/sdp/rows';
import { nameOf, summarise } from '../../src/lib/ui/sdp/summary';
import CREATED from '../sdp/fixtures/chromium-offer-created.sdp?raw';
import GATHERED from '../sdp/fixtures/chromium-offer-gathered.sdp?raw';
import FIREFOX from '../sdp/fixtures/firefox-offer-gathered.sdp?raw';

const ALL: Choice = {
	isFolded: () => false,
	isOpened: () => false,
	filter: null,
	only: null,
	peer: 'john'
};

const description = annotate(GATHERED);
const rows = (choice: Partial<Choice> = {}) => rowsOf(description, { ...ALL, ...choice });
const keys = (choice: Partial<Choice> = {}) => rows(choice).map(({ key }) => key);
const WISH = { search: '', changed: null, seen: null, explained: true };

describe('the outline of a description', () => {
	it('has a row for each section and each line, in order', () => {
		expect(rows().filter(({ kind }) => kind === 'section')).toHaveLength(4);
		const lines = rows().flatMap((row) => (row.kind === 'line' ? [row.line.text] : []));
		expect(lines).toEqual(description.lines.map(({ text }) => text));
	});

	it('has keys that differ', () => {
		const all = keys({ isOpened: () => true });
		expect(new Set(all).size).toBe(all.length);
	});

	it('has first, beneath an opened line that can be pointed at, that one can', () => {
		const long = description.lines.find(({ text }) => text.startsWith('m=video'))!;
		const opened = rows({ isOpened: (line) => line === long, isPointed: true });
		const at = opened.findIndex((row) => row.kind === 'line' && row.line === long);
		expect(opened[at + 1]).toMatchObject({ kind: 'point', position: 1 });
		const details = opened.filter(({ level }) => level === 3);
		expect(details.map(({ position }) => position)).toEqual([...details.keys()].map((n) => n + 1));
		expect(new Set(details.map(({ count }) => count))).toEqual(new Set([details.length]));
	});

	it('leaves out the lines of a folded section, but not the section', () => {
		expect(keys({ isFolded: () => true })).toEqual(['s-1', 's0', 's1', 's2']);
	});

	it('shows the words of an opened line, where it is defined and its link', () => {
		const opened = rows({ isOpened: ({ number }) => number === 15 });
		const at = opened.findIndex(({ key }) => key === '15');
		expect(opened.slice(at, at + 6).map(({ key, level, kind }) => [key, level, kind])).toEqual([
			['15', 2, 'line'],
			['15.0', 3, 'token'],
			['15.1', 3, 'token'],
			['15.2', 3, 'token'],
			['15.spec', 3, 'spec'],
			['15.link', 3, 'link']
		]);
	});

	it('counts places within the parent, for those who do not see them', () => {
		const audio = rows().filter((row) => row.kind === 'line' && row.line.section.index === 0);
		expect(audio.map(({ position }) => position)).toEqual(audio.map((_, index) => index + 1));
		expect(new Set(audio.map(({ count }) => count))).toEqual(new Set([audio.length]));
	});

	it('is unfolded where something is searched, and has only sections with a line that fits', () => {
		const filter = filterOf({ ...WISH, search: 'SCTP-PORT' });
		const found = rows({ isFolded: () => true, filter });
		expect(found.map(({ kind }) => kind)).toEqual(['section', 'line']);
		expect(found[0]).toMatchObject({ key: 's2', shown: 1, folded: false });
	});

	it('has one section where one is chosen', () => {
		expect(keys({ only: 1, isFolded: () => true })[0]).toBe('s1');
		expect(rows({ only: 1 }).filter(({ kind }) => kind === 'section')).toHaveLength(1);
	});

	it('lists the first words of a line that has very many', () => {
		const huge = annotate(`m=audio 9 UDP/TLS/RTP/SAVPF ${'111 '.repeat(5000)}`);
		const all = rowsOf(huge, { ...ALL, isOpened: () => true });
		expect(all.filter(({ kind }) => kind === 'token')).toHaveLength(MOST_TOKENS);
		expect(all.filter(({ kind }) => kind === 'more')).toHaveLength(1);
	});

	it('is empty for the empty text', () => {
		expect(rowsOf(annotate(''), ALL)).toEqual([]);
	});
});

describe('the parts of a line', () => {
	const everyLine = [GATHERED, FIREFOX].flatMap((sdp) => annotate(sdp).lines);

	it('give the line back when they are joined', () => {
		for (const line of everyLine) {
			expect(
				partsOf(line)
					.map(({ text }) => text)
					.join('')
			).toBe(line.text);
		}
	});

	it('tell the letter, the name, the words and what stands between', () => {
		const line = annotate('a=mid:0').lines[0]!;
		expect(partsOf(line).map(({ text, tone }) => [text, tone])).toEqual([
			['a', 'type'],
			['=', 'between'],
			['mid', 'attribute'],
			[':', 'between'],
			['0', 'word']
		]);
	});

	it('are those of the beginning where the line is very long', () => {
		const line = annotate(`a=x:${'y'.repeat(1e6)}`).lines[0]!;
		const drawn = partsOf(line)
			.map(({ text }) => text)
			.join('');
		expect(drawn).toBe(line.text.slice(0, MOST_DRAWN));
	});

	it.each(['', '\0', 'a=', 'a=candidate:', 'a=ssrc:1 msid:', '\ud800', 'm='])(
		'are all of %j, whatever it is',
		(text) => {
			for (const line of annotate(text).lines) {
				const drawn = partsOf(line).map((part) => part.text);
				expect(drawn.join('')).toBe(line.text);
			}
		}
	);
});

describe('the summary of a section', () => {
	it('names medium, mid, direction, codecs and candidates', () => {
		const summaries = description.sections.map(summarise);
		expect(summaries[0]).toBe('audio, mid 0, sendrecv, 4 codecs, Opus first, 4 candidates');
		expect(summaries[2]).toBe('application, mid 2, data channels, 2 candidates');
	});

	it('names the bundle for the session part', () => {
		expect(summarise(description.session)).toContain('bundle of 0, 1, 2');
	});

	it('says that a rejected section is not used', () => {
		const { sections } = annotate('m=video 0 UDP/TLS/RTP/SAVPF 96\na=mid:1');
		expect(summarise(sections[0]!)).toBe('video, mid 1, port 0: not used');
	});

	it('is short, whatever the names are', () => {
		const { sections } = annotate(`m=${'x'.repeat(5000)} 9 y z\na=mid:${'0'.repeat(5000)}`);
		expect(summarise(sections[0]!).length).toBeLessThan(120);
		expect(nameOf(sections[0]!).length).toBeLessThan(100);
	});
});

describe('the filter', () => {
	const fits = (wish: Partial<Parameters<typeof filterOf>[0]>) =>
		description.lines.filter(filterOf({ ...WISH, ...wish }) ?? (() => true));

	it('is none where nothing is wished for', () => {
		expect(filterOf(WISH)).toBeNull();
		expect(filterOf({ ...WISH, search: '  ' })).toBeNull();
	});

	it('finds text in lines, in small letters and capitals', () => {
		expect(fits({ search: 'OPUS/48000' }).map(({ text }) => text)).toEqual([
			'a=rtpmap:111 opus/48000/2'
		]);
	});

	it('finds text in explanations, unless there are too many', () => {
		expect(fits({ search: 'clienthello' }).length).toBe(0);
		expect(fits({ search: 'DTLS client' }).length).toBe(3);
		expect(fits({ search: 'DTLS client', explained: false }).length).toBe(0);
	});

	it('takes text for text, not for a pattern', () => {
		expect(fits({ search: '.*' })).toEqual([]);
	});

	it('keeps what changed', () => {
		const changed = changesOf(CREATED, description);
		const lines: Line[] = fits({ changed });
		expect(lines.length).toBe(changed.size);
		expect(lines.some(({ attribute }) => attribute === 'candidate')).toBe(true);
		expect(lines.some(({ attribute }) => attribute === 'ice-ufrag')).toBe(false);
	});
});

describe('what changed', () => {
	it('is new or changed, by the number of the line', () => {
		const changes = changesOf(CREATED, description);
		const words = new Set(
			[...changes].map(([number, change]) => {
				const { attribute, type } = description.lines[number - 1]!;
				return `${attribute || type}: ${change}`;
			})
		);
		expect([...words].sort()).toEqual(['c: changed', 'candidate: new', 'm: changed']);
	});

	it('is every line of a section that was added', () => {
		const [head, first = ''] = GATHERED.split(/(?=^m=)/m);
		expect(changesOf(head + first, description).size).toBeGreaterThan(
			description.sections[1]!.lines.length
		);
	});

	it('is nothing where both are the same', () => {
		expect(changesOf(GATHERED, description).size).toBe(0);
	});

	it('leaves the same lines open where others came between', () => {
		const before = annotate(CREATED);
		const open = before.lines.filter(({ attribute }) => attribute === 'ice-ufrag');
		const numbers = carryOver(before, description, new Set(open.map(({ number }) => number)));
		expect(numbers.map((number) => description.lines[number - 1]?.attribute)).toEqual(
			open.map(() => 'ice-ufrag')
		);
	});
});

describe('looking through the lines', () => {
	it('counts what is malformed or unknown in each section', async () => {
		const odd = annotate('v=0\nhello\nm=audio 9 RTP/AVP 0\na=x-new:1\na=setup:maybe');
		expect([...(await countProblems(odd, () => false))]).toEqual([
			[-1, 1],
			[0, 2]
		]);
	});

	it('finds nothing wrong with what a browser wrote', async () => {
		expect((await countProblems(description, () => false)).size).toBe(0);
	});

	it('takes a breath every ten milliseconds, and ends where nobody waits any longer', async () => {
		// A clock on which each line takes a millisecond.
		let now = 0;
		const clock = vi.spyOn(performance, 'now').mockImplementation(() => now++);
		const long = annotate('a=x-new:1\n'.repeat(1000));
		let breaths = 0;
		const all = await countProblems(long, () => {
			breaths += 1;
			return false;
		});
		expect(all.get(-1)).toBe(1000);
		expect(breaths).toBeGreaterThan(80);
		const some = await countProblems(long, () => true);
		expect(some.get(-1)).toBeLessThanOrEqual(11);
		clock.mockRestore();
	});

	it('counts the followed value in each section', () => {
		const counts = countValues(description, 'john', ({ kind }) => kind === 'ufrag');
		expect([...counts]).toEqual([
			[0, 1],
			[1, 1],
			[2, 1]
		]);
	});
});
