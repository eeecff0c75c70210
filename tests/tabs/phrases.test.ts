import { describe, expect, it } from 'vitest';
import { roomWordsOf, welcomeWords } from '../../src/lib/ui/tabs/room-phrases';
import { pictureWhereabouts, whereabouts } from '../../src/lib/ui/tabs/seat-phrases';

const FAR = { isFar: true } as const;

describe('where somebody is', () => {
	it('is a tab within a browser, and a machine beyond it', () => {
		expect(whereabouts({ by: 'this', doing: 'reading' })).toBe('in this tab');
		expect(whereabouts({ by: 'this', doing: 'reading', ...FAR })).toBe('on this machine');
		expect(whereabouts({ by: 'other', doing: 'away' })).toBe('in another tab, in the background');
		expect(whereabouts({ by: 'other', doing: 'silent', ...FAR })).toBe(
			'on another machine, which does not answer'
		);
		expect(whereabouts({ by: 'nobody', doing: null, ...FAR })).toBe('the seat is empty');
		expect(pictureWhereabouts({ by: 'other', doing: null })).toBe('in the other tab');
		expect(pictureWhereabouts({ by: 'other', doing: null, ...FAR })).toBe('on the other machine');
		expect(pictureWhereabouts({ by: 'nobody', doing: null, ...FAR })).toBe('gone with its page');
	});

	it('is said without a word of tabs where machines are meant', () => {
		const words = Object.values(roomWordsOf({ key: 'key' })).join(' ');
		expect(words).not.toMatch(/\btabs?\b/);
		expect(roomWordsOf({ key: null })).toMatchObject({ place: 'tab', here: 'in this tab' });
	});
});

describe('the welcome', () => {
	it('says of a shared call what is so', () => {
		expect(welcomeWords({ key: null, own: ['john', 'jane'] })).toEqual({});
		expect(welcomeWords({ key: null, own: ['john'] })).toEqual({
			run: 'run, one in each of two tabs'
		});
		const far = welcomeWords({ key: 'key', own: ['jane'] });
		expect(far.run).toContain('two machines');
		expect(Object.values(far).join(' ')).not.toMatch(/no server|nothing leaves/i);
	});
});
