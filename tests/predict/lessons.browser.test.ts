import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk } from '../../src/lib/call/walk';
import { courseOf, type LessonPlan } from '../../src/lib/lessons/course';
import { operable } from '../../src/lib/lessons/performed';
import { keepNetwork } from '../../src/lib/rtc/keep-network';
import { NOTHING_SET } from '../../src/lib/servers/network';
import { CHECKS } from '../../src/lib/predict';
import { steps as call } from '../../src/lib/steps/call';
import { steps as glare } from '../../src/lib/steps/glare';
import { steps as dataChannels } from '../../src/lib/steps/data-channels';
import { steps as iceRestart } from '../../src/lib/steps/ice-restart';
import { steps as replaceTrack } from '../../src/lib/steps/replace-track';
import { steps as direction } from '../../src/lib/steps/direction';
import { steps as addingAndRemoving } from '../../src/lib/steps/adding-and-removing';
import { steps as trickle } from '../../src/lib/steps/trickle';
import { steps as dtls } from '../../src/lib/steps/dtls';
import { steps as bytes } from '../../src/lib/steps/bytes';
import { steps as getStats } from '../../src/lib/steps/get-stats';
import { steps as relayOnly } from '../../src/lib/steps/relay-only';
import { steps as stunAndTurn } from '../../src/lib/steps/stun-and-turn';
import { steps as simulcast } from '../../src/lib/steps/simulcast';
import { steps as negotiationNeeded } from '../../src/lib/steps/negotiation-needed';
import { reduce } from '../../src/lib/trace';
import { settled } from '../call/settled';
import { enteredOf } from '../servers/entered';

const turn = inject('turn');

/** A call that is connected. */
const CONNECTED = 'remaining-candidates';

/** As `lesson.yaml` has them, and what is asked before which step. */
const LESSONS: Record<
	string,
	LessonPlan & {
		asks: Record<string, string | readonly string[]>;
		/** It asks servers, which have to be entered. */
		asksServers?: true;
		/** It asks what becomes of a picture that has come: no reader is faster than its first packet. */
		counts?: true;
	}
> = {
	'negotiation-needed': {
		begins: null,
		wire: 'flow',
		steps: negotiationNeeded,
		asks: {
			'john-sets-local-description': 'offer-of-the-moment',
			'john-sets-second-answer': 'nothing-left-to-ask'
		}
	},
	glare: {
		begins: CONNECTED,
		wire: 'held',
		steps: glare,
		asks: {
			'jane-gives-way': 'own-offer-taken-back',
			'jane-answers': 'wish-after-glare'
		}
	},
	'data-channels': {
		begins: CONNECTED,
		wire: 'held',
		steps: dataChannels,
		asks: {
			'jane-sets-offer': 'section-brings-no-channel',
			'john-creates-pointer': 'signaling-of-channel'
		}
	},
	'ice-restart': {
		begins: CONNECTED,
		wire: 'flow',
		steps: iceRestart,
		asks: {
			'jane-answers': 'credentials-of-answer',
			'jane-offers': 'credentials-of-offer'
		}
	},
	'replace-track': {
		begins: CONNECTED,
		wire: 'held',
		steps: replaceTrack,
		asks: {
			'john-replaces-track': 'nobody-is-told',
			'john-adds-track': 'beside-needs-offer'
		}
	},
	direction: {
		begins: CONNECTED,
		wire: 'held',
		steps: direction,
		asks: {
			'jane-answers': 'wish-in-answer',
			'jane-sets-second-offer': 'track-again'
		}
	},
	'adding-and-removing': {
		begins: CONNECTED,
		wire: 'held',
		steps: addingAndRemoving,
		asks: {
			'jane-sets-second-offer': 'removed-not-ended',
			'john-adds-screen-again': 'used-sender'
		}
	},
	trickle: {
		begins: 'john-adds-tracks',
		wire: 'held',
		steps: trickle,
		asks: {
			'jane-adds-candidates': 'candidates-not-tried',
			'jane-answers': 'answer-does-not-wait'
		}
	},
	dtls: {
		begins: null,
		wire: 'flow',
		steps: dtls,
		asks: {
			'jane-sets-remote-description': 'altered-is-taken',
			'jane-answers': 'path-without-call'
		}
	},
	bytes: {
		begins: 'jane-adds-candidate',
		wire: 'held',
		steps: bytes,
		asks: {
			'john-reads-statistics': ['address-not-told', 'known-by-checks']
		}
	},
	'get-stats': {
		begins: CONNECTED,
		wire: 'held',
		steps: getStats,
		counts: true,
		asks: {
			'john-stops-encoding': 'not-sent-not-lost',
			'john-disables-tracks': 'disabled-still-sent'
		}
	},
	simulcast: {
		begins: 'john-creates-peer-connection',
		wire: 'flow',
		steps: simulcast,
		asks: {
			'jane-sets-remote-description': 'three-in-one-track',
			'jane-answers': 'first-encoding-stays'
		}
	},
	'relay-only': {
		begins: null,
		wire: 'flow',
		steps: relayOnly,
		asks: {
			'john-sets-local-description': 'nothing-gathered',
			'jane-answers': 'agreed-no-path'
		}
	},
	...(turn && {
		'stun-and-turn': {
			begins: null,
			wire: 'held' as const,
			steps: stunAndTurn,
			asksServers: true as const,
			asks: {
				'john-asks-in-vain': 'refusal-told',
				'jane-answers-again': 'straight-or-relayed'
			}
		}
	})
};

describe.each(Object.entries(LESSONS))('the lesson %s with two real peers', (lesson, plan) => {
	const plans = { call: { begins: null, wire: 'held', steps: call }, [lesson]: plan } as const;
	const course = courseOf(lesson, plans);
	const moments = momentsOf(
		course,
		course.steps.slice(course.begins).map(({ id }) => ({ slug: id, step: id }))
	);
	const sources = { john: 'pattern', jane: 'pattern' } as const;
	const input = { course, moments, at: 0, sources, speed: 1 } as const;
	const walk = createWalk(input, operable({ call, [lesson]: plan.steps }));
	const { actor, trace } = walk;
	afterAll(() => walk.end());

	const answer = (check: string) => CHECKS[check]!.read(reduce(trace.entries), trace.entries);
	const asked = Object.entries(plan.asks).flatMap(([step, checks]) =>
		[checks].flat().map((check) => [step, check] as const)
	);
	const checks = asked.map(([, check]) => check);

	beforeAll(() => {
		if (plan.asksServers) keepNetwork({ ...NOTHING_SET, servers: enteredOf(turn) }, false);
	});
	afterAll(() => {
		keepNetwork(NOTHING_SET, false);
	});

	it('begins with nothing answered', async () => {
		walk.begin();
		await settled(walk);
		if (plan.counts) {
			await expect
				.poll(
					() =>
						reduce(trace.entries).peers.jane.stats?.inbound.some(
							({ kind, packets }) => kind === 'video' && packets > 0
						),
					{ timeout: 12_000 }
				)
				.toBe(true);
		}
		expect(checks.filter((check) => answer(check) !== null)).toEqual([]);
	}, 30_000);

	it.each(asked)(
		'%s answers what is asked of it: %s',
		async (step, check) => {
			const id = `${lesson}/${step}`;
			while (!trace.entries.some((entry) => entry.step === id)) {
				actor.send({ type: 'next' });
				await settled(walk);
			}
			await expect.poll(() => answer(check)?.is, { timeout: 12_000, message: check }).toBeTruthy();
			const { is, proof, seq } = answer(check)!;
			expect(CHECKS[check]!.answers).toContain(is);
			expect([is, undefined], proof).toContain(CHECKS[check]!.expected);
			expect(trace.entries[seq]).toMatchObject({ step: id });
		},
		30_000
	);

	it('still says so at its end', async () => {
		const said = checks.map((check) => answer(check)?.is);
		while (actor.getSnapshot().context.done < course.steps.length) {
			actor.send({ type: 'next' });
			await settled(walk);
		}
		expect(checks.map((check) => answer(check)?.is)).toEqual(said);
	}, 30_000);
});
