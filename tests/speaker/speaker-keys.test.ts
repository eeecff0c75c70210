import { expect, it } from 'vitest';
import { SPEAKER_KEYS } from '../../src/lib/ui/speaker/speaker-keys';
import { STAGE_KEYS } from '../../src/lib/ui/stage/stage-keys';

it('every key of the speaker’s window asks for the same as on the stage', () => {
	for (const { command, keys } of SPEAKER_KEYS) {
		expect(STAGE_KEYS.find((row) => row.command === command)?.keys).toBe(keys);
	}
});

it('the speaker’s window has what goes on when the room is against the talk, and its own help', () => {
	const commands = SPEAKER_KEYS.map(({ command }) => command);
	expect(commands).toEqual(expect.arrayContaining(['next', 'back', 'pattern', 'recorded', 'help']));
});

it('what is open or drawn on the stage alone is not asked for in the speaker’s window', () => {
	const commands: string[] = SPEAKER_KEYS.map(({ command }) => command);
	for (const command of ['overview', 'goTo', 'draw', 'spot', 'spotlight', 'fullScreen', 'close']) {
		expect(commands).not.toContain(command);
	}
});
