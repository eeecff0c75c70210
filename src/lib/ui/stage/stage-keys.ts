import { capOf, type ExplainedShortcut } from '../shortcuts';

/** What can be asked for on the stage. */
export type StageCommand =
	| 'next'
	| 'back'
	| 'first'
	| 'last'
	| 'overview'
	| 'goTo'
	| 'ladder'
	| 'inspect'
	| 'break'
	| 'mend'
	| 'black'
	| 'fullScreen'
	| 'speaker'
	| 'mask'
	| 'spot'
	| 'spotlight'
	| 'larger'
	| 'smaller'
	| 'point'
	| 'draw'
	| 'undo'
	| 'clear'
	| 'pattern'
	| 'recorded'
	| 'takeOver'
	| 'turn'
	| 'choose'
	| 'help'
	| 'close'
	| 'stay';

/** A shortcut of the stage, as its help and its buttons say it. */
export interface StageShortcut<
	Command extends StageCommand = StageCommand
> extends ExplainedShortcut<Command> {
	/** What its button says; null where a button would be of no use. */
	readonly button: string | null;
	readonly group: 'The talk' | 'The screen' | 'To show' | 'When the room is against you';
}

/**
 * Every key of the stage: what hands know from other presentations, and what clickers send (PageDown,
 * PageUp, the full stop or b, F5, Escape).
 */
export const STAGE_KEYS: readonly StageShortcut<Exclude<StageCommand, 'choose'>>[] = [
	{
		command: 'next',
		keys: ['ArrowRight', 'PageDown', 'Space', 'N'],
		label: 'Next: performs the step, or goes on',
		button: 'Next',
		group: 'The talk'
	},
	{
		command: 'back',
		keys: ['ArrowLeft', 'PageUp', 'Shift+Space', 'P'],
		label: 'Back: looks at the moment before',
		button: 'Back',
		group: 'The talk'
	},
	{
		command: 'first',
		keys: ['Home'],
		label: 'To the first slide',
		button: 'First',
		group: 'The talk'
	},
	{ command: 'last', keys: ['End'], label: 'To the last slide', button: 'Last', group: 'The talk' },
	{
		command: 'turn',
		keys: ['Enter'],
		label: 'Turns over: a question, its answer, and the slide itself',
		button: 'Question',
		group: 'The talk'
	},
	{
		command: 'goTo',
		keys: ['G'],
		label: 'Go to a slide, by its number or its title',
		button: 'Go to',
		group: 'The talk'
	},
	{
		command: 'overview',
		keys: ['O'],
		label: 'Overview of all slides',
		button: 'Overview',
		group: 'The talk'
	},
	{
		command: 'speaker',
		keys: ['S'],
		label: 'The speaker’s window',
		button: 'Speaker',
		group: 'The screen'
	},
	{
		command: 'fullScreen',
		keys: ['F'],
		label: 'Full screen, on and off',
		button: 'Full screen',
		group: 'The screen'
	},
	{
		command: 'black',
		keys: ['B', '.'],
		label: 'Black screen, on and off',
		button: 'Black',
		group: 'The screen'
	},
	{
		command: 'mask',
		keys: ['M'],
		label: 'Mask addresses and credentials, on and off',
		button: 'Mask',
		group: 'The screen'
	},
	{
		command: 'close',
		keys: ['Escape'],
		label: 'Closes what is open over the slide; loses nothing',
		button: null,
		group: 'The screen',
		everywhere: true
	},
	{
		command: 'stay',
		keys: ['F5', 'Shift+F5'],
		label: 'Nothing: a reload of the stage would end the call',
		button: null,
		group: 'The screen',
		everywhere: true
	},
	{
		command: 'spot',
		keys: ['L'],
		label: 'A red spot that follows the mouse, on and off',
		button: 'Spot',
		group: 'To show'
	},
	{
		command: 'spotlight',
		keys: ['V'],
		label: 'A spotlight that follows the mouse, and all else dark, on and off',
		button: 'Spotlight',
		group: 'To show'
	},
	{
		command: 'larger',
		keys: ['+'],
		label: 'A larger spotlight',
		button: null,
		group: 'To show',
		repeats: true
	},
	{
		command: 'smaller',
		keys: ['-'],
		label: 'A smaller spotlight',
		button: null,
		group: 'To show',
		repeats: true
	},
	{
		command: 'point',
		keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
		label: 'Move the spot and the spotlight without a mouse',
		button: null,
		group: 'To show',
		repeats: true
	},
	{
		command: 'draw',
		keys: ['D'],
		label: 'Draw on the slide, on and off; drawings stay with their slide',
		button: 'Draw',
		group: 'To show'
	},
	{
		command: 'undo',
		keys: ['U'],
		label: 'Undo what was last drawn or cleared on this slide',
		button: 'Undo',
		group: 'To show'
	},
	{
		command: 'clear',
		keys: ['C'],
		label: 'Clear the drawing of this slide',
		button: 'Clear',
		group: 'To show'
	},
	{
		command: 'ladder',
		keys: ['H'],
		label: 'Everything that happened: the ladder',
		button: 'Ladder',
		group: 'To show'
	},
	{
		command: 'inspect',
		keys: ['I'],
		label: 'What this step is about, in full: its calls, lines or candidates',
		button: 'Inspect',
		group: 'To show'
	},
	{
		command: 'break',
		keys: ['W'],
		label: 'Break something: the messages on the wire, the steps, the peers',
		button: 'Break',
		group: 'To show'
	},
	{
		command: 'pattern',
		keys: ['T'],
		label: 'Go on with the test pattern in place of the camera',
		button: 'Test pattern',
		group: 'When the room is against you'
	},
	{
		command: 'recorded',
		keys: ['R'],
		label: 'Go on with a recorded call in place of the peers, and back',
		button: 'Recorded',
		group: 'When the room is against you'
	},
	{
		command: 'mend',
		keys: ['Z'],
		label: 'Undo what was broken last: fresh peers come here again without it',
		button: null,
		group: 'When the room is against you'
	},
	{
		command: 'takeOver',
		keys: ['K'],
		label: 'Take the talk over from another stage',
		button: null,
		group: 'When the room is against you'
	},
	{ command: 'help', keys: ['?'], label: 'These keys', button: 'Keys', group: 'The screen' }
];

/**
 * What the letters of the options are for while a question is on the wall, and only then: the full stop still
 * makes the screen black, and what B, C and D do else is in the bar.
 */
export const CHOOSE: StageShortcut<'choose'> = {
	command: 'choose',
	keys: ['A', 'B', 'C', 'D'],
	label: 'Chooses, while a question fills the wall; B, C and D do nothing else there',
	button: null,
	group: 'The talk'
};

/** What the sheet of keys says. */
export const EXPLAINED_KEYS: readonly StageShortcut[] = [...STAGE_KEYS, CHOOSE];

/**
 * The keys that count while so many options are on the wall: their letters choose, whatever they are for else.
 *
 * @param keys those that count where no question is
 * @param choices 0 where no question is on the wall
 */
export function keysWith<Command extends StageCommand>(
	keys: readonly StageShortcut<Command>[],
	choices: number
): readonly StageShortcut<Command | 'choose'>[] {
	return choices === 0 ? keys : [{ ...CHOOSE, keys: CHOOSE.keys.slice(0, choices) }, ...keys];
}

/** Which option a letter chooses, from 0. */
export const optionOf = (key: string): number => CHOOSE.keys.indexOf(key.toUpperCase());

/** The keys by which a command is asked for in a sentence: the first of its row. */
export function capFor(command: StageCommand): string {
	return capOf(STAGE_KEYS.find((row) => row.command === command)!.keys[0]!);
}
