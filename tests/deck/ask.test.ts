import { afterEach, describe, expect, it } from 'vitest';
import { copyOfContent, faultsOf, forgetFolders, read } from './content';

afterEach(forgetFolders);

const SLIDE = '01-call/02-john-prepares/01-john-creates-peer-connection.md';
const STEP = 'step: john-creates-peer-connection\n';
const PLACE = '<Ask {ask} />\n<Answer {ask} />';
const NOW = '<AskNow {ask} />';

/** A question in a list. */
const listed = (question: string) => question.replace(/^/gm, '    ').replace(/^ {4}/, '  - ');

/** The faults of a slide that asks like this. */
function faultsOfAsking(ask: string, text = PLACE, step = STEP): readonly string[] {
	const content = copyOfContent();
	content.write(SLIDE, `---\ntitle: T\n${step}ask:\n${ask}\n---\n\n${text}\n`);
	return faultsOf(content.folder);
}

const OPTIONS = `options:
  - { say: Both., why: So it is., when: both connected }
  - { say: Jane., why: One may think so., when: Jane alone }
  - { say: Neither., why: One may think so., when: nothing }`;
const WHOLE = `question: Will it do?\ncheck: one-candidate\n${OPTIONS}`;
const CHOICE = `${WHOLE}\nreveal: choice`;

describe('the questions of a slide', () => {
	it.each([
		['before its step', listed(WHOLE), PLACE, STEP],
		['of what is there, where it has a step', listed(CHOICE), NOW, STEP],
		[
			'of both kinds',
			`${listed(WHOLE)}\n${listed(CHOICE.replace('one-candidate', 'how-often-needed').replace('both connected', 'once').replace('Jane alone', 'more than once').replace('nothing', 'never'))}`,
			`${PLACE}\n${NOW}`,
			STEP
		]
	])('may be asked %s', (_, ask, text, step) => {
		expect(faultsOfAsking(ask, text, step)).toEqual([]);
	});

	it.each([
		[
			'no place in the text',
			listed(WHOLE),
			'Text.',
			'it asks, and its text has no place for it: <Ask {ask} />'
		],
		[
			'no place for the answer',
			listed(WHOLE),
			'<Ask {ask} />',
			'it asks, and its text has no place for it: <Answer {ask} />'
		],
		[
			'no place for what is asked of what is there',
			listed(CHOICE),
			PLACE,
			'it asks, and its text has no place for it: <AskNow {ask} />'
		],
		['no list', WHOLE.replace(/^/gm, '  '), PLACE, 'ask must be a list of questions'],
		['the same twice', `${listed(WHOLE)}\n${listed(WHOLE)}`, PLACE, 'ask has the same check twice'],
		[
			'another way to reveal it',
			listed(`${WHOLE}\nreveal: later`),
			PLACE,
			'reveal can only be choice'
		],
		['no question', listed(`check: one-candidate\n${OPTIONS}`), PLACE, 'question is missing'],
		[
			'a check that there is not',
			listed(WHOLE.replace('one-candidate', 'a-guess')),
			PLACE,
			'there is no check "a-guess" in src/lib/predict'
		],
		[
			'no option for an answer',
			listed(WHOLE.replace(', when: both connected', '')),
			PLACE,
			'each of the answers "both connected", "nothing", "Jane alone" needs one option with when'
		],
		[
			'two options for one answer',
			listed(WHOLE.replace('when: nothing', 'when: both connected')),
			PLACE,
			'each of the answers "both connected", "nothing", "Jane alone" needs one option with when'
		],
		[
			'one option',
			listed(WHOLE.replace(/\n.*(Jane|Neither).*/g, '')),
			PLACE,
			'options: two at least'
		],
		[
			'an option without a why',
			listed(WHOLE.replace('why: So it is., ', '')),
			PLACE,
			'why is missing'
		],
		['an unknown key', listed(`${WHOLE}\npoints: 3`), PLACE, 'unknown key "ask.0.points"']
	])('are refused, with file and reason: %s', (_, ask, text, says) => {
		const faults = faultsOfAsking(ask, text);
		expect(faults.join('\n')).toContain(`${SLIDE}: `);
		expect(faults.join('\n')).toContain(says);
	});

	it('cannot be asked before a step by a slide that has none', () => {
		const content = copyOfContent();
		const slide = '01-call/01-opening/01-what-is-webrtc.md';
		content.write(slide, `---\ntitle: T\nask:\n${listed(WHOLE)}\n---\n\n${PLACE}\n`);
		expect(faultsOf(content.folder)).toEqual([
			`${slide}: it asks before a step, and has none: reveal must be choice`
		]);
	});

	it('are counted for the list of contents', () => {
		const { lessons } = read('content');
		const asking = lessons[0]!.slides.filter(({ asks }) => asks > 0);
		expect(asking.map(({ slug }) => slug)).toContain('jane-adds-candidate');
	});

	it('are left out by a deck that says so', () => {
		const content = copyOfContent();
		content.write('decks/quiet.yaml', 'title: Quiet\nquestions: false\n');
		const { decks } = read(content.folder);
		const quiet = decks.find(({ name }) => name === 'quiet')!;
		expect(quiet.questions).toBe(false);
		expect(quiet.slides.filter(({ asks }) => asks > 0)).toEqual([]);
		expect(decks.find(({ name }) => name === 'full')!.questions).toBe(true);
	});
});
