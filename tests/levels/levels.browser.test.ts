import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import type { Level, Variation } from '../../src/lib/levels';
import { LEVELS, Played } from './played';
import { FOUND, MADE, WRONG, type BrowserName, type Finding } from './solutions';

const BROWSER: BrowserName = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';
const isLong = inject('isLong');
const PATIENCE = { timeout: 30_000 };

interface Form {
	name: string;
	level: Level;
	variation: Variation;
	number: number;
}

const forms: readonly Form[] = LEVELS.flatMap((level) =>
	level.variations.map((variation, number) => ({
		name: `${level.slug}, ${number + 1} of ${level.variations.length}`,
		level,
		variation,
		number
	}))
);
/** One of each topic tells whether the others can be trusted; all are played where there is time. */
const TELLING = new Set([
	'signaling/open-question',
	'ice/no-candidates',
	'dtls-and-media/one-digit',
	'make-it-happen/one-candidate'
]);
const played = forms.filter(
	({ level, number }) => isLong || (TELLING.has(level.slug) && number === 0)
);
const ofKind = (kind: Level['kind']) => played.filter(({ level }) => level.kind === kind);

const lines: string[] = [];
afterAll(() => {
	if (isLong) console.log(['the levels', ...lines].join('\n'));
});
const note = (name: string, what: string, since: number) =>
	lines.push([name, BROWSER, what, `${Math.round(performance.now() - since)} ms`].join(' | '));

let call: Played | null = null;
afterEach(() => {
	call?.end();
	call = null;
});

/** A call of its own, in place of the one before. */
async function opened(...of: ConstructorParameters<typeof Played>): Promise<Played> {
	call?.end();
	call = new Played(...of);
	return await call.open();
}

function expected({ comes }: Finding, number: number): string {
	const one = Array.isArray(comes) ? comes[number] : comes;
	return typeof one === 'object' ? one[BROWSER] : one;
}

it('each level is one that is solved here', () => {
	const solved = [...Object.keys(FOUND), ...Object.keys(MADE)];
	expect(solved.toSorted()).toEqual(LEVELS.map(({ slug }) => slug).toSorted());
});

describe('something is to be found', () => {
	it.each(ofKind('find'))(
		'$name: it fails as is told, what proves it is right and nothing else, and without it the goal is reached',
		{ timeout: 120_000 },
		async ({ name, level, variation, number }) => {
			const finding = FOUND[level.slug]!;
			const since = performance.now();
			const seeded = await opened(level, variation);
			await seeded.goOn();
			const came = await seeded.outcome();
			note(name, came, since);
			expect(came).toBe(expected(finding, number));
			expect(seeded.reached).toBeNull();

			expect(seeded.judged(WRONG(seeded.view))).toBe('wrong');
			expect(seeded.judged(finding.right(seeded.view, variation))).toBe('right');
			expect(seeded.reached).toBeNull();

			const mending = performance.now();
			const mended = await opened(level, variation, true);
			await expect.poll(() => mended.reached, PATIENCE).not.toBeNull();
			note(name, `mended: ${mended.reached!.proof}`, mending);
		}
	);
});

describe('something is to be brought about', () => {
	it.each(ofKind('make'))(
		'$name: not by Next alone, but by what the hints say',
		{ timeout: 120_000 },
		async ({ name, level, variation }) => {
			const since = performance.now();
			const alone = await opened(level, variation);
			await alone.goOn();
			expect(await alone.outcome()).toBe('connected');
			expect(alone.reached).toBeNull();
			note(name, 'by Next alone: connected, not reached', since);

			const making = performance.now();
			const made = await opened(level, variation);
			await MADE[level.slug]!(made, variation.peer ?? 'john');
			await made.goOn();
			await expect.poll(() => made.reached, PATIENCE).not.toBeNull();
			note(name, made.reached!.proof, making);
		}
	);
});
