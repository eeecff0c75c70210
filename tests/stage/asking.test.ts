import { describe, expect, it } from 'vitest';
import type { Moment } from '../../src/lib/call/moments';
import type { Ask } from '../../src/lib/deck/ask';
import type { Asked } from '../../src/lib/tabs/messages';
import { Asking, pagesOf } from '../../src/lib/ui/stage/asking';

const options = ['a', 'b', 'c'].map((say) => ({ say, why: `why ${say}` }));
const BEFORE: Ask = { question: 'What will come?', check: 'coming', options };
const NOW: Ask = { question: 'What is there?', check: 'there', reveal: 'choice', options };

const moment = (kind: Moment['kind'], slug = 'slide') => ({ slug, kind }) as Moment;

/** A wall at a moment, with what its windows share. */
function wall(kind: Moment['kind'], asks: readonly Ask[] = [BEFORE, NOW]) {
	const session = { moment: moment(kind), asked: undefined } as {
		moment: Moment;
		asked: Asked | undefined;
	};
	const asking = new Asking(session as never, { slide: asks });
	const shows = () => {
		const page = asking.pageOf(session.moment);
		return page.shows === 'slide' ? 'slide' : `${page.shows} ${page.ask.check}`;
	};
	return { session, asking, shows };
}

describe('the pages of a moment', () => {
	it('are, before a step, what is asked of it, and then the slide', () => {
		expect(pagesOf([BEFORE, NOW], 'before')).toEqual([
			{ shows: 'question', ask: BEFORE },
			{ shows: 'slide' }
		]);
	});

	it('are, after it, the slide, the answer, and what is asked of what is there', () => {
		const shows = pagesOf([BEFORE, NOW], 'after').map((page) => page.shows);
		expect(shows).toEqual(['slide', 'answer', 'question', 'answer']);
	});

	it('are the slide alone where nothing is asked', () => {
		for (const kind of ['before', 'after', 'only'] as const) {
			expect(pagesOf([], kind)).toEqual([{ shows: 'slide' }]);
		}
	});
});

describe('a wall', () => {
	it('is filled by the question before its step, and turns to the slide and back', () => {
		const { asking, shows } = wall('before');
		expect(shows()).toBe('question coming');
		asking.turn();
		expect(shows()).toBe('slide');
		asking.turn();
		expect(shows()).toBe('question coming');
	});

	it('shows the slide after the step, and reveals what came of it, with what the room had chosen', () => {
		const { session, asking, shows } = wall('before');
		asking.choose(1);
		session.moment = moment('after');
		expect(shows()).toBe('slide');
		asking.turn();
		expect(shows()).toBe('answer coming');
		expect(asking.chosenOf(BEFORE)).toBe(1);
	});

	it('lets the room choose anew, and nothing at all', () => {
		const { asking } = wall('before');
		asking.choose(1);
		asking.choose(2);
		expect(asking.chosenOf(BEFORE)).toBe(2);
		asking.choose(2);
		expect(asking.chosenOf(BEFORE)).toBeNull();
		asking.choose(3);
		expect(asking.chosenOf(BEFORE)).toBeNull();
	});

	it('takes letters only while a question is on it', () => {
		const { asking, session } = wall('before');
		expect(asking.choices).toBe(3);
		asking.turn();
		expect(asking.choices).toBe(0);
		asking.choose(0);
		expect(session.asked?.chosen).toEqual({});
	});

	it('forgets what was chosen on another slide', () => {
		const { session, asking, shows } = wall('before');
		asking.choose(1);
		session.moment = moment('before', 'another');
		expect(shows()).toBe('slide');
		expect(asking.chosenOf(BEFORE)).toBeNull();
	});

	it('has nothing to turn where nothing is asked', () => {
		const { session, asking } = wall('only', []);
		asking.turn();
		expect(session.asked).toBeUndefined();
	});
});
