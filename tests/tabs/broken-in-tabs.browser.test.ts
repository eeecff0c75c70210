import { afterEach, describe, expect, it } from 'vitest';
import type { Deed } from '../../src/lib/breaks';
import { momentsOf } from '../../src/lib/call/moments';
import type { SharedWalk } from '../../src/lib/tabs/shared-walk';
import { reduce, type SessionView } from '../../src/lib/trace';
import { CALL, STEPS } from '../call/course';
import { endAll, freshRoom, tab } from './room';

afterEach(endAll);

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);

const PATIENCE = { timeout: 20_000 };

/** A seat in each of two tabs, and a third tab that watches. */
async function three() {
	const room = freshRoom();
	const john = tab(room, ['john'], { moments });
	await expect.poll(() => john.view.role, PATIENCE).toBe('host');
	const jane = tab(room, ['jane'], { moments });
	await expect.poll(() => jane.view.role, PATIENCE).toBe('guest');
	const watcher = tab(room, [], { moments });
	for (const walk of [john, jane, watcher]) {
		await expect.poll(() => walk.ready, PATIENCE).toBe(true);
	}
	await expect.poll(() => isReading(john), PATIENCE).toBe(true);
	return { john, jane, watcher, all: [john, jane, watcher] };
}

const isReading = ({ snapshot }: SharedWalk) => snapshot.matches({ call: { attempt: 'reading' } });
const viewOf = ({ trace }: SharedWalk): SessionView => reduce(trace.entries);

/** Presses Next in a tab until so many steps are performed. */
async function performed(walk: SharedWalk, steps: number) {
	while (walk.snapshot.context.done < steps) {
		const { at } = walk.snapshot.context;
		walk.send({ type: 'next' });
		await expect
			.poll(() => isReading(walk) && walk.snapshot.context.at, PATIENCE)
			.toBeGreaterThan(at);
	}
}

/** Has something done by a tab, and waits until all know it. */
async function done(by: SharedWalk, deed: Deed, all: readonly SharedWalk[]) {
	const before = by.snapshot.context.deeds.length;
	by.send({ type: 'deed.do', deed });
	for (const walk of all) {
		await expect.poll(() => walk.snapshot.context.applied, PATIENCE).toBe(before + 1);
		await expect.poll(() => isReading(walk), PATIENCE).toBe(true);
	}
}

async function sameLadders(all: readonly SharedWalk[]) {
	const [first] = all;
	for (const walk of all) {
		await expect.poll(() => walk.trace.entries, PATIENCE).toEqual(first!.trace.entries);
	}
}

/** How many steps are performed once Jane has the offer. */
const JANE_HAS_OFFER = STEPS.findIndex(({ id }) => id === 'jane-sets-remote-description') + 1;

describe('a call that is broken in one of several tabs', () => {
	it('has another offer reach the other tab, and one ladder in all, and is undone from any', async () => {
		const { john, jane, watcher, all } = await three();
		await performed(john, JANE_HAS_OFFER - 1);
		const offer = viewOf(john).wire[0]!;
		const deed: Deed = {
			do: 'change',
			peer: 'jane',
			message: offer.id,
			change: 'fingerprint-digit'
		};
		await done(john, deed, all);
		await performed(jane, JANE_HAS_OFFER);
		const altered = viewOf(jane).wire[0]!.altered!;
		expect(altered.added.length).toBeGreaterThan(0);
		expect(jane.live.jane.pc!.pendingRemoteDescription!.sdp).toContain(altered.added[0]);
		await sameLadders(all);

		watcher.send({ type: 'deed.undo' });
		for (const walk of all) {
			await expect.poll(() => walk.snapshot.context.deeds, PATIENCE).toEqual([]);
			await expect.poll(() => isReading(walk), PATIENCE).toBe(true);
		}
		await performed(jane, JANE_HAS_OFFER);
		expect(viewOf(jane).wire[0]!.altered).toBeUndefined();
		await sameLadders(all);
	});

	it('is broken again in the same way on fresh peers, in each of the tabs', async () => {
		const { john, jane, all } = await three();
		await performed(john, JANE_HAS_OFFER - 1);
		const offer = viewOf(john).wire[0]!;
		await done(jane, { do: 'repeat', peer: 'jane', message: offer.id }, all);
		await done(john, { do: 'skip' }, all);
		await done(jane, { do: 'silence', peer: 'john' }, all);
		const { at } = john.snapshot.context;
		john.send({ type: 'run.to', at });
		for (const walk of all) {
			await expect.poll(() => viewOf(walk).reason, PATIENCE).toBe('run-to');
			await expect.poll(() => walk.snapshot.context.applied, PATIENCE).toBe(3);
			await expect.poll(() => isReading(walk), PATIENCE).toBe(true);
		}
		expect(viewOf(jane).deeds.map(({ name }) => name)).toEqual(['repeat', 'skip', 'silence']);
		expect(viewOf(jane).wire.filter(({ to }) => to === 'jane')).toHaveLength(2);
		await sameLadders(all);
	});
});
