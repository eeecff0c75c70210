import { afterEach, describe, expect, it } from 'vitest';
import { HOST_LOCK, seatLock } from '../../src/lib/tabs/locks';
import { PEER_NAMES } from '../../src/lib/trace';
import { endAll, freshRoom, puppet, sitting, tab } from './room';

afterEach(endAll);

/** Longer than a tab that says nothing is waited for. */
const SILENCE = { timeout: 15_000 };

describe('a tab that does not answer', () => {
	it('is known where it runs the walk, and follows nobody’s press', async () => {
		const room = freshRoom();
		const host = await puppet(room, [HOST_LOCK, seatLock('john')]);
		const jane = tab(room, ['jane']);
		await expect.poll(() => jane.view.role).toBe('guest');
		host.say(sitting(['john'], 1));
		await expect.poll(() => jane.view.seats.john.doing).toBe('reading');
		await expect.poll(() => jane.view.hostIsSilent, SILENCE).toBe(true);
		expect(jane.view.seats.john).toEqual({ by: 'other', doing: 'silent' });
		expect(host.heard).toContainEqual({ type: 'ask', to: host.id });
		host.say(sitting(['john'], 1));
		await expect.poll(() => jane.view.hostIsSilent).toBe(false);
		expect(jane.view.seats.john).toEqual({ by: 'other', doing: 'reading' });
	});

	it('is known to a tab that comes while it is silent: its seat is not empty', async () => {
		const room = freshRoom();
		await puppet(room, [HOST_LOCK, seatLock('john')]);
		const jane = tab(room, ['jane']);
		await expect.poll(() => jane.view.role).toBe('guest');
		await expect.poll(() => jane.view.seats.john).toEqual({ by: 'other', doing: null });
		await expect.poll(() => jane.view.hostIsSilent, SILENCE).toBe(true);
		expect(jane.view.seats.john).toEqual({ by: 'other', doing: 'silent' });
	});

	it('is known where it only sits somewhere, and an empty seat stays an empty seat', async () => {
		const room = freshRoom();
		const john = tab(room, ['john']);
		await expect.poll(() => john.view.role).toBe('host');
		expect(john.view.seats.jane).toEqual({ by: 'nobody', doing: null });
		const jane = await puppet(room, [seatLock('jane')]);
		jane.say(sitting(['jane']));
		await expect.poll(() => john.view.seats.jane.doing, SILENCE).toBe('silent');
		expect(john.view.hostIsSilent).toBe(false);
		jane.end();
		await expect.poll(() => john.view.seats.jane).toEqual({ by: 'nobody', doing: null });
	});

	it('is none that is asked, and says that it is here', async () => {
		const room = freshRoom();
		const john = tab(room, ['john']);
		await expect.poll(() => john.view.role).toBe('host');
		const asking = await puppet(room);
		asking.say(sitting([]));
		await expect.poll(() => john.view.spectators).toBe(1);
		asking.say({ ...sitting([]), ask: true });
		await expect.poll(() => asking.senders.size).toBe(1);
		const [id] = asking.senders;
		asking.heard.splice(0);
		asking.say({ type: 'ask', to: asking.id });
		asking.say({ type: 'ask', to: id! });
		await expect
			.poll(() => asking.heard)
			.toEqual([expect.objectContaining({ type: 'here', seats: ['john'], ask: false })]);
	});
});

describe('taking over', () => {
	it('makes a walk of one’s own from that of a host that does not answer, which obeys when it wakes', async () => {
		const room = freshRoom();
		const john = tab(room, ['john']);
		await expect.poll(() => john.view.role).toBe('host');
		const jane = tab(room, ['jane']);
		await expect.poll(() => jane.ready).toBe(true);
		john.send({ type: 'next' });
		john.send({ type: 'next' });
		await expect.poll(() => jane.snapshot.context.done).toBe(1);
		await jane.seating.takeOver(['john']);
		await expect.poll(() => [jane.view.role, jane.view.own]).toEqual(['host', PEER_NAMES]);
		await expect.poll(() => john.view.role).toBe('spectator');
		expect([john.view.own, john.view.lost]).toEqual([[], ['john']]);
		for (const walk of [john, jane]) {
			await expect.poll(() => walk.snapshot.value).toMatchObject({ call: { attempt: 'reading' } });
			expect(walk.snapshot.context).toMatchObject({ at: 2, done: 1, absent: [] });
		}
		expect([john.live.john.pc, jane.live.john.pc?.signalingState]).toEqual([null, 'stable']);
		// What is pressed in either tab is done once.
		john.send({ type: 'next' });
		for (const walk of [john, jane]) await expect.poll(() => walk.snapshot.context.at).toBe(3);
		expect(JSON.stringify(john.trace.entries)).toBe(JSON.stringify(jane.trace.entries));
	});

	it('takes the seat of a guest that does not answer, and leaves the walk with its host', async () => {
		const room = freshRoom();
		const john = tab(room, ['john']);
		await expect.poll(() => john.view.role).toBe('host');
		const jane = await puppet(room, [seatLock('jane')]);
		jane.say(sitting(['jane']));
		await expect.poll(() => john.view.seats.jane.by).toBe('other');
		await john.seating.takeOver(['jane']);
		await expect.poll(() => [john.view.role, john.view.own]).toEqual(['host', PEER_NAMES]);
		await expect.poll(() => jane.lost).toEqual([seatLock('jane')]);
		john.send({ type: 'next' });
		john.send({ type: 'next' });
		await expect.poll(() => john.snapshot.context.done).toBe(1);
	});

	it('gives a spectator the seat, where the host answers', async () => {
		const room = freshRoom();
		const john = tab(room, ['john']);
		await expect.poll(() => john.view.role).toBe('host');
		await puppet(room, [seatLock('jane')]);
		const third = tab(room, []);
		await expect.poll(() => third.ready).toBe(true);
		await third.seating.takeOver(['jane']);
		await expect.poll(() => third.view.role).toBe('guest');
		expect(john.view.role).toBe('host');
		await expect.poll(() => john.view.seats.jane.by).toBe('other');
	});

	it('heeds no host that does not know yet that it is none any more', async () => {
		const room = freshRoom();
		const jane = tab(room, ['jane']);
		await expect.poll(() => jane.view.role).toBe('host');
		const asleep = await puppet(room);
		const attempt = jane.trace.attempt;
		const key = crypto.randomUUID();
		asleep.say({ type: 'fresh', term: 1, peer: 'jane', attempt: attempt + 1, key });
		await expect.poll(() => jane.view.refused.old).toBe(1);
		asleep.say(sitting([], 1));
		await expect.poll(() => jane.view.spectators).toBe(1);
		expect([jane.view.role, jane.view.otherDeck]).toEqual(['host', null]);
	});

	it('passes a stage with another deck to and fro, and each goes on where it was', async () => {
		const room = freshRoom();
		const first = tab(room, PEER_NAMES, { inherits: true });
		await expect.poll(() => first.ready).toBe(true);
		first.send({ type: 'next' });
		first.send({ type: 'next' });
		await expect.poll(() => first.snapshot.context.done).toBe(1);
		const second = tab(room, PEER_NAMES, { inherits: true, deck: 'short' });
		await expect.poll(() => second.view.otherDeck, SILENCE).toBe('full');
		await expect.poll(() => second.view.role, SILENCE).toBe('spectator');
		expect([second.ready, second.view.deck]).toEqual([false, 'short']);

		await second.seating.takeOver(PEER_NAMES);
		await expect.poll(() => second.view.role).toBe('host');
		await expect.poll(() => first.view.otherDeck).toBe('short');
		expect([first.ready, first.view.own, first.view.lost]).toEqual([false, [], PEER_NAMES]);
		expect(second.snapshot.context.at).toBe(0);

		await first.seating.takeOver(PEER_NAMES);
		await expect.poll(() => first.view.role).toBe('host');
		await expect.poll(() => second.view.otherDeck).toBe('full');
		await expect.poll(() => first.snapshot.value).toMatchObject({ call: { attempt: 'reading' } });
		expect(first.snapshot.context).toMatchObject({ at: 2, done: 1 });
		expect(first.view.lost).toEqual([]);
	});

	it('hands a stage on to one that comes for it, past another that waits for its seats', async () => {
		const room = freshRoom();
		const first = tab(room, PEER_NAMES, { inherits: true });
		await expect.poll(() => first.ready).toBe(true);
		const waiting = tab(room, PEER_NAMES, { inherits: true });
		await expect.poll(() => waiting.view.role, SILENCE).toBe('spectator');
		const roles = new Set<string>();
		waiting.subscribe(() => roles.add(waiting.view.role));
		const next = tab(room, PEER_NAMES, { inherits: true, takesOver: PEER_NAMES, deck: 'short' });
		await expect.poll(() => first.view.own).toEqual([]);
		first.end();
		await expect.poll(() => [next.view.role, next.view.own]).toEqual(['host', PEER_NAMES]);
		await expect.poll(() => waiting.view.otherDeck).toBe('short');
		await expect.poll(() => next.ready).toBe(true);
		expect([...roles]).toEqual(['spectator']);
	});

	it('lets the one go on that was taken over, once the other is closed', async () => {
		const room = freshRoom();
		const first = tab(room, PEER_NAMES, { inherits: true });
		await expect.poll(() => first.ready).toBe(true);
		const second = tab(room, PEER_NAMES, { inherits: true });
		await expect.poll(() => second.view.role, SILENCE).toBe('spectator');
		await second.seating.takeOver(PEER_NAMES);
		await expect.poll(() => [second.view.role, first.view.role]).toEqual(['host', 'spectator']);
		await expect.poll(() => first.ready).toBe(true);
		second.end();
		await expect
			.poll(() => [first.view.role, first.view.own], SILENCE)
			.toEqual(['host', PEER_NAMES]);
	});

	it('leaves nobody to run the walk who has no seat any more', async () => {
		const room = freshRoom();
		const john = tab(room, ['john']);
		await expect.poll(() => john.view.role).toBe('host');
		const jane = tab(room, ['jane']);
		await expect.poll(() => jane.ready).toBe(true);
		await jane.seating.takeOver(['john']);
		await expect.poll(() => [jane.view.role, john.view.role]).toEqual(['host', 'spectator']);
		jane.end();
		await expect.poll(() => john.view.seats.jane.by).toBe('nobody');
		expect([john.view.role, john.ready]).toEqual(['spectator', false]);
		await john.seating.takeSeats(['jane']);
		await expect.poll(() => [john.view.role, john.view.own]).toEqual(['host', ['jane']]);
	});
});

describe('tabs with different versions of the site', () => {
	it('both know it, and which, whichever came first; and no longer once the other is closed', async () => {
		const room = freshRoom();
		const older = tab(room, ['john'], { site: 'older' });
		await expect.poll(() => older.view.role).toBe('host');
		const newer = tab(room, ['jane'], { site: 'newer' });
		await expect.poll(() => older.view.otherVersions).toEqual(['newer']);
		await expect.poll(() => newer.view.otherVersions).toEqual(['older']);
		expect([older.view.site, newer.view.site]).toEqual(['older', 'newer']);
		newer.end();
		await expect.poll(() => older.view.otherVersions).toEqual([]);
	});

	it('one of them takes over, and the other stops', async () => {
		const room = freshRoom();
		const older = tab(room, PEER_NAMES, { site: 'older' });
		await expect.poll(() => older.ready).toBe(true);
		const newer = tab(room, PEER_NAMES, { site: 'newer' });
		await expect.poll(() => newer.view.role, SILENCE).toBe('spectator');
		await newer.seating.takeOver(PEER_NAMES);
		await expect.poll(() => [newer.view.role, newer.ready]).toEqual(['host', true]);
		await expect.poll(() => [older.ready, older.view.lost]).toEqual([false, PEER_NAMES]);
	});
});
