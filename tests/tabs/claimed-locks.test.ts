import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClaimedLocks } from '../../src/lib/tabs/claimed-locks';
import { LATEST_TERM } from '../../src/lib/tabs/claims';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Members of one room, each of whom hears what all claim, in one order. */
function room() {
	const all = new Map<string, ClaimedLocks>();
	const claimed = (member: string, claims: string | null) => {
		for (const locks of all.values()) locks.heard(member, claims);
	};
	return {
		claimed,
		enter(member: string) {
			const locks = new ClaimedLocks({
				member,
				claim: (claims) => queueMicrotask(() => claimed(member, claims))
			});
			all.set(member, locks);
			return locks;
		}
	};
}

/** Whether a lock was had, and lost again. */
function ask(locks: ClaimedLocks, lock: string) {
	const state = { had: false, lost: false };
	void locks.hold(lock, { lost: () => (state.lost = true) }).then(() => (state.had = true));
	return state;
}

/** All that is said has come. */
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const waiting = (lock: string) => JSON.stringify({ [lock]: { holds: false, term: 0 } });

describe('the locks that members claim', () => {
	it('pass over who is first and does not take a lock that is free', async () => {
		const { enter, claimed } = room();
		const john = enter('john');
		claimed('ghost', waiting('host'));
		const asked = ask(john, 'host');
		await settle(4000);
		expect(asked.had).toBe(false);
		await settle(2000);
		expect(asked).toEqual({ had: true, lost: false });
	});

	it('pass over one after the other, and have one winner where several do so at once', async () => {
		const { enter, claimed } = room();
		const members = ['john', 'jane', 'third'].map(enter);
		for (const ghost of ['one', 'two']) claimed(ghost, waiting('host'));
		const asked = members.map((locks) => ask(locks, 'host'));
		await settle(30_000);
		expect(asked.filter(({ had, lost }) => had && !lost)).toHaveLength(1);
		for (const locks of members) expect(await locks.held()).toEqual(new Set(['host']));
	});

	it('pass over nobody who takes the lock, nor while somebody has it', async () => {
		const { enter } = room();
		const [john, jane, third] = ['john', 'jane', 'third'].map(enter) as [
			ClaimedLocks,
			ClaimedLocks,
			ClaimedLocks
		];
		const release = await john.hold('host');
		const [atJane, atThird] = [ask(jane, 'host'), ask(third, 'host')];
		await settle(60_000);
		expect([atJane.had, atThird.had]).toEqual([false, false]);
		release();
		await settle();
		expect([atJane.had, atThird.had]).toEqual([true, false]);
		await settle(60_000);
		expect([atJane.lost, atThird.had]).toEqual([false, false]);
	});

	it('pass over nobody while what carries the room is away', async () => {
		const { enter, claimed } = room();
		const john = enter('john');
		claimed('jane', waiting('host'));
		const asked = ask(john, 'host');
		await settle();
		john.away();
		await settle(60_000);
		expect(asked.had).toBe(false);
		claimed('jane', null);
		await settle();
		expect(asked.had).toBe(true);
	});

	it('are claimed by no term that others could not read, however late one is', async () => {
		const { enter, claimed } = room();
		const [john, jane] = [enter('john'), enter('jane')];
		claimed('third', JSON.stringify({ host: { holds: true, term: LATEST_TERM } }));
		claimed('third', null);
		const atJohn = ask(john, 'host');
		await settle();
		expect(atJohn.had).toBe(true);
		expect(await jane.held()).toEqual(new Set(['host']));
		expect(jane.heard('third', `{"host":{"holds":true,"term":${LATEST_TERM + 1}}}`)).toBe(false);
	});

	it.each(['constructor', '__proto__', 'toString', ''])(
		'may be called %j, or whatever a member likes',
		async (name) => {
			const { enter, claimed } = room();
			const [john, jane] = [enter('john'), enter('jane')];
			claimed('third', `{"${name}":{"holds":true,"term":1}}`);
			claimed('third', null);
			const asked = ask(john, 'host');
			await settle();
			expect([asked.had, await jane.held()]).toEqual([true, new Set(['host'])]);
		}
	);
});
