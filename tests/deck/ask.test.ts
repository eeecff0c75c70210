import { afterEach, describe, expect, it } from 'vitest';
import { copyOfContent, faultsOf, forgetFolders } from './content';

afterEach(forgetFolders);

const SLIDE = '01-call/01-opening/01-what-is-webrtc.md';
const PLACE = '<Ask {ask} />\n<Answer {ask} />';

/** The faults of a slide that asks like this. */
function faultsOfAsking(ask: string, text = PLACE): readonly string[] {
	const content = copyOfContent();
	content.write(SLIDE, `---\ntitle: T\nask:\n${ask.replace(/^/gm, '  ')}\n---\n\n${text}\n`);
	return faultsOf(content.folder);
}

const OPTIONS = `options:
  - { say: Both., why: So it is., when: both connected }
  - { say: Neither., why: One may think so. }`;
const WHOLE = `question: Will it do?\ncheck: one-candidate\n${OPTIONS}`;

describe('a question of a slide', () => {
	it('is one with a check that there is, two to four options, and one for each answer', () => {
		expect(faultsOfAsking(WHOLE)).toEqual([]);
	});

	it.each([
		[
			'no place in the text',
			WHOLE,
			'Text.',
			'it asks, and its text has no place for it: <Ask {ask} />'
		],
		[
			'no place for the answer',
			WHOLE,
			'<Ask {ask} />',
			'it asks, and its text has no place for it: <Answer {ask} />'
		],
		['no question', `check: one-candidate\n${OPTIONS}`, PLACE, 'question is missing'],
		[
			'a check that there is not',
			WHOLE.replace('one-candidate', 'a-guess'),
			PLACE,
			'there is no check "a-guess" in src/lib/predict'
		],
		[
			'no option for an answer',
			WHOLE.replace(', when: both connected', ''),
			PLACE,
			'each of the answers "both connected" needs one option with when'
		],
		[
			'two options for one answer',
			WHOLE.replace('One may think so.', 'One may think so., when: both connected'),
			PLACE,
			'each of the answers "both connected" needs one option with when'
		],
		['one option', WHOLE.replace(/\n.*Neither.*/, ''), PLACE, 'options: two at least'],
		['an option without a why', WHOLE.replace('why: So it is., ', ''), PLACE, 'why is missing'],
		['an unknown key', `${WHOLE}\npoints: 3`, PLACE, 'unknown key "ask.points"']
	])('is refused, with file and reason: %s', (_, ask, text, says) => {
		const faults = faultsOfAsking(ask, text);
		expect(faults.join('\n')).toContain(`${SLIDE}: `);
		expect(faults.join('\n')).toContain(says);
	});
});
