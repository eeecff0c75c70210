import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { changesFor, type Deed, type WireMessage } from '../../src/lib/breaks';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk } from '../../src/lib/call/walk';
import type { WalkEvent } from '../../src/lib/call/walk-types';
import { PEER_NAMES, reduce, type SessionView } from '../../src/lib/trace';
import { isWaiting } from '../../src/lib/trace/fate';
import { CALL, OPERABLE, STEPS } from '../call/course';

/** How many courses of presses: two hundred in the long run. */
const COURSES = inject('isLong') ? 200 : 8;
const PRESSES = 40;
/** Set here to repeat a run that is printed. */
const SEED = Date.now() % 2 ** 31;
console.log(`seed ${SEED}`);

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

const unhandled: unknown[] = [];
const note = (event: PromiseRejectionEvent) => unhandled.push(event.reason);
beforeAll(() => addEventListener('unhandledrejection', note));
afterAll(() => removeEventListener('unhandledrejection', note));

function deedIn(view: SessionView, next: () => number): Deed {
	const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!;
	const peer = pick(PEER_NAMES);
	const message = pick(view.wire.filter(isWaiting));
	if (message && next() < 0.6) {
		const of = { peer: message.to, message: message.id };
		const changes = changesFor(message.message as unknown as WireMessage);
		const change = pick(changes)?.id;
		const kinds = ['drop', 'repeat', 'postpone', 'return', 'edit', 'change', 'change'] as const;
		const kind = pick(kinds);
		if (kind === 'change') return change ? { do: kind, change, ...of } : { do: 'drop', ...of };
		if (kind !== 'edit') return { do: kind, ...of };
		return { do: kind, edits: [{ at: Math.floor(next() * 30), removes: 1, adds: ['x'] }], ...of };
	}
	return pick<Deed>([
		{ do: 'skip' },
		{ do: 'step', step: pick(STEPS).id },
		{ do: 'filter', peer, keeps: pick(['none', 'host'] as const) },
		{ do: 'silence', peer },
		{ do: 'close', peer },
		{ do: 'offer', peer },
		{ do: 'restart', peer },
		{ do: 'channel', peer }
	]);
}

it(
	'whatever is done to real calls, at most two connections are open and a clean slate is the first moment',
	{ timeout: 1_800_000 },
	async () => {
		const next = numbers(SEED);
		for (let course = 0; course < COURSES; course += 1) {
			const sources = { john: 'pattern', jane: 'none' } as const;
			const walk = createWalk({ course: CALL, moments, at: 0, sources, speed: 1 }, OPERABLE);
			const open = new Set<RTCPeerConnection>();
			walk.subscribe(() => {
				for (const name of PEER_NAMES) {
					const { pc } = walk.live[name];
					if (pc) open.add(pc);
				}
			});
			walk.begin();
			for (let press = 0; press < PRESSES; press += 1) {
				const dice = next();
				const event: WalkEvent =
					dice < 0.6
						? { type: 'next' }
						: dice < 0.85
							? { type: 'deed.do', deed: deedIn(reduce(walk.trace.entries), next) }
							: dice < 0.9
								? { type: 'deed.undo' }
								: dice < 0.95
									? { type: 'back' }
									: { type: 'run.to', at: Math.floor(next() * moments.length) };
				walk.send(event);
				const live = [...open].filter(({ signalingState }) => signalingState !== 'closed');
				expect(live.length, `seed ${SEED}, course ${course}`).toBeLessThanOrEqual(2);
				// Between the presses: nothing, a turn, or as long as a step takes.
				const pause = next();
				if (pause > 0.3) await new Promise((resolve) => setTimeout(resolve, pause * 30));
			}
			walk.send({ type: 'restart' });
			await expect
				.poll(() => walk.snapshot.matches({ call: { attempt: 'reading' } }), { timeout: 20_000 })
				.toBe(true);
			expect(walk.snapshot.context).toMatchObject({ at: 0, done: 0, deeds: [] });
			walk.end();
			const left = [...open].filter(({ signalingState }) => signalingState !== 'closed');
			expect(left, `seed ${SEED}, course ${course}`).toEqual([]);
		}
		expect(unhandled).toEqual([]);
	}
);
