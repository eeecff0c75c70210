import { afterAll, describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk } from '../../src/lib/call/walk';
import { CHECKS } from '../../src/lib/predict';
import type { Answer } from '../../src/lib/predict/check';
import { reduce } from '../../src/lib/trace';
import { CALL, OPERABLE, STEPS } from '../call/course';
import { settled } from '../call/settled';

/** After which step the call answers what; all else by the end. */
const AFTER: Record<string, readonly string[]> = {
	'john-creates-peer-connection': ['nothing-leaves'],
	'john-adds-tracks': ['how-often-needed'],
	'john-creates-offer': ['offer-not-applied', 'candidates-in-offer'],
	'john-sets-local-description': ['description-grows'],
	'jane-creates-peer-connection': ['jane-begins'],
	'jane-sets-remote-description': ['track-before-packets'],
	'jane-adds-tracks': ['need-of-jane'],
	'jane-creates-answer': ['sections-of-answer', 'formats-left-out', 'who-begins-dtls'],
	'jane-sets-local-description': ['john-still-waits', 'who-found-more'],
	'jane-sends-answer': ['answer-on-its-way'],
	'john-sets-remote-description': ['agreed-not-connected'],
	'john-sends-candidate': ['name-or-number'],
	'jane-adds-candidate': ['one-candidate', 'which-first', 'who-decides', 'how-many-pairs'],
	'remaining-candidates': ['pair-moves-on', 'signaling-gone'],
	'john-hangs-up': ['close-is-silent']
};
/** Answered only where the browser reports what it takes. */
const REPORTED = ['reflexive-priority'];
/** Of calls that go another way: see lessons.browser.test.ts. */
const OF_LESSONS = [
	'offer-of-the-moment',
	'nothing-left-to-ask',
	'own-offer-taken-back',
	'wish-after-glare',
	'section-brings-no-channel',
	'signaling-of-channel',
	'credentials-of-answer',
	'credentials-of-offer',
	'nobody-is-told',
	'wish-in-answer',
	'track-again',
	'removed-not-ended',
	'used-sender',
	'candidates-not-tried',
	'answer-does-not-wait',
	'altered-is-taken',
	'path-without-call',
	'address-not-told',
	'known-by-checks',
	'not-sent-not-lost',
	'disabled-still-sent',
	'three-in-one-track',
	'first-encoding-stays',
	'beside-needs-offer',
	'refusal-told',
	'straight-or-relayed'
];
/** Of such a call as well, and answered here in another way, where this one comes to it. */
const OTHERWISE = ['nothing-gathered', 'agreed-no-path'];

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);

describe('a call with two real peers', () => {
	const sources = { john: 'pattern', jane: 'pattern' } as const;
	const walk = createWalk({ course: CALL, moments, at: 0, sources, speed: 1 }, OPERABLE);
	const { actor, trace } = walk;
	afterAll(() => walk.end());

	const answer = (check: string): Answer | null =>
		CHECKS[check]!.read(reduce(trace.entries), trace.entries);

	it('begins with nothing answered', () => {
		walk.begin();
		expect(Object.keys(CHECKS).filter((check) => answer(check) !== null)).toEqual([]);
		const listed = [...Object.values(AFTER).flat(), ...REPORTED, ...OF_LESSONS, ...OTHERWISE];
		expect(listed.sort()).toEqual(Object.keys(CHECKS).sort());
	});

	it.each(STEPS.map(({ id }) => [id, AFTER[id] ?? []] as const))(
		'%s answers what is asked of it: %s',
		async (id, checks) => {
			do {
				actor.send({ type: 'next' });
				await settled(walk);
			} while (!trace.entries.some(({ step }) => step === id));
			for (const check of checks) {
				await expect
					.poll(() => answer(check)?.is, { timeout: 12_000, message: check })
					.toBeTruthy();
				const { is, proof, seq } = answer(check)!;
				expect(CHECKS[check]!.answers).toContain(is);
				expect([is, undefined], `${check}: ${proof}`).toContain(CHECKS[check]!.expected);
				expect(trace.entries[seq]).toBeDefined();
				expect(proof).toMatch(/^\S.*\.$/);
			}
		},
		30_000
	);

	it('still answers all of it at the end, but for what the browser does not report', () => {
		const silent = Object.keys(CHECKS).filter((check) => answer(check) === null);
		expect([...REPORTED, ...OF_LESSONS, ...OTHERWISE]).toEqual(expect.arrayContaining(silent));
		expect(silent).toEqual(expect.arrayContaining(OF_LESSONS));
		const reflexive = answer('reflexive-priority');
		expect(['lower', undefined]).toContain(reflexive?.is);
	});
});
