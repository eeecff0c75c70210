import { afterEach, describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk, type LocalWalk } from '../../src/lib/call/walk';

import { reduce, Views } from '../../src/lib/trace';
import { pictureOf } from '../../src/lib/ui/picture/picture';
import { settled } from '../call/settled';
import { expectHolds } from './holds';
import { CALL, OPERABLE, STEPS } from '../call/course';

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
const last = moments.length - 1;

let walk: LocalWalk | undefined;

afterEach(() => {
	walk?.end();
	walk = undefined;
});

/** A whole call of two real peers, until media has arrived at both, then hung up. */
async function call(): Promise<LocalWalk> {
	const hangUp = moments.findIndex(
		({ step, kind }) => step === 'john-hangs-up' && kind === 'before'
	);
	walk = createWalk(
		{ course: CALL, moments, at: hangUp, sources: { john: 'pattern', jane: 'pattern' }, speed: 1 },
		OPERABLE
	);
	walk.begin();
	const picture = () => pictureOf(reduce(walk!.trace.entries), walk!.trace.entries);
	await expect.poll(() => picture().flow.streams.length, { timeout: 20_000 }).toBe(2);
	// Media is counted before the last step has ended, and a walk that is replaying opens no slide.
	await settled(walk);
	walk.send({ type: 'go.to', at: last });
	await expect
		.poll(() => picture().phases, { timeout: 10_000 })
		.toEqual({
			john: 'closed',
			jane: 'closed'
		});
	return walk;
}

describe('the picture of a real call', () => {
	it('holds at every entry, live and looked back at', async () => {
		const { trace } = await call();
		const views = new Views();
		for (let length = 1; length <= trace.entries.length; length += 1) {
			const entries = trace.entries.slice(0, length);
			expectHolds(pictureOf(views.of(trace.entries, length), trace.entries), entries);
		}
	});
});
