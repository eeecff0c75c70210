import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduce, type TraceEntry } from '../../src/lib/trace';
import { parseTraceFile, writeTraceFile, DEEPEST } from '../../src/lib/trace/file';
import { shortCall } from '../trace/recording';
import { callWithSecrets } from './samples';

const META = {
	title: 'A call',
	browser: 'Mozilla/5.0',
	exportedAt: '2026-11-23T10:00:00.000Z',
	masked: false
};

const text = () => writeTraceFile(callWithSecrets().entries, META);

/** What is said of a file that cannot be read. */
function problemOf(file: string): string {
	const parsed = parseTraceFile(file);
	if (parsed.ok) throw new Error('It was read.');
	return parsed.problem;
}

/** A file whose entry at an index is changed. */
function damaged(index: number, change: { [name: string]: unknown }): string {
	const file = JSON.parse(text()) as { entries: { [name: string]: unknown }[] };
	file.entries[index] = { ...file.entries[index], ...change };
	return JSON.stringify(file);
}

const indexOf = (kind: string, name?: string) =>
	callWithSecrets().entries.findIndex(
		(entry) => entry.kind === kind && (name === undefined || entry.name === name)
	);

describe('a trace file', () => {
	it('gives back the trace that was written, and what was said of it', () => {
		for (const { entries } of [shortCall(), callWithSecrets()]) {
			const parsed = parseTraceFile(writeTraceFile(entries, META));
			expect(parsed).toEqual({
				ok: true,
				file: { format: 'parley-trace', version: 1, ...META, entries }
			});
			expect(parsed.ok && reduce(parsed.file.entries)).toEqual(reduce(entries));
		}
	});

	it('may be empty, and need not name a title or a browser', () => {
		const meta = { exportedAt: META.exportedAt, masked: true };
		expect(parseTraceFile(writeTraceFile([], meta))).toMatchObject({
			ok: true,
			file: { masked: true, entries: [] }
		});
	});

	it('has one line for each entry, so that two files can be compared', () => {
		const { entries } = callWithSecrets();
		const lines = writeTraceFile(entries, META).split('\n');
		expect(lines.filter((line) => line.startsWith('\t\t{"seq":'))).toHaveLength(entries.length);
		expect(lines.slice(0, 3)).toEqual(['{', '\t"format": "parley-trace",', '\t"version": 1,']);
	});

	it('is read with a byte order mark in front', () => {
		expect(parseTraceFile(`\ufeff${text()}`).ok).toBe(true);
	});

	it('survives whatever JSON its entries carry', () => {
		const data = fc.jsonValue({ maxDepth: 4 }).filter((value) => {
			return !JSON.stringify(value).includes('__proto__');
		});
		const entry = fc.record({
			peer: fc.constantFrom('john' as const, 'jane' as const, null),
			kind: fc.constantFrom('event' as const, 'call' as const),
			name: fc.string({ maxLength: 20 }),
			at: fc.double({ noNaN: true, noDefaultInfinity: true }),
			data
		});
		fc.assert(
			fc.property(fc.array(entry), (list) => {
				const entries = list
					.map((one, seq) => ({ seq, attempt: 1, ...one }))
					.map((one) => JSON.parse(JSON.stringify(one)) as TraceEntry);
				const parsed = parseTraceFile(writeTraceFile(entries, META));
				expect(parsed.ok && parsed.file.entries).toEqual(entries);
			})
		);
	});

	it('is read or refused, whatever it says, without an exception', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (any) => {
				const parsed = parseTraceFile(any);
				expect(parsed.ok || parsed.problem.length > 10).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it('is refused wherever it is cut off, with the place', () => {
		const whole = text();
		fc.assert(
			fc.property(fc.integer({ min: 1, max: whole.trimEnd().length - 1 }), (length) => {
				const cut = whole.slice(0, length);
				const lines = cut.split('\n');
				expect(problemOf(cut)).toContain(
					`ends at line ${lines.length}, column ${lines.at(-1)!.length + 1},`
				);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('a file that is no trace is refused with a sentence:', () => {
	it.each([
		['nothing', '', 'The text ends at line 1, column 1, where a value was expected'],
		['a text', 'v=0\r\n', 'stops being JSON at line 1, column 1, where a value was expected'],
		['a list', '[]', 'but this is a list.'],
		['null', 'null', 'but this is null.'],
		['other JSON', '{"PeerConnections":{}}', 'but this object has no "format".'],
		['JSON of another format', '{"format":"har"}', 'but here "format" is "har".'],
		['a file of a newer version', '{"format":"parley-trace","version":2}', 'version 2'],
		[
			'a file of no version',
			'{"format":"parley-trace"}',
			'The head of the trace: "version" is missing.'
		],
		[
			'a file without entries',
			'{"format":"parley-trace","version":1,"exportedAt":"2026-11-23T10:00:00.000Z","masked":true}',
			'The head of the trace: "entries" is missing.'
		],
		['a comma too many', '{"a":1,}', 'line 1, column 8, where a name in quotes was expected'],
		['a missing comma', '{"a":1\n"b":2}', 'line 2, column 1, where "," or "}" was expected'],
		['two values', '{} {}', 'column 4, where the end was expected'],
		['a bad escape', '["\\q"]', 'column 3, where an escape that JSON knows was expected'],
		['a line in a string', '["a\nb"]', 'line 1, column 4, where the end of a string was expected'],
		['a wrong bracket', '[1}', 'column 3, where "," or "]" was expected']
	])('%s', (_, file, sentence) => {
		expect(problemOf(file)).toContain(sentence);
	});
});

describe('a trace with a wrong entry is refused, and the entry and field named:', () => {
	const call = indexOf('call', 'createOffer');
	const result = indexOf('result', 'createOffer');
	it.each<[string, string, string]>([
		['a gap', damaged(4, { seq: 5 }), 'Entry 4 ("begin"): "seq" must be the position'],
		['a text as time', damaged(1, { at: '5' }), '"at" must be a number, but it is "5".'],
		['a missing time', damaged(1, { at: undefined }), '"at" is missing.'],
		[
			'a time without end',
			text().replace(/"at":1002/, '"at":1e999'),
			'Entry 2 ("RTCPeerConnection"): "at" must be finite, but it is Infinity.'
		],
		['an attempt 0', damaged(0, { attempt: 0 }), '"attempt" must be 1 or more, but it is 0.'],
		['an attempt that goes back', damaged(9, { attempt: 1 }), '"attempt" must not go back'],
		[
			'a stranger',
			damaged(1, { peer: 'eve' }),
			'"peer" must be "john" or "jane", but it is "eve".'
		],
		['an unknown kind', damaged(1, { kind: 'guess' }), '"kind" must be'],
		['an unknown member', damaged(1, { extra: 1 }), '"extra" is not known here.'],
		[
			'a very long name',
			damaged(1, { name: 'x'.repeat(501) }),
			'"name" must be no longer than 500 characters'
		],
		['a result of a later call', damaged(result, { call: result + 3 }), '"call" must be the "seq"'],
		['a result of another call', damaged(result, { call: 1 }), '"call" must be the "seq"'],
		['a result of no call', damaged(result, { call: undefined }), 'but it is missing.'],
		['a call with a call', damaged(call, { call: 1 }), 'but this is of kind "call".'],
		['an attempt without reason', damaged(0, { data: {} }), '"data.reason" is missing.'],
		[
			'a state that is a number',
			damaged(indexOf('changed'), { data: { signalingState: 5 } }),
			'"data.signalingState" must be a text, but it is 5.'
		],
		[
			'a description without SDP',
			damaged(result, { data: { type: 'offer' } }),
			'"data.sdp" is missing.'
		],
		[
			'a candidate that is a text',
			damaged(indexOf('event', 'icecandidate'), { data: { candidate: 'x' } }),
			'"data.candidate" must be an object, but it is "x".'
		],
		['an error without data', damaged(indexOf('error'), { data: undefined }), '"data" is missing.'],
		[
			'statistics of another make',
			damaged(indexOf('stats'), { data: {} }),
			'"data.at" is missing.'
		],
		['a message of nobody', damaged(indexOf('sent'), { peer: null }), '"peer" must say who it is']
	])('%s', (_, file, sentence) => {
		expect(problemOf(file)).toContain(sentence);
	});

	it('a key that reaches for the prototype', () => {
		const file = text().replace('"data":{"reason"', '"data":{"__proto__":{"polluted":1},"reason"');
		expect(problemOf(file)).toBe('Entry 0 ("fresh peers"): "data" has a key "__proto__".');
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});

	it('data that is nested without end', () => {
		const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
		const file = (levels: number) =>
			text().replace('"data":{"reason"', `"data":{"deep":${deep(levels)},"reason"`);
		expect(problemOf(file(DEEPEST))).toContain(`nested deeper than ${DEEPEST} levels`);
		expect(problemOf(file(200_000))).toContain('nested deeper');
		expect(parseTraceFile(file(DEEPEST - 1)).ok).toBe(true);
	});
});
