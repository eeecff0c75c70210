import { describe, expect, it } from 'vitest';
import { capOf, commandFor } from '../../src/lib/ui/shortcuts';
import { keysWith, optionOf, STAGE_KEYS } from '../../src/lib/ui/stage/stage-keys';

/** A key press, as far as it is read; `within` lists selectors of elements around the focus. */
function press(
	key: string,
	{ within = [] as string[], ...more }: Partial<KeyboardEvent> & { within?: string[] } = {}
): KeyboardEvent {
	const shiftKey = key.startsWith('Shift+');
	const name = key.replace('Shift+', '').replace('Space', ' ');
	const target = {
		closest: (selector: string) => within.find((one) => selector.split(', ').includes(one)) ?? null
	};
	return { key: name, shiftKey, target, ...more } as unknown as KeyboardEvent;
}

const asked = (event: KeyboardEvent, letters = true) => commandFor(event, STAGE_KEYS, letters);

describe.each(STAGE_KEYS)('on the stage, $command', ({ command, keys, everywhere }) => {
	it.each(keys)('is asked for by %s', (key) => {
		expect(asked(press(key))).toBe(command);
	});

	it.each(keys)('is not asked for by %s in a chord', (key) => {
		for (const chord of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
			expect(asked(press(key, chord))).toBeNull();
		}
	});

	it.each(keys)(`${everywhere ? 'is' : 'is not'} asked for by %s within a field`, (key) => {
		expect(asked(press(key, { within: ['textarea'] }))).toBe(everywhere ? command : null);
	});

	it.each(keys)('is asked for by %s on a focused button, but for what presses it', (key) => {
		const given = /Space|Enter/.test(key) ? null : command;
		expect(asked(press(key, { within: ['button'] }))).toBe(given);
	});
});

describe('the keys of the stage', () => {
	it('are never asked for twice', () => {
		const keys = STAGE_KEYS.flatMap(({ keys }) => keys);
		expect(new Set(keys).size).toBe(keys.length);
		const commands = STAGE_KEYS.map(({ command }) => command);
		expect(new Set(commands).size).toBe(commands.length);
	});

	it('count once for a key that is held down', () => {
		expect(asked(press('PageDown', { repeat: true }))).toBeNull();
		expect(asked(press('V', { repeat: true }))).toBeNull();
		expect(asked(press('F5', { repeat: true }))).toBe('stay');
	});

	it('move the spotlight and change its size while they are held down', () => {
		expect(asked(press('Shift+ArrowLeft', { repeat: true }))).toBe('point');
		expect(asked(press('+', { repeat: true }))).toBe('larger');
	});

	it('leave a letter with Shift alone, and take a sign that needs it', () => {
		expect(asked(press('N', { shiftKey: true }))).toBeNull();
		expect(asked(press('?', { shiftKey: true }))).toBe('help');
	});

	it('are only those with names where single characters are no shortcuts', () => {
		const left = STAGE_KEYS.flatMap(({ keys }) => keys).filter(
			(key) => asked(press(key), false) !== null
		);
		expect(left.every((key) => key.length > 1)).toBe(true);
		expect(left).toContain('PageDown');
	});

	it('leave arrows to a list of tabs, and take what clickers send even there', () => {
		const within = ['[role="tablist"]'];
		expect(asked(press('ArrowRight', { within }))).toBeNull();
		expect(asked(press('PageDown', { within }))).toBe('next');
	});
});

describe('while a question is on the wall, the keys', () => {
	const asking = (choices: number) => keysWith(STAGE_KEYS, choices);
	const askedOf = (key: string, choices: number) => commandFor(press(key), asking(choices), true);

	it('choose by the letters of its options, whatever these are for else', () => {
		expect(['a', 'B', 'C', 'd'].map((key) => askedOf(key, 4))).toEqual(Array(4).fill('choose'));
		expect(['a', 'B', 'C', 'd'].map(optionOf)).toEqual([0, 1, 2, 3]);
	});

	it('leave the letters alone that no option has', () => {
		expect(askedOf('A', 2)).toBe('choose');
		expect(askedOf('C', 2)).toBe('clear');
		expect(askedOf('D', 2)).toBe('draw');
	});

	it('make the screen black by what clickers send, and do all else as ever', () => {
		expect(askedOf('.', 4)).toBe('black');
		expect(askedOf('PageDown', 4)).toBe('next');
		expect(askedOf('Enter', 4)).toBe('turn');
	});

	it('are those of the stage alone where none is', () => {
		expect(asking(0)).toBe(STAGE_KEYS);
		expect(askedOf('A', 0)).toBeNull();
		expect(askedOf('B', 0)).toBe('black');
	});
});

describe('what is printed on a key', () => {
	it.each([
		['PageDown', 'Page ↓'],
		['Shift+ArrowLeft', 'Shift ←'],
		['Shift+Space', 'Shift Space'],
		['+', '+'],
		['G', 'G']
	])('is, of %s, %s', (key, cap) => {
		expect(capOf(key)).toBe(cap);
	});
});
