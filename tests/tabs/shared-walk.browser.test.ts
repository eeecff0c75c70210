import { afterEach, describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import type { Message, MessageOf } from '../../src/lib/tabs/messages';
import { PEER_NAMES } from '../../src/lib/trace';
import { CALL } from '../call/course';
import { CLEAR, endAll, freshRoom, puppet, sitting, tab } from './room';

afterEach(endAll);

/** The peers that a tab was told to make. */
const freshOf = ({ heard }: { heard: Message[] }) =>
	heard.filter(({ type }) => type === 'fresh') as MessageOf<'fresh'>[];

describe('a walk that tabs share', () => {
	it('has a fresh peer made where a page that was reloaded is heard before its former self is gone', async () => {
		const room = freshRoom();
		const walk = tab(room, ['john']);
		await expect.poll(() => walk.view.role).toBe('host');
		const former = await puppet(room);
		former.say(sitting(['jane']));
		await expect.poll(() => walk.view.seats.jane.by).toBe('other');
		await expect.poll(() => freshOf(former).length).toBe(1);

		const present = await puppet(room);
		present.say(sitting(['jane']));
		await expect.poll(() => freshOf(present).length).toBe(1);
		former.end();
		present.say({ ...sitting(['jane']), doing: 'away' });
		await expect.poll(() => walk.view.seats.jane).toEqual({ by: 'other', doing: 'away' });
		expect(freshOf(present).length).toBe(1);
	});

	it('counts what is shaped like a message and cannot be used', async () => {
		const room = freshRoom();
		const walk = tab(room, ['john']);
		await expect.poll(() => walk.view.role).toBe('host');
		const jane = await puppet(room);
		jane.say(sitting(['jane']));
		await expect.poll(() => freshOf(jane).length).toBe(1);
		const { attempt } = freshOf(jane)[0]!;
		const entry = { kind: 'result', name: 'createAnswer', call: 40 } as const;
		const record = { type: 'record', peer: 'jane', attempt, number: 1, at: 1, entry } as const;
		jane.say(record);
		await expect.poll(() => walk.view.refused.malformed).toBe(1);
		jane.say({ ...record, attempt: attempt + 9 });
		await expect.poll(() => walk.view.refused.old).toBe(1);
		const step = 'jane-creates-answer';
		jane.say({ type: 'outcome', peer: 'jane', attempt, step, error: null });
		await expect.poll(() => walk.view.refused.old).toBe(2);
	});

	it('knows the states of both machines in every tab, and again after Restart', async () => {
		const room = freshRoom();
		const host = tab(room, PEER_NAMES);
		await expect.poll(() => host.ready).toBe(true);
		const watcher = tab(room, []);
		await expect.poll(() => watcher.ready).toBe(true);
		for (const walk of [host, watcher]) {
			expect(walk.machineOf('john')).toMatchObject({ signaling: 'absent' });
		}
		host.send({ type: 'next' });
		host.send({ type: 'next' });
		for (const walk of [host, watcher]) {
			await expect.poll(() => walk.machineOf('john')).toMatchObject({ signaling: 'stable' });
			expect(walk.machineOf('jane')).toMatchObject({ signaling: 'absent' });
		}
		host.send({ type: 'restart' });
		for (const walk of [host, watcher]) {
			await expect.poll(() => walk.machineOf('john')).toMatchObject({ signaling: 'absent' });
		}
	});

	it('takes two presses of one tab as two, and a press of each of two tabs as one', async () => {
		const room = freshRoom();
		const host = tab(room, PEER_NAMES);
		await expect.poll(() => host.ready).toBe(true);
		const followers = [tab(room, []), tab(room, [])] as const;
		for (const walk of followers) await expect.poll(() => walk.ready).toBe(true);
		const standsAt = async (at: number, done: number) => {
			for (const walk of [host, ...followers]) {
				await expect.poll(() => walk.snapshot.context).toMatchObject({ at, done });
			}
		};
		for (const walk of followers) walk.send({ type: 'next' });
		await standsAt(1, 0);
		followers[0].send({ type: 'back' });
		await standsAt(0, 0);
		followers[1].send({ type: 'next' });
		followers[1].send({ type: 'next' });
		await standsAt(2, 1);
	});

	it('does what was pressed before who comes back was heard to sit, once the peers are there', async () => {
		const room = freshRoom();
		const [first, second] = CALL.steps;
		const moments = momentsOf(CALL, [
			{ slug: 'first', step: first!.id },
			{ slug: 'second', step: second!.id }
		]);
		const host = tab(room, ['jane'], { moments });
		await expect.poll(() => host.ready).toBe(true);
		const gone = tab(room, ['john'], { moments });
		const watcher = tab(room, [], { moments });
		for (const walk of [gone, watcher]) await expect.poll(() => walk.ready).toBe(true);
		watcher.send({ type: 'next' });
		await expect.poll(() => watcher.snapshot.context).toMatchObject({ at: 1, done: 1 });
		watcher.send({ type: 'next' });
		await expect.poll(() => watcher.snapshot.context).toMatchObject({ at: 2, done: 1 });
		gone.end();
		await expect.poll(() => watcher.snapshot.matches({ call: { attempt: 'parted' } })).toBe(true);
		watcher.send({ type: 'next' });
		const back = tab(room, ['john'], { moments });
		for (const walk of [host, watcher, back]) {
			await expect.poll(() => walk.snapshot.context).toMatchObject({ at: 3, done: 2 });
		}
	});

	it('begins with the screen that it is given, and tells it to whoever comes', async () => {
		const room = freshRoom();
		const stage = tab(room, PEER_NAMES, { screen: { ...CLEAR, isMasked: true } });
		await expect.poll(() => stage.ready).toBe(true);
		const speaker = tab(room, []);
		await expect.poll(() => speaker.ready).toBe(true);
		await expect.poll(() => speaker.screen.isMasked).toBe(true);
	});

	it('tells whoever comes that the screen is masked before it tells what is on it', async () => {
		const room = freshRoom();
		const stage = tab(room, PEER_NAMES, { screen: { ...CLEAR, isMasked: true } });
		await expect.poll(() => stage.ready).toBe(true);
		const speaker = tab(room, []);
		const masked: boolean[] = [];
		speaker.trace.subscribe(() => masked.push(speaker.screen.isMasked));
		await expect.poll(() => speaker.ready).toBe(true);
		expect(masked.length).toBeGreaterThan(0);
		expect(masked).not.toContain(false);
	});

	it('goes on in the tab that inherits the seats, once the first is gone for good', async () => {
		const room = freshRoom();
		const first = tab(room, PEER_NAMES);
		await expect.poll(() => first.ready).toBe(true);
		const second = tab(room, PEER_NAMES, { inherits: true });
		await expect.poll(() => second.view.role, { timeout: 10_000 }).toBe('spectator');
		first.send({ type: 'next' });
		first.send({ type: 'next' });
		await expect.poll(() => second.snapshot.context.done).toBe(1);
		first.end();
		await expect
			.poll(() => [second.view.role, second.view.own], { timeout: 15_000 })
			.toEqual(['host', PEER_NAMES]);
		await expect.poll(() => second.snapshot.value).toMatchObject({ call: { attempt: 'reading' } });
		expect(second.snapshot.context).toMatchObject({ at: first.snapshot.context.at, done: 1 });
		expect(second.live.john.pc).not.toBeNull();
	});

	it('goes on in one of two heirs, which has both seats, and then in the other', async () => {
		const room = freshRoom();
		const first = tab(room, PEER_NAMES);
		await expect.poll(() => first.ready).toBe(true);
		const heirs = [1, 2].map(() => tab(room, PEER_NAMES, { inherits: true }));
		const roles = () => heirs.map(({ view }) => view.role).toSorted();
		await expect.poll(roles, { timeout: 10_000 }).toEqual(['spectator', 'spectator']);
		first.end();
		await expect.poll(roles, { timeout: 15_000 }).toEqual(['host', 'spectator']);
		const [second] = heirs.filter(({ view }) => view.role === 'host');
		const [third] = heirs.filter((heir) => heir !== second);
		await expect.poll(() => [second!.view.own, third!.view.own]).toEqual([PEER_NAMES, []]);
		second!.end();
		await expect
			.poll(() => [third!.view.role, third!.view.own], { timeout: 15_000 })
			.toEqual(['host', PEER_NAMES]);
	});

	it('leaves the seats to a tab that comes back at once', async () => {
		const room = freshRoom();
		const first = tab(room, PEER_NAMES);
		await expect.poll(() => first.ready).toBe(true);
		const heir = tab(room, PEER_NAMES, { inherits: true });
		await expect.poll(() => heir.view.role, { timeout: 10_000 }).toBe('spectator');
		first.end();
		const again = tab(room, PEER_NAMES);
		await expect.poll(() => again.view.role, { timeout: 10_000 }).toBe('host');
		expect([again.view.own, heir.view.own]).toEqual([PEER_NAMES, []]);
	});

	it('shows the same screen in all tabs, also where two of them change it at once', async () => {
		const room = freshRoom();
		const stage = tab(room, PEER_NAMES);
		await expect.poll(() => stage.ready).toBe(true);
		const speakers = [tab(room, []), tab(room, [])] as const;
		for (const speaker of speakers) await expect.poll(() => speaker.ready).toBe(true);
		stage.playRecording([]);
		speakers[0].show({ isBlack: true });
		speakers[1].show({ isMasked: true });
		for (const walk of [stage, ...speakers]) {
			await expect
				.poll(() => walk.screen)
				.toEqual({ isBlack: true, isMasked: true, isRecorded: true });
		}
		stage.show({ isMasked: false });
		speakers[1].show({ isBlack: false });
		for (const walk of [stage, ...speakers]) {
			await expect
				.poll(() => walk.screen)
				.toEqual({ isBlack: false, isMasked: false, isRecorded: true });
		}
	});

	it('is told by its host alone what the screen shows', async () => {
		const room = freshRoom();
		const walk = tab(room, PEER_NAMES);
		await expect.poll(() => walk.ready).toBe(true);
		const watcher = tab(room, []);
		await expect.poll(() => watcher.ready).toBe(true);
		const other = await puppet(room);
		other.say({ type: 'screen', screen: { ...CLEAR, isRecorded: true } });
		other.say(sitting([]));
		await expect.poll(() => [walk.view.spectators, watcher.view.spectators]).toEqual([2, 1]);
		expect([walk.screen, watcher.screen]).toEqual([CLEAR, CLEAR]);
	});

	it('goes on with the recording where that was on the screen, and says so where there is none', async () => {
		const recorded = { ...CLEAR, isRecorded: true };
		const withIt = tab(freshRoom(), PEER_NAMES, { screen: recorded, recording: [] });
		await expect.poll(() => withIt.ready).toBe(true);
		expect(withIt.screen.isRecorded).toBe(true);
		const without = tab(freshRoom(), PEER_NAMES, { screen: recorded });
		await expect.poll(() => without.ready).toBe(true);
		expect(without.screen.isRecorded).toBe(false);
	});
});
