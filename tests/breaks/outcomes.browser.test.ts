import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Deed } from '../../src/lib/breaks';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk, type LocalWalk } from '../../src/lib/call/walk';
import { diagnoseSession } from '../../src/lib/diagnose';
import { PEER_NAMES, reduce } from '../../src/lib/trace';
import { CALL, OPERABLE, STEPS } from '../call/course';
import type { BrowserName, Row } from './rows';
import { TABLE } from './table';

const BROWSER: BrowserName = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';
const isLong = inject('isLong');
/** What hangs is looked at for so long; every state in which it would end is waited for. */
const FOR_EVER = isLong ? 20_000 : 10_000;

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
const before = (id: string) =>
	moments.findIndex((moment) => moment.step === id && moment.kind === 'before');
const THE_END = before('john-hangs-up');

const lines: string[] = [];
afterAll(() => {
	if (isLong) console.log(['what comes of it', ...lines].join('\n'));
});

function begun(at: string): LocalWalk {
	const sources = { john: 'pattern', jane: 'pattern' } as const;
	const walk = createWalk({ course: CALL, moments, at: before(at), sources, speed: 1 }, OPERABLE);
	walk.begin();
	return walk;
}

const standing = ({ actor }: LocalWalk) => {
	const { call } = actor.getSnapshot().value;
	return typeof call === 'object' && typeof call.attempt === 'string' ? call.attempt : 'busy';
};

/** Whether the step under way takes a message that has been lost, and nothing can come of it. */
function waitsForWhatIsLost(walk: LocalWalk): boolean {
	const { waiting } = walk.actor.getSnapshot().context;
	// A browser may fire what it likes meanwhile.
	const last = walk.trace.entries.findLast(
		({ kind }) => kind !== 'event' && kind !== 'changed' && kind !== 'stats'
	)!;
	const isAsked = standing(walk) === 'performing' && waiting.length > 0;
	return isAsked && last.kind === 'step' && last.name === 'begin';
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Presses Next until the end of the call, a refusal, or a step that waits. Gives what came in the way. */
async function goOn(walk: LocalWalk): Promise<string | null> {
	for (;;) {
		const { at, error } = walk.actor.getSnapshot().context;
		if (error) return `${error.step}: ${error.error.name}`;
		if (at >= THE_END) return null;
		walk.send({ type: 'next' });
		let idle = 0;
		// A step that takes what does not come records nothing: it is given a second of turns for that.
		while (standing(walk) !== 'reading' && standing(walk) !== 'refused') {
			idle = waitsForWhatIsLost(walk) ? idle + 1 : 0;
			if (idle > 50) return `waits in ${moments[at]!.step}`;
			await rest(20);
		}
	}
}

const statesOf = ({ live }: LocalWalk) =>
	PEER_NAMES.map((name) => live[name].pc?.connectionState ?? 'absent');

/** What becomes of a call that was gone through. */
async function ending(walk: LocalWalk): Promise<string> {
	const end = performance.now() + FOR_EVER;
	while (performance.now() < end) {
		const states = statesOf(walk);
		if (states.includes('failed')) return 'failed';
		if (states.every((state) => state === 'connected')) return 'connected';
		await rest(20);
	}
	return 'not connected';
}

async function undone(walk: LocalWalk): Promise<string> {
	walk.send({ type: 'deed.undo' });
	await expect.poll(() => standing(walk), { timeout: 20_000 }).toBe('reading');
	return (await goOn(walk)) ?? (await ending(walk));
}

const each = <T>(value: T | Record<BrowserName, T>): T =>
	value !== null && typeof value === 'object'
		? (value as Record<BrowserName, T>)[BROWSER]
		: (value as T);

async function tried({ name, before: at, deedIn, outcome, first }: Row): Promise<void> {
	const walk = begun(at);
	try {
		await expect.poll(() => standing(walk), { timeout: 20_000 }).toBe('reading');
		const deed = deedIn(reduce(walk.trace.entries));
		expect(deed).not.toBeNull();
		const since = performance.now();
		walk.send({ type: 'deed.do', deed: deed! });
		await expect.poll(() => standing(walk)).toBe('reading');
		const came = (await goOn(walk)) ?? (await ending(walk));
		const took = Math.round(performance.now() - since);
		// What is concluded may take what is measured next, a second later.
		const found = () => diagnoseSession(walk.trace.entries).findings[0]?.id ?? null;
		expect(each(outcome).split(' or ')).toContain(came);
		await expect.poll(found, { timeout: 20_000 }).toBe(each(first));
		const again = await undone(walk);
		lines.push(`${name} | ${came} | ${took} ms | ${found() ?? ''} | ${each(first) ?? '–'}`);
		expect(again).toBe('connected');
	} finally {
		walk.end();
	}
}

describe('what each browser makes of what is done to a call, what is found first, and that Undo mends it', () => {
	it.each(TABLE.filter(({ isQuick }) => isLong || isQuick))(
		'$name',
		{ timeout: 120_000 },
		async (row) => {
			await tried(row);
		}
	);
});

describe('a step that is not the next', () => {
	async function early(at: string, step: string, ...first: Deed[]) {
		const walk = begun(at);
		await expect.poll(() => standing(walk), { timeout: 20_000 }).toBe('reading');
		for (const deed of [...first, { do: 'step', step } as const]) {
			walk.send({ type: 'deed.do', deed });
			await expect.poll(() => standing(walk)).toBe('reading');
		}
		const { error } = reduce(walk.trace.entries).deeds.at(-1)!;
		const rest = await goOn(walk);
		walk.end();
		return { error: error?.name, rest };
	}

	it('is refused where it is an answer before the offer, and the call goes on', async () => {
		expect(await early('jane-sets-remote-description', 'jane-creates-answer')).toEqual({
			error: 'InvalidStateError',
			rest: null
		});
	});

	it('is refused where it is the answer once more, and the call goes on', async () => {
		const twice: Deed = { do: 'repeat', peer: 'john', message: 1 };
		expect(
			await early('john-sets-remote-description', 'john-sets-remote-description', twice)
		).toEqual({ error: undefined, rest: 'john-sets-remote-description: InvalidStateError' });
	});
});
