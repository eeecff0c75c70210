import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../../src/lib/trace';
import { checkTraceFile, parseTraceFile, writeTraceFile } from '../../src/lib/trace/file';
import { shortCall } from '../trace/recording';
import { isValid, type Schema } from './json-schema';
import { callWithParts, callWithSecrets } from './samples';

const SCHEMA = JSON.parse(
	readFileSync(new URL('../../src/static/trace.schema.json', import.meta.url), 'utf8')
) as Schema;

type Path = (string | number)[];

/** The paths of everything in a value, the value itself left out. */
function paths(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, member]) => {
		const here = [...path, Array.isArray(value) ? Number(key) : key];
		return [here, ...paths(member, here)];
	});
}

/** A copy in which what is at a path is replaced, or left out where there is no replacement. */
function changedAt(value: unknown, path: Path, replacement: unknown): unknown {
	const copy = structuredClone(value);
	let holder = copy as Record<string | number, unknown>;
	for (const key of path.slice(0, -1)) holder = holder[key] as typeof holder;
	const last = path.at(-1)!;
	if (replacement !== undefined) holder[last] = replacement;
	else if (!Array.isArray(holder)) delete holder[last];
	return copy;
}

/** What only a reader can know: where an entry stands among the others. */
const BEYOND = /"seq" must be the position|"attempt" must not go back|"call" must be the "seq"/;

describe('the published schema', () => {
	const files = [shortCall(), callWithSecrets(), callWithParts()].map(
		({ entries }) =>
			JSON.parse(
				writeTraceFile(entries, {
					title: 'A call',
					exportedAt: '2026-11-23T10:00:00.000Z',
					masked: true
				})
			) as unknown
	);

	it('finds what is written valid', () => {
		for (const file of files) expect(isValid(file, SCHEMA)).toBe(true);
	});

	const REPLACEMENTS = [undefined, null, 'offer', -1, 1.5, true, [], {}];

	it('agrees with the reader on every head with one thing changed or left out', () => {
		const [{ entries, ...head }] = files as [{ entries: unknown[] }];
		for (const path of paths(head)) {
			for (const replacement of REPLACEMENTS) {
				const changed = { ...(changedAt(head, path, replacement) as object), entries };
				const where = `${path.join('.')} = ${JSON.stringify(replacement)}`;
				expect([where, isValid(changed, SCHEMA)]).toEqual([where, checkTraceFile(changed).ok]);
			}
		}
	});

	it('agrees with the reader on every entry with one thing changed or left out', () => {
		let invalid = 0;
		for (const file of files as { entries: TraceEntry[] }[]) {
			for (const [index, entry] of file.entries.entries()) {
				for (const path of paths(entry)) {
					for (const replacement of REPLACEMENTS) {
						const changed = changedAt(entry, path, replacement);
						const parsed = checkTraceFile({
							...file,
							entries: [...file.entries.slice(0, index), changed]
						});
						if (!parsed.ok && BEYOND.test(parsed.problem)) continue;
						if (!parsed.ok) invalid += 1;
						const where = `${index}.${path.join('.')} = ${JSON.stringify(replacement)}`;
						expect([where, isValid(changed, SCHEMA.$defs!.entry!, SCHEMA)]).toEqual([
							where,
							parsed.ok
						]);
					}
				}
			}
		}
		expect(invalid).toBeGreaterThan(1000);
	});

	it('agrees with the reader on other JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(isValid(value, SCHEMA)).toBe(parseTraceFile(JSON.stringify(value)).ok);
			})
		);
	});
});
