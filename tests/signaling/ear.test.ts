import { describe, expect, it } from 'vitest';
import { Ear, type Here, type Said } from '../../src/lib/signaling/ear';
import { newKey, Seal } from '../../src/lib/signaling/seal';

const ROOM = 'room';

/** A member that seals, and one that hears. */
function pair() {
	const key = newKey();
	const sealing = new Seal(ROOM, key);
	const say = (message: Said) => sealing.seal('say', JSON.stringify(message));
	const here = (message: Here) => sealing.seal('here', JSON.stringify(message));
	const hearing = new Seal(ROOM, key);
	const tell = (message: Said) => sealing.seal(`to ${hearing.member}`, JSON.stringify(message));
	return { sealing, ear: new Ear(hearing), say, tell, here, member: sealing.member };
}

const WORDS: Said = { line: '', text: 'words' };
const GONE: Here = { gone: true };

describe('an ear', () => {
	it('hears each word once, and none that is older than the last', async () => {
		const { ear, say, member } = pair();
		const [one, two] = [await say(WORDS), await say(WORDS)];
		expect(await ear.said(two)).toEqual({ member, message: WORDS });
		expect([await ear.said(two), await ear.said(one)]).toEqual([null, null]);
	});

	it('hears what is told to it alone, once each, and nothing that is told to another', async () => {
		const { ear, sealing, tell, member } = pair();
		const [one, two] = [await tell(WORDS), await tell(WORDS)];
		expect(await ear.told(await sealing.seal('to another', JSON.stringify(WORDS)))).toBe(null);
		expect(await ear.told(two)).toEqual({ member, message: WORDS });
		expect([await ear.told(two), await ear.told(one)]).toEqual([null, null]);
	});

	it('takes nothing that was said to all for what is told to it, nor the other way', async () => {
		const { ear, say, tell } = pair();
		expect([await ear.told(await say(WORDS)), await ear.said(await tell(WORDS))]).toEqual([
			null,
			null
		]);
	});

	it('hears both where a broker brings them in another order than they were sealed in', async () => {
		const { ear, say, tell } = pair();
		const [first, second] = [await say(WORDS), await tell(WORDS)];
		expect(await ear.told(second)).not.toBe(null);
		expect(await ear.said(first)).not.toBe(null);
	});

	it('hears again of who is here only what the broker may have kept', async () => {
		const { ear, here, member } = pair();
		const claimed = await here({ claims: '{}', said: 0, will: 0 });
		expect(await ear.here(member, claimed, false)).not.toBe(null);
		expect(await ear.here(member, claimed, true)).not.toBe(null);
		expect(await ear.here(member, claimed, false)).toBe(null);
	});

	it('heeds the will that a member has named last, and no other', async () => {
		const { ear, here, member } = pair();
		const former = await here(GONE);
		await ear.here(member, await here({ claims: '{}', said: 0, will: 1 }), false);
		const next = await here(GONE);
		await ear.here(member, await here({ claims: '{}', said: 0, will: 3 }), false);
		expect(await ear.here(member, former, true)).toBe(null);
		expect(await ear.here(member, next, true)).toEqual({ member, message: GONE });
	});

	it('hears in the place of one member nothing that another has sealed', async () => {
		const { ear, here } = pair();
		const claimed = await here({ claims: '{}', said: 0, will: 0 });
		expect(await ear.here('00'.repeat(16), claimed, true)).toBe(null);
	});

	it('does not hear what a member had said before it was heard first', async () => {
		const { ear, say, tell, here, member } = pair();
		const [old, told] = [await say(WORDS), await tell(WORDS)];
		await ear.here(member, await here({ claims: '{}', said: 2, will: 0 }), true);
		expect([await ear.said(old), await ear.told(told)]).toEqual([null, null]);
		expect(await ear.said(await say(WORDS))).not.toBe(null);
		expect(await ear.told(await tell(WORDS))).not.toBe(null);
	});

	it('hears nothing that is sealed and no message of ours', async () => {
		const { ear, sealing, member } = pair();
		for (const text of ['', 'null', '[]', '{"line":1,"text":""}', '{"enters":false}', '{"a":1}']) {
			expect(await ear.said(await sealing.seal('say', text))).toBe(null);
			expect(await ear.here(member, await sealing.seal('here', text), true)).toBe(null);
		}
	});

	it('knows a will that was left behind by the member never having been heard', async () => {
		const { ear, here, member } = pair();
		const will = await here(GONE);
		expect(await ear.isLeftBehind(member, will)).toBe(true);
		await ear.here(member, await here({ claims: '{}', said: 0, will: 1 }), false);
		expect(await ear.isLeftBehind(member, will)).toBe(false);
	});
});
