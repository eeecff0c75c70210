import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressKeeper } from '../../src/lib/state/address-keeper';
import { Browser, SLIDES, type Walk } from './browser';

/** A keeper between a browser and a walk, both as they may be at their worst. */
function kept(walk: Partial<Walk> = {}, address = 'a') {
	const browser = new Browser(address, walk);
	const keeper = new AddressKeeper(browser);
	browser.keeper = keeper;
	return { browser, keeper };
}

describe('the address follows the walk', () => {
	it('at once, with an entry for each slide', () => {
		const { browser } = kept();
		browser.begin('a');
		browser.move('b');
		browser.move('c');
		expect(browser.named()).toBe('c');
		expect(browser.entries).toEqual(['a', 'b', 'c']);
	});

	it('to the last moment when it goes on and comes back in one instant', () => {
		const { browser } = kept();
		browser.begin('a');
		browser.move('b');
		browser.move('a');
		expect(browser.named()).toBe('a');
	});

	it('without an entry of its own where the walk begins elsewhere than the page was opened', () => {
		const { browser } = kept();
		browser.begin('c');
		expect(browser.entries).toEqual(['c']);
	});

	it('from an address without a slide', () => {
		const { browser } = kept({}, '');
		browser.begin('a');
		expect(browser.entries).toEqual(['a']);
	});

	it('later, where the browser refuses it now', () => {
		const { browser } = kept();
		browser.begin('a');
		for (const refuses of ['throws', 'nothing'] as const) {
			browser.refuses = refuses;
			browser.move('b');
			browser.move('c');
			expect(browser.named()).toBe('a');
			browser.refuses = null;
			browser.passTime();
			expect(browser.named()).toBe('c');
			browser.move('a');
		}
	});

	it('never while another page has the address', () => {
		const { browser } = kept();
		browser.begin('a');
		browser.elsewhere = true;
		browser.move('b');
		expect(browser.entries).toEqual(['a']);
	});

	it('no more once the page has gone', () => {
		const { browser, keeper } = kept();
		browser.begin('a');
		keeper.end();
		browser.move('b');
		browser.passTime();
		expect(browser.named()).toBe('a');
	});
});

describe('an address that is chosen', () => {
	it('takes the walk to its slide, and stays where it is in the history', async () => {
		const { browser } = kept();
		browser.begin('a');
		browser.move('b');
		browser.move('c');
		browser.traverse(-1);
		await browser.rest();
		expect(browser.shown()).toBe('b');
		expect(browser.entries).toEqual(['a', 'b', 'c']);
		browser.traverse(1);
		await browser.rest();
		expect(browser.shown()).toBe('c');
	});

	it('comes back where the walk does not go there', async () => {
		const { browser } = kept({ answers: 'refuses' });
		browser.begin('a');
		browser.move('b');
		browser.traverse(-1);
		await browser.rest();
		expect(browser.shown()).toBe('b');
		expect(browser.named()).toBe('b');
	});

	it('is shown at once where no walk runs yet, whether a link or the browser chose it', async () => {
		const { browser, keeper } = kept({});
		await keeper.open('c', '');
		expect([browser.named(), browser.looked]).toEqual(['c', 'c']);
		browser.traverse(-1);
		expect(browser.looked).toBe(browser.named());
		browser.looked = null;
		browser.begin('b');
		await keeper.open('d', '');
		expect(browser.looked, 'a walk that runs shows its own').toBeNull();
	});

	it('comes back where nobody answers, and is followed where somebody does too late', async () => {
		const { browser } = kept({ answers: 'late' });
		browser.begin('a');
		browser.move('b');
		browser.traverse(-1);
		await browser.rest();
		expect(browser.named()).toBe('b');
		browser.answerLate();
		expect(browser.shown()).toBe('a');
		expect(browser.named()).toBe('a');
	});

	it('before the walk begins is asked for when it begins', async () => {
		const { browser } = kept();
		browser.entries.push('b');
		browser.position = 1;
		browser.traverse(-1);
		browser.begin('b');
		await browser.rest();
		expect(browser.shown()).toBe('a');
		expect(browser.named()).toBe('a');
	});

	it('is no wish where the browser only comes back to it', async () => {
		const { browser, keeper } = kept();
		browser.begin('a');
		browser.move('b');
		browser.position = 0;
		keeper.addressReturned();
		await browser.rest();
		expect(browser.shown()).toBe('b');
		expect(browser.named()).toBe('b');
	});
});

describe('a link', () => {
	it('takes the walk to its slide, and the address to the place on it', async () => {
		const { browser, keeper } = kept();
		browser.begin('a');
		await keeper.open('c', '#ice');
		expect(browser.shown()).toBe('c');
		expect(browser.entries).toEqual(['a', 'c#ice']);
	});

	it('to the slide that is shown moves to the place on it', async () => {
		const { browser, keeper } = kept();
		browser.begin('a');
		await keeper.open('a', '#ice');
		await keeper.open('a', '');
		expect(browser.entries).toEqual(['a', 'a#ice']);
	});

	it('that the walk does not follow leaves no trace, whatever comes later', async () => {
		const { browser, keeper } = kept({ answers: 'refuses' });
		browser.begin('a');
		await keeper.open('c', '#ice');
		expect(browser.entries).toEqual(['a']);
		browser.move('c');
		expect(browser.entries).toEqual(['a', 'c']);
	});

	it('before the walk begins is asked for when it begins', async () => {
		const { browser, keeper } = kept();
		await keeper.open('b', '');
		browser.begin('a');
		await browser.rest();
		expect(browser.shown()).toBe('b');
		expect(browser.entries).toEqual(['a', 'b']);
	});
});

describe('whatever happens in whatever order', () => {
	const slide = fc.constantFrom(...SLIDES);
	const move = fc.oneof(
		fc.record({ does: fc.constant('move' as const), slide }),
		fc.record({ does: fc.constant('link' as const), slide, hash: fc.constantFrom('', '#x') }),
		fc.record({ does: fc.constant('traverse' as const), by: fc.integer({ min: -3, max: 3 }) }),
		fc.record({
			does: fc.constant('answers' as const),
			answers: fc.constantFrom('at once', 'refuses', 'late' as const)
		}),
		fc.record({
			does: fc.constant('refuses' as const),
			refuses: fc.constantFrom(null, 'throws', 'nothing' as const)
		}),
		fc.record({ does: fc.constant('late' as const) }),
		fc.record({ does: fc.constant('time' as const) }),
		fc.record({ does: fc.constant('turn' as const) })
	);

	it('address and moment are the same when all has come to rest', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(move, { maxLength: 40 }),
				fc.nat({ max: 40 }),
				slide,
				async (moves, begins, first) => {
					const { browser, keeper } = kept();
					for (const [index, one] of moves.entries()) {
						if (index === begins) browser.begin(first);
						if (one.does === 'move') browser.move(one.slide);
						else if (one.does === 'link') void keeper.open(one.slide, one.hash);
						else if (one.does === 'traverse') browser.traverse(one.by);
						else if (one.does === 'answers') browser.walk.answers = one.answers;
						else if (one.does === 'refuses') browser.refuses = one.refuses;
						else if (one.does === 'late') browser.answerLate();
						else if (one.does === 'time') browser.passTime();
						else await Promise.resolve();
					}
					if (browser.shown() === null) browser.begin(first);
					browser.refuses = null;
					await browser.rest();
					expect(browser.named()).toBe(browser.shown());
				}
			),
			{ numRuns: 5000 }
		);
	});
});
