import { describe, expect, it } from 'vitest';
import { Reading, type Answer, type Head } from '../../src/lib/inspect';
import { distillWhole } from '../../src/lib/rtc/stats';
import { fileOf } from './ends';
import { fixture, sdp } from './fixtures';

describe('files that are read together', () => {
	const trace = fixture('../../../src/static/samples/call.parley-trace.json');

	async function read(files: Readonly<Record<string, string>>): Promise<Head> {
		const answers: Answer[] = [];
		const reading = new Reading(distillWhole, (answer) => answers.push(answer));
		const source = Object.entries(files).map(([name, text]) => new File([text], name));
		await reading.take({ id: 1, key: 1, source, cast: null });
		expect(answers.at(-1)?.type).toBe('end');
		const shares = answers.flatMap((one) =>
			one.type === 'progress' && one.total > 0 ? [one.done / one.total] : []
		);
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		return answers.flatMap((one) => (one.type === 'head' ? [one.head] : []))[0]!;
	}

	const john = fileOf({ of: '8-1' });
	const jane = fileOf({ of: '8-2' });

	it('are merged where they are dumps', async () => {
		expect(await read({ 'john.json': john, 'jane.json': jane })).toMatchObject({
			kind: 'dump',
			sentence:
				'2 dumps of webrtc-internals with 2 connections. The clocks of “john.json” and “jane.json” agree, as far as can be told.',
			cast: { john: '8-1', jane: '8-2' },
			connections: [{ id: '8-1' }, { id: '8-2' }]
		});
	});

	it('are merged without one that is damaged, which is said', async () => {
		const head = await read({
			'john.json': john,
			'bad.json': john.slice(0, 5000),
			'jane.json': jane
		});
		expect(head).toMatchObject({ kind: 'dump', cast: { john: '8-1', jane: '8-2' } });
		expect(head.sentence).toMatch(
			/agree, as far as can be told\. “bad\.json” is left out\. This looks like a dump of webrtc-internals\. .*cut off/
		);
	});

	it('are one dump where the others are none', async () => {
		const head = await read({ 'a.zip': 'PK\u0003\u0004', 'john.json': john });
		expect(head).toMatchObject({ kind: 'dump', cast: { john: '8-1' } });
		expect(head.sentence).toMatch(
			/^“john\.json”: A dump of chrome:\/\/webrtc-internals with one connection\. “a\.zip” is left out\. This is a ZIP archive/
		);
	});

	it('say why a trace and descriptions are not merged with a dump', async () => {
		const { sentence } = await read({
			'john.json': john,
			'walk.json': trace,
			'offer.txt': sdp('chromium-offer-gathered')
		});
		expect(sentence).toContain('“walk.json” is left out: a Parley trace has both ends of its call');
		expect(sentence).toContain('“offer.txt” is left out: descriptions and candidates tell no time');
	});

	it('show the first of several traces', async () => {
		const head = await read({ 'one.json': trace, 'two.json': trace });
		expect(head.kind).toBe('trace');
		expect(head.sentence).toMatch(/^“one\.json”: A Parley trace .* “two\.json” is left out/);
	});

	it('are an exchange where one has the offer and one its answer', async () => {
		const head = await read({
			'answer.txt': sdp('firefox-answer-gathered'),
			'offer.json': JSON.stringify({ type: 'offer', sdp: sdp('chromium-offer-gathered') }, null, 2)
		});
		expect(head).toMatchObject({ kind: 'parts', sentence: 'An offer and its answer.' });
	});

	it('are all told of where nothing is understood', async () => {
		expect(await read({ 'a.txt': 'Dear Jane', 'b.txt': '' })).toMatchObject({
			kind: 'unknown',
			sentence: expect.stringMatching(
				/^“a\.txt” is left out\. .*“b\.txt” is left out\. /
			) as unknown
		});
	});

	it('have to fit together', async () => {
		const big = new File(['{}'], 'big.json');
		Object.defineProperty(big, 'size', { value: 300e6 });
		const answers: Answer[] = [];
		const reading = new Reading(distillWhole, (answer) => answers.push(answer));
		const source = [new File([john], 'john.json'), big];
		await reading.take({ id: 1, key: 1, source, cast: null });
		const head = answers.find((one) => one.type === 'head')?.head;
		expect(head).toMatchObject({ kind: 'dump' });
		expect(head?.sentence).toMatch(
			/“big\.json” is left out\. It has 300\.0 MB; of all files at most/
		);
	});
});
