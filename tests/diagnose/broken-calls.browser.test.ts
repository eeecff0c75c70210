import { afterAll, describe, expect, inject, it } from 'vitest';
import { diagnoseSession } from '../../src/lib/diagnose';
import type { TraceEntry } from '../../src/lib/trace';
import { parseTraceFile, writeTraceFile } from '../../src/lib/trace/file';
import { mask } from '../../src/lib/trace/mask';
import { BROKEN, type BrowserName } from './broken-calls';
import { stopPatterns, type MadeCall } from './recorded-call';
import { WORKING } from './working-calls';

const BROWSER: BrowserName = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';
const isLong = inject('isLong');
const PATIENCE = { timeout: 120_000 };

afterAll(stopPatterns);

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
		const entries = enter(async () => {
			const call = await one.run();
			// What comes of its end is no part of it.
			const recorded = [...call.entries];
			call.end();
			return recorded;
		});
		// Who waits for it is told; until then nobody does.
		entries.catch(() => {});
		return { ...one, entries };
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

const broken = made(BROKEN.filter(isMade), 6);
const working = made(WORKING, 2);

describe('what is found first in the trace of a call where', () => {
	it.each(broken)('$name', PATIENCE, async ({ entries: recording, expects, isHarmless }) => {
		const entries = await recording;
		const id = typeof expects === 'string' ? expects : expects[BROWSER];
		const [first] = diagnoseSession(entries).findings;
		expect(first?.id ?? null).toBe(id);
		if (isHarmless) expect(first?.severity).not.toBe('breaks the call');
		for (const masked of [false, true]) {
			const { findings } = diagnoseSession(saved(entries, masked));
			expect(findings[0]?.id ?? null, masked ? 'saved and masked' : 'saved').toBe(id);
		}
	});
});

describe('nothing that matters is found in the trace of a call where', () => {
	it.each(working)('$name', PATIENCE, async ({ entries: recording }) => {
		const entries = await recording;
		for (const all of [entries, saved(entries, false), saved(entries, true)]) {
			const { findings } = diagnoseSession(all);
			expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		}
	});
});
