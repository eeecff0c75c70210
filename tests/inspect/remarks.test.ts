import { describe, expect, it } from 'vitest';
import { recognise, type Recognised } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-created').replaceAll('\r\n', '\n');
const LINES = OFFER.trimEnd().split('\n');
type Parts = Extract<Recognised, { descriptions: unknown }>;

function partsOf(text: string): Parts {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return found;
}

/** The description that is read, if there is one and nothing beside it. */
function readBack(text: string): string {
	const { descriptions, unused, candidates } = partsOf(text);
	expect([unused, candidates, descriptions.length]).toEqual([[], [], 1]);
	return descriptions[0]!.sdp.replaceAll('\r\n', '\n').trimEnd();
}

const notesOf = (text: string) => partsOf(text).notes.map(({ id, line }) => [id, line]);

/** What a mail makes of lines that are longer than 72 letters. */
const broken = (line: string, end: string) =>
	line.replace(/(?=.{73})(.{1,71}) (?=\S)/g, `$1${end}`);

describe('what a person writes beside lines is taken off:', () => {
	it.each([
		['an arrow behind a line', 'a=setup:actpass   <-- why?'],
		['an arrow of another kind', 'a=setup:actpass ← here'],
		['a comment behind a line', 'a=setup:actpass // the browser’s'],
		['a comment in front', '// the role\na=setup:actpass'],
		['an arrow beneath', 'a=setup:actpass\n  ^^^^ this'],
		['a comment of another kind', '# the role\na=setup:actpass'],
		['a comment of XML', '<!-- the role -->\na=setup:actpass']
	])('%s', (_, marked) => {
		const text = OFFER.replace('a=setup:actpass', marked);
		expect(readBack(text)).toBe(OFFER.trimEnd());
		expect(notesOf(text)).toMatchObject([['remarks', expect.any(Number) as number]]);
		expect(partsOf(text).descriptions[0]!.verbatim).toBe(false);
	});

	it.each([
		'**a=setup:actpass**',
		'`a=setup:actpass`',
		'-> a=setup:actpass',
		'*** a=setup:actpass'
	])('marks: %s', (marked) => {
		expect(readBack(OFFER.replace('a=setup:actpass', marked))).toBe(OFFER.trimEnd());
	});

	it('but nothing of a line in which anything may stand', () => {
		const text = OFFER.replace('s=-', 's=Call <-- of // Jane # 5');
		expect(readBack(text)).toBe(text.trimEnd());
		expect(notesOf(text)).toEqual([]);
	});
});

describe('lines that somebody left out', () => {
	it.each(['...', '…', '[...]', '(snip)', '-- cut --', '[12 more lines]', '... (truncated)'])(
		'do not end the description, and nothing is concluded from it: %s',
		(dots) => {
			const text = [...LINES.slice(0, 8), dots, ...LINES.slice(12)].join('\n');
			expect(readBack(text)).toBe([...LINES.slice(0, 8), ...LINES.slice(12)].join('\n'));
			expect(notesOf(text)).toContainEqual(['left-out', 9]);
			expect(conclude(partsOf(text))).toMatchObject([
				{ verdict: null, findings: [{ id: 'sdp.lost-in-copying' }] }
			]);
		}
	);

	const foldable = (sdp: string) => {
		const parts = sdp.trimEnd().split(/\r?\n(?=m=)/);
		return parts.map((part) => {
			const [first, ...rest] = part.split(/\r?\n/);
			const tail = first!.startsWith('m=') ? ' direction=sendrecv mid=0' : '';
			return { first: `${first} (${rest.length} more lines)${tail}`, rest };
		});
	};

	it('are told from those that Chromium’s own page counts and shows', () => {
		const text = foldable(OFFER)
			.flatMap(({ first, rest }) => [first, ...rest])
			.concat('')
			.join('\n');
		expect(readBack(text)).toBe(LINES.join('\n'));
		expect(notesOf(text)).toEqual([]);
	});

	it.each(foldable(OFFER).map((_, at) => at))('are missed where it has part %i folded', (at) => {
		const text = foldable(OFFER)
			.flatMap(({ first, rest }, index) => (index === at ? [first] : [first, ...rest]))
			.concat('')
			.join('\n');
		expect(notesOf(text).map(([id]) => id)).toEqual(['left-out']);
		expect(conclude(partsOf(text))).toMatchObject([
			{ verdict: null, findings: [{ id: 'sdp.lost-in-copying' }] }
		]);
	});

	it('at its beginning and at its end are missed too', () => {
		for (const text of [
			['v=0', '...', ...LINES.slice(6)].join('\n'),
			[...LINES.slice(0, 12), '...'].join('\n')
		]) {
			expect(partsOf(text).descriptions.map(({ lost }) => lost)).toEqual(['left out']);
		}
	});
});

describe('lines that were broken because they are long are put together:', () => {
	it.each([
		['with a blank at the end', ' \n', ''],
		['without', '\n', ''],
		['in a quotation', ' \n> ', '> '],
		['in an indent', '\n    ', '    ']
	])('%s', (_, end, front) => {
		const text = LINES.map((line) => front + broken(line, end)).join('\n');
		expect(text.split('\n').length).toBeGreaterThan(LINES.length);
		expect(readBack(`Offer:\n\n${text}\n`)).toBe(OFFER.trimEnd());
	});

	it('and the last one too', () => {
		const last = 'a=ssrc:3790116402 msid:00703087-563f-4430-a269-cd8b7848ad4d 1e5a7319-8a11-4483';
		const text = [...LINES, last].map((line) => broken(line, ' \n')).join('\n');
		expect(readBack(`${text}\n`)).toBe([...LINES, last].join('\n'));
	});

	it('and no line of a log is taken for the rest of one, where no line is broken', () => {
		const [first, rest] = [LINES.slice(0, 12), LINES.slice(12)];
		const { descriptions } = partsOf([...first, 'ice state: checking', ...rest].join('\n'));
		expect(descriptions[0]!.sdp.replaceAll('\r\n', '\n').trimEnd()).toBe(LINES.join('\n'));
	});
});

describe('blanks behind each line, as a terminal copies them, are no part of it', () => {
	it.each([1, 120])('to a width, or %i each', (width) => {
		const filled = LINES.map((line) => (width === 1 ? `${line} ` : line.padEnd(width + 60)));
		expect(readBack(filled.join('\n'))).toBe(OFFER.trimEnd());
	});

	it('but behind a single line they are', () => {
		const text = OFFER.replace('v=0', 'v=0 ');
		expect(readBack(text)).toBe(text.trimEnd());
	});
});

describe('lines that stand in one, because their ends were lost, are taken apart', () => {
	it.each([' ', ', ', ' | ', ';'])('with %j between', (between) => {
		const text = `Offer: ${LINES.join(between)}`;
		expect(readBack(text)).toBe(OFFER.trimEnd());
		expect(notesOf(text)).toEqual([['one-line', 1]]);
	});

	it('each of several in a line', () => {
		const text = `${LINES.join(' ')} ${LINES.join(' ').replace(/o=- \d+/, 'o=- 5')}`;
		expect(partsOf(text).descriptions.map(({ sdp: one }) => one.split('\r\n').length)).toEqual([
			LINES.length + 1,
			LINES.length + 1
		]);
	});

	it('but not where quotes show that it really is one line', () => {
		const found = partsOf(JSON.stringify({ type: 'offer', sdp: LINES.join(' ') }));
		expect(found.descriptions[0]!.sdp).not.toContain('\r\n');
	});
});

describe('what closes a description is told from what is its own:', () => {
	const last = 'a=ssrc:5 cname:{ed463ac5-dabf-44d4-8b9f-e14318427b2b}';
	const whole = `${OFFER.trimEnd()}\n${last}`;

	it.each([
		['three quotes', `"""${whole}"""`],
		['three quotes of another kind', `sdp = '''${whole}'''.strip()`],
		['a bracket', `{sdp=${whole}}`],
		['brackets', `got ({sdp=${whole}})`],
		['a type in front of a bracket', `{sdp=${whole}, type=offer}`]
	])('%s', (_, text) => {
		expect(readBack(text)).toBe(whole);
	});

	it('a bracket that it opened itself', () => {
		expect(readBack(`parse(\n${whole}\n)`)).toBe(whole);
	});
});

describe('quotes as a mail sets them', () => {
	it('are no part of the description', () => {
		expect(readBack(`sdp: “${OFFER.trimEnd()}”`)).toBe(OFFER.trimEnd());
	});
});

describe('that the last line has no end', () => {
	const verdict = (text: string) => conclude(partsOf(text))[0]!.verdict?.sentence;
	const trimmed = OFFER.trimEnd();

	it.each([
		['in JSON', JSON.stringify({ type: 'offer', sdp: trimmed })],
		['in JSON in a log', `12:00 got ${JSON.stringify({ type: 'offer', sdp: trimmed })} from 5`],
		['in a literal', `sdp: "${trimmed}"`]
	])('is certain where quotes show it: %s', (_, text) => {
		expect(verdict(text)).toBe('Chromium refuses this offer, Firefox accepts it.');
	});

	it.each([
		['alone', trimmed],
		['in a fence', `\`\`\`\n${trimmed}\n\`\`\``],
		['in brackets', `{sdp=${trimmed}, type=offer}`]
	])('may be the copy’s elsewhere: %s', (_, text) => {
		expect(verdict(text)).toBe('A browser accepts this offer.');
	});
});
