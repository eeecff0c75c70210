import { afterAll, describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk } from '../../src/lib/call/walk';
import { courseOf } from '../../src/lib/lessons/course';
import { operable } from '../../src/lib/lessons/performed';
import { CHECKS } from '../../src/lib/predict';
import { steps } from '../../src/lib/steps/negotiation-needed';
import { reduce } from '../../src/lib/trace';
import { settled } from '../call/settled';

const LESSON = 'negotiation-needed';
const course = courseOf(LESSON, { [LESSON]: { begins: null, wire: 'flow', steps } });
const moments = momentsOf(
	course,
	course.steps.map(({ id }) => ({ slug: id, step: id }))
);

describe('the lesson on negotiationneeded with two real peers', () => {
	const sources = { john: 'pattern', jane: 'pattern' } as const;
	const input = { course, moments, at: 0, sources, speed: 1 } as const;
	const walk = createWalk(input, operable({ [LESSON]: steps }));
	const { actor, trace } = walk;
	afterAll(() => walk.end());

	it('is walked to its last step', async () => {
		walk.begin();
		while (actor.getSnapshot().context.done < steps.length - 1) {
			actor.send({ type: 'next' });
			await settled(walk);
		}
	}, 30_000);

	it.each(['offer-of-the-moment', 'nothing-left-to-ask'])(
		'answers %s as the specifications have it',
		(check) => {
			const answer = CHECKS[check]!.read(reduce(trace.entries), trace.entries);
			expect(answer).toMatchObject({ is: CHECKS[check]!.expected });
			expect(trace.entries[answer!.seq]).toMatchObject({ peer: 'john' });
		}
	);
});
