import { describe, expect, it } from 'vitest';
import { partToFollow, whyNotFollowing } from '../../src/lib/ui/stage/other-stage';
import type { RoomView } from '../../src/lib/tabs/room';

const TALK = [
	{ name: 'call-and-glare', title: 'A call', minutes: 6 },
	{ name: 'glare', title: 'Glare', minutes: 8 }
];

/** What a stage knows of its room that watches another. */
const room = (change: Partial<RoomView>) =>
	({
		role: 'spectator',
		lost: [],
		hostIsSilent: false,
		site: 'a',
		otherVersions: [],
		deck: 'call-and-glare',
		otherDeck: null,
		...change
	}) as unknown as RoomView;

describe('a stage beside the one that runs the talk', () => {
	it('follows that one to another part of their talk, and says nothing of another talk', () => {
		for (const lost of [[], ['john', 'jane']] as const) {
			const there = room({ otherDeck: 'glare', lost });
			expect(partToFollow(there, TALK)).toBe('glare');
			expect(whyNotFollowing(there, false, TALK)).toBeNull();
		}
	});

	it('stays where the other has another talk, and says so', () => {
		const there = room({ otherDeck: 'ten-minutes' });
		expect(partToFollow(there, TALK)).toBeNull();
		expect(whyNotFollowing(there, false, TALK)).toMatch(/^Another stage is open, with the talk “/);
	});

	it('stays where it is only coming, where the other has the same part, and where there is none', () => {
		expect(partToFollow(room({ role: 'joining', otherDeck: 'glare' }), TALK)).toBeNull();
		expect(partToFollow(room({}), TALK)).toBeNull();
	});

	it('says where the other has another version of the site, or does not answer', () => {
		expect(whyNotFollowing(room({ otherVersions: ['b'] }), false, TALK)).toContain('version');
		expect(whyNotFollowing(room({ hostIsSilent: true }), true, TALK)).toContain('does not answer');
		expect(whyNotFollowing(room({}), true, TALK)).toBeNull();
	});
});
