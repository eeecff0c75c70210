import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importDump, Reading, recognise, type Answer, type Cast } from '../../src/lib/inspect';
import { slicesOf } from '../../src/lib/inspect/reading';
import { distillWhole } from '../../src/lib/rtc/stats';
import { fixture, sampleDump, sdp } from './fixtures';
import { dumpIn } from './made';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('firefox-answer-gathered');
const TRACE = readFileSync('src/static/samples/call.parley-trace.json', 'utf8');
const CANDIDATE = 'candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host';

/** Reads, and puts the slices of the answers together again. */
async function read(source: string | Blob, cast: Cast | null = null, reading?: Reading) {
	const answers: Answer[] = [];
	const one = reading ?? new Reading(distillWhole, (answer) => answers.push(answer));
	await one.take({ id: 1, key: 1, source, cast });
	return together(answers);
}

function together(answers: readonly Answer[]) {
	const lists: Record<string, unknown[]> = { descriptions: [], candidates: [], entries: [] };
	for (const answer of answers) {
		if (answer.type !== 'slice') continue;
		lists[answer.list]!.push(...(JSON.parse(answer.json) as unknown[]));
	}
	const heads = answers.flatMap((answer) => (answer.type === 'head' ? [answer.head] : []));
	expect(heads).toHaveLength(1);
	expect(answers.at(-1)?.type).toBe('end');
	return { head: heads[0]!, ...lists };
}

describe('what is read is told in slices, and is the same when it is together again', () => {
	it('for an offer and its answer', async () => {
		const text = `${OFFER}${ANSWER}${CANDIDATE}`;
		const found = recognise(text);
		expect(await read(text)).toMatchObject({
			head: { kind: 'parts', sentence: found.sentence, exchange: [0, 1] },
			descriptions: 'descriptions' in found && found.descriptions,
			candidates: 'candidates' in found && found.candidates
		});
	});

	it('for an answer that stands before its offer', async () => {
		const { head } = await read(`${ANSWER}\n\n${OFFER}`);
		expect(head).toMatchObject({ kind: 'parts', exchange: [1, 0] });
	});

	it('for candidates alone', async () => {
		expect(await read(CANDIDATE)).toMatchObject({
			head: { kind: 'parts', sentence: 'One ICE candidate.', exchange: null },
			candidates: [{ text: CANDIDATE }]
		});
	});

	it('for a trace', async () => {
		const found = recognise(TRACE);
		const { head, entries } = (await read(new Blob([TRACE]))) as {
			head: unknown;
			entries?: unknown;
		};
		expect(head).toMatchObject({
			kind: 'trace',
			sentence: found.sentence,
			conclusions: [{ about: null, findings: [], verdict: { isGood: true } }]
		});
		expect(entries).toEqual(found.kind === 'trace' && found.file.entries);
	});

	it.each([
		['webrtc-internals', sampleDump()],
		['rtcstats', fixture('rtcstats-chromium-156.txt')]
	])('for a dump of %s', async (_, text) => {
		const dump = dumpIn(text);
		const imported = importDump(dump, distillWhole);
		expect(await read(text)).toMatchObject({
			head: {
				kind: 'dump',
				connections: dump.connections.map(({ id, url }) => ({ id, url })),
				cast: imported.cast,
				skipped: imported.skipped
			},
			// As JSON, which has no members that are undefined.
			entries: JSON.parse(JSON.stringify(imported.entries)) as unknown
		});
	});

	it('for other connections of a dump, which is not read again', async () => {
		const answers: Answer[] = [];
		const reading = new Reading(distillWhole, (answer) => answers.push(answer));
		await reading.take({ id: 1, key: 7, source: sampleDump(), cast: null });
		const { cast } = importDump(dumpIn(sampleDump()), distillWhole);
		answers.length = 0;
		const turned: Cast = { john: cast.jane, jane: cast.john };
		await reading.take({ id: 2, key: 7, source: 'nothing that is read', cast: turned });
		expect(together(answers).head).toMatchObject({ kind: 'dump', cast: turned });
	});
});

describe('slices', () => {
	it('are lists of about one length, with everything once and in order', () => {
		const items = Array.from({ length: 5000 }, (_, index) => ({ index, text: 'x'.repeat(200) }));
		const slices = [...slicesOf(items)];
		expect(slices.length).toBeGreaterThan(4);
		expect(Math.max(...slices.map(({ length }) => length))).toBeLessThan(300_000);
		expect(slices.flatMap((json) => JSON.parse(json) as unknown[])).toEqual(items);
	});

	it('are none of nothing', () => {
		expect([...slicesOf([])]).toEqual([]);
	});
});

describe('what cannot be read gets a sentence', () => {
	const sentenceOf = async (source: string | Blob) => (await read(source)).head.sentence;

	it('where a gzip file is cut off, with what could be unpacked of it', async () => {
		const lines = fixture('rtcstats-chromium-156.txt');
		const bytes = new Uint8Array(gzipSync(lines.repeat(30)));
		const { head, entries } = (await read(new Blob([bytes.slice(0, bytes.length * 0.9)]))) as {
			head: { sentence: string };
			entries?: unknown[];
		};
		expect(head.sentence).toMatch(
			/^This gzip file is cut off; what could be unpacked of it was read\. A dump of rtcstats/
		);
		expect(entries?.length).toBeGreaterThan(20);
	});

	it('where it is no text', async () => {
		expect(await sentenceOf(new Blob([Uint8Array.of(0x50, 0x4b, 3, 4)]))).toBe(
			'This is a ZIP archive: unpack it first.'
		);
	});

	it('where it is of a newer version', async () => {
		expect(await sentenceOf(TRACE.replace('"version": 1', '"version": 99'))).toBe(
			'This is a Parley trace. The trace is of version 99, made by a newer Parley; this one reads version 1.'
		);
		const newer = fixture('rtcstats-chromium-156.txt').replace('"fileFormat":3', '"fileFormat":9');
		expect(await sentenceOf(newer)).toMatch(
			/of file format 9, newer than the 3 that is known here/
		);
	});

	it('where something else goes wrong', async () => {
		const broken = { size: 5, slice: () => broken, arrayBuffer: () => Promise.reject(new Error()) };
		expect(await sentenceOf(broken as unknown as Blob)).toMatch(
			/^The file could not be read: it was moved/
		);
	});
});

describe('reading that is given up', () => {
	it('gives no further answer', async () => {
		const answers: Answer[] = [];
		const reading: Reading = new Reading(distillWhole, (answer) => {
			answers.push(answer);
			if (answer.type === 'progress') reading.cancel();
		});
		await reading.take({ id: 1, key: 1, source: new Blob([TRACE]), cast: null });
		expect(answers.map(({ type }) => type)).toEqual(['progress']);
		await reading.take({ id: 2, key: 2, source: CANDIDATE, cast: null });
		expect(answers.every(({ type }) => type === 'progress')).toBe(true);
	});
});
