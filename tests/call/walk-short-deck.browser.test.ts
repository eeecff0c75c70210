import { expect, test } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk } from '../../src/lib/call/walk';
import { loadDeck } from '../../src/lib/deck/decks';

import { reduce, stateOf, stepsDone } from '../../src/lib/trace';
import { CALL, OPERABLE, STEPS } from './course';

test(
	'the talk of ten minutes ends in a real call, by Next alone',
	{ timeout: 30_000 },
	async () => {
		const moments = momentsOf(CALL, (await loadDeck('ten-minutes')).slides);
		const walk = createWalk(
			{ course: CALL, moments, at: 0, sources: { john: 'pattern', jane: 'pattern' }, speed: 1 },
			OPERABLE
		);
		const view = () => reduce(walk.trace.entries);
		const isAt = (at: number) => {
			const snapshot = walk.actor.getSnapshot();
			return snapshot.matches({ call: { attempt: 'reading' } }) && snapshot.context.at === at;
		};
		try {
			walk.begin();
			for (const [at, { slug, steps }] of moments.entries()) {
				if (at > 0) walk.actor.send({ type: 'next' });
				await expect.poll(() => isAt(at), { message: slug, timeout: 10_000 }).toBe(true);
				expect(stepsDone(view()), slug).toBe(steps);
				if (slug !== 'media-flows') continue;
				for (const peer of ['john', 'jane'] as const) {
					await expect
						.poll(() => stateOf(view().peers[peer], 'connectionState'), { timeout: 10_000 })
						.toBe('connected');
				}
			}
			expect(stepsDone(view())).toBe(STEPS.length);
			expect(view().attempt).toBe(1);
		} finally {
			walk.end();
		}
	}
);
