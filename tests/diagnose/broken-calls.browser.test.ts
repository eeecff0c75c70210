import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { commands } from 'vitest/browser';
import { diagnoseSession, type Finding } from '../../src/lib/diagnose';
import type { TraceEntry } from '../../src/lib/trace';
import { parseTraceFile, writeTraceFile } from '../../src/lib/trace/file';
import { mask } from '../../src/lib/trace/mask';
import { BROKEN, type BrowserName } from './broken-calls';
import { dumpsOf, headOf } from './dumped-call';
import { stopPatterns, type MadeCall } from './recorded-call';
import { WORKING } from './working-calls';

const BROWSER: BrowserName = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';
const isLong = inject('isLong');
const PATIENCE = { timeout: 120_000 };

/**
 * Only Chromium has a page that saves dumps of every connection, and it takes a processor to draw them: where
 * there is time. What it saved once of each kind is in dumps.test.ts.
 */
const isDumping = isLong && BROWSER === 'Chromium';
const begun = new Promise<void>((begin) => {
	beforeAll(async () => {
		if (isDumping) await commands.watchInternals();
		begin();
	});
});

afterAll(async () => {
	stopPatterns();
	if (isDumping) await commands.leaveInternals();
});

/** Lets so many in at once. */
function lane(slots: number) {
	const waiting: (() => void)[] = [];
	let free = slots;
	return async <T>(run: () => Promise<T>): Promise<T> => {
		if (free === 0) await new Promise<void>((go) => waiting.push(go));
		else free -= 1;
		try {
			return await run();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free += 1;
		}
	};
}

/**
 * Begins calls, as many at once as a small machine bears: most of their time they wait for browsers to
 * give up. Each is what was recorded of it.
 */
function made<T extends MadeCall>(calls: readonly T[], slots: number) {
	const enter = lane(slots);
	return calls.map((one) => {
		const recording = enter(async () => {
			await begun;
			const call = await one.run();
			// What comes of its end is no part of it.
			const entries = [...call.entries];
			const dumps = isDumping ? dumpsOf(call, await commands.saveInternals()) : null;
			call.end();
			return { entries, dumps };
		});
		// Who waits for it is told; until then nobody does.
		recording.catch(() => {});
		return { ...one, recording };
	});
}

/** What is read from a file that these were saved in. */
function saved(entries: readonly TraceEntry[], masked: boolean): readonly TraceEntry[] {
	const text = writeTraceFile(masked ? mask(entries) : entries, {
		exportedAt: new Date().toISOString(),
		masked
	});
	const parsed = parseTraceFile(text);
	if (!parsed.ok) throw new Error(parsed.problem);
	return parsed.file.entries;
}

const isMade = ({ isLong: takesTime = false }: { isLong?: boolean }) => isLong || !takesTime;

const broken = made(BROKEN.filter(isMade), isDumping ? 3 : 6);
const working = made(WORKING, 2);

describe('what is found first in the trace of a call where', () => {
	it.each(broken)('$name', PATIENCE, async ({ recording, expects, isHarmless }) => {
		const { entries } = await recording;
		const id = typeof expects === 'string' ? expects : expects[BROWSER];
		const firstOf = (all: readonly TraceEntry[]) => diagnoseSession(all).findings[0];
		const first = firstOf(entries);
		expect(first?.id ?? null).toBe(id);
		if (isHarmless) expect(first?.severity).not.toBe('breaks the call');
		for (const masked of [false, true]) {
			expect(
				firstOf(saved(entries, masked))?.id ?? null,
				masked ? 'saved and masked' : 'saved'
			).toBe(id);
		}
	});
});

describe('nothing that matters is found in the trace of a call where', () => {
	it.each(working)('$name', PATIENCE, async ({ recording }) => {
		const { entries } = await recording;
		for (const all of [entries, saved(entries, false), saved(entries, true)]) {
			const { findings } = diagnoseSession(all);
			expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		}
	});
});

describe.runIf(isDumping)('in what chrome://webrtc-internals saves', () => {
	const FORMS = ['json', 'rtcstats'] as const;
	const isKnown = ({ isForgotten = false }: MadeCall) => !isForgotten;
	// On a busy machine pictures stand still, and a dump has that counted.
	const matters = ({ id, severity }: Finding) =>
		severity !== 'worth knowing' && id !== 'media.freezes';

	it.each(broken.filter(isKnown))(
		'the same is found where $name',
		PATIENCE,
		async ({ recording, expects }) => {
			const { dumps } = await recording;
			const id = typeof expects === 'string' ? expects : expects[BROWSER];
			for (const form of FORMS) {
				const { findings } = (await headOf(dumps![form])).conclusions[0]!;
				expect([form, findings[0]?.id]).toEqual([form, id]);
			}
		}
	);

	it.each(working.filter(isKnown))(
		'nothing that matters is found where $name',
		PATIENCE,
		async ({ recording }) => {
			const { dumps } = await recording;
			for (const form of FORMS) {
				const { conclusions } = await headOf(dumps![form]);
				const found = conclusions.flatMap(({ findings }) => findings);
				expect([form, found.filter(matters)]).toEqual([form, []]);
			}
		}
	);
});
