import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../src/lib/ui/ladder/row-phrases';
import { OFFER, rowsOf, Story } from './trace';

describe('what is broken on purpose', () => {
	const titles = { 'jane-sends-answer': 'Jane sends her answer' };
	const last = (story: Story) => rowsOf(story).at(-1)!;

	it('is a row of its own across both lifelines, with what the message is', () => {
		const story = new Story().sent('john', 0, OFFER);
		story.deed({ do: 'drop', peer: 'jane', message: 0 });
		expect(last(story)).toMatchObject({
			kind: 'deed',
			peer: null,
			label: 'The offer to Jane is lost'
		});
		expect(spokenWords(last(story), titles)).toBe('Broken on purpose: The offer to Jane is lost');
	});

	it.each([
		[{ do: 'skip', step: 'jane-sends-answer' }, '‘Jane sends her answer’ is left out'],
		[{ do: 'step', step: 'jane-sends-answer' }, '‘Jane sends her answer’ too early'],
		[{ do: 'step', step: 'unheard-of' }, '‘unheard-of’ too early'],
		[{ do: 'silence', peer: 'john' }, 'From now on nothing reaches John']
	] as const)('is %j: %s', (deed, words) => {
		expect(spokenWords(last(new Story().deed(deed)), titles)).toBe(`Broken on purpose: ${words}`);
	});

	it('is done once more where the step was begun before', () => {
		const story = new Story().step('jane-sends-answer', 'jane');
		story.deed({ do: 'step', step: 'jane-sends-answer' });
		expect(spokenWords(last(story), titles)).toMatch(/‘Jane sends her answer’ once more$/);
	});

	it.each([
		[
			{ do: 'change', peer: 'jane', message: 0, change: 'unheard-of' },
			'A message to Jane: unheard-of'
		],
		[{ do: 'unheard-of' }, 'unheard-of']
	])('is called by its name where it is not known: %j', (deed, label) => {
		expect(last(new Story().deed(deed as never)).label).toBe(label);
	});

	it('says that the browser refused it', () => {
		const story = new Story().deed({ do: 'offer', peer: 'john' });
		story.deedFails('john', 'InvalidStateError', 'It is closed.');
		expect(last(story)).toMatchObject({ kind: 'deed', label: 'refused: InvalidStateError' });
		expect(spokenWords(last(story), titles)).toBe(
			'What was done is refused: InvalidStateError, It is closed.'
		);
	});
});
