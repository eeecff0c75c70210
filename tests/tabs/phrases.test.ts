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
		const words = Object.values(roomWordsOf({ by: 'broker' })).join(' ');
		expect(words).not.toMatch(/\btabs?\b/);
		expect(roomWordsOf({ by: 'browser' })).toMatchObject({ place: 'tab', here: 'in this tab' });
	});
});

describe('the welcome', () => {
	it('says of a shared call what is so', () => {
		expect(welcomeWords({ by: 'browser', own: ['john', 'jane'] })).toEqual({});
		expect(welcomeWords({ by: 'browser', own: ['john'] })).toEqual({
			run: 'run, one in each of two tabs'
		});
		for (const by of ['broker', 'hand'] as const) {
			const far = welcomeWords({ by, own: ['jane'] });
			expect(far.run).toContain('two machines');
			expect(far.leaves).toContain('encrypted');
			// By hand nothing stands between the two.
			expect(far.needs?.includes('A broker') ?? false).toBe(by === 'broker');
			expect(Object.values(far).join(' ')).not.toMatch(/no server|nothing leaves/i);
		}
	});
});
