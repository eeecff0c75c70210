import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { lessons } from '../../src/lib/deck';
import { loadDeck } from '../../src/lib/deck/decks';

import { parseTraceFile } from '../../src/lib/trace/file';
import { pagesOf, sourcesIn } from '../../src/lib/ui/print/pages';
import { CALL, STEPS } from '../call/course';
import { shipped } from '../trace-file/shipped';

const parsed = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
if (!parsed.ok) throw new Error(parsed.problem);
const { entries } = parsed.file;
const moments = momentsOf(CALL, lessons[0]!.slides);
const pages = pagesOf(CALL, moments, entries);
const pageOf = (slug: string, kind: string) =>
	pages.find(({ moment }) => moment.slug === slug && moment.kind === kind)!;
const labelsOn = (slug: string) =>
	pageOf(slug, 'after').happenings.map(({ row, times }) => [row.peer, row.label, times]);

describe('the pages of a handout', () => {
	it('are one for each moment', () => {
		expect(pages.map(({ moment }) => moment)).toEqual(moments);
	});

	it('show before a step nothing that it brought, and after it no more', () => {
		const before = pageOf('john-creates-offer', 'before');
		expect(before.happenings).toEqual([]);
		expect(before.view.steps.map(({ id }) => id)).toEqual(STEPS.slice(0, 3).map(({ id }) => id));
		expect(labelsOn('john-creates-offer')).toEqual([['john', 'createOffer()', 1]]);
	});

	it('count what happened more than once because of a step', () => {
		expect(labelsOn('remaining-candidates')).toContainEqual([
			'jane',
			'addIceCandidate(candidate)',
			7
		]);
	});

	it('show the lines of SDP that the step is about, explained', () => {
		const { lines } = pageOf('jane-creates-answer', 'after');
		expect(lines.map(({ text }) => text)).toContain('a=setup:active');
		for (const { explanation } of lines) expect(explanation).toMatch(/\w/);
	});

	it.each([
		'john-creates-offer',
		'john-sets-local-description',
		'jane-sets-remote-description',
		'jane-creates-answer',
		'jane-sets-local-description',
		'john-sets-remote-description'
	])('show some lines of SDP at %s', (slug) => {
		expect(pageOf(slug, 'after').lines.length).toBeGreaterThanOrEqual(3);
	});

	it.each([
		['john-sends-candidate', 'john-sends-candidate'],
		['jane-adds-candidate', 'john-sends-candidate'],
		['jane-sends-candidate', 'jane-sends-candidate'],
		['john-adds-candidate', 'jane-sends-candidate']
	])('show at %s the candidate that travels since %s', (slug, sender) => {
		const sent = entries.find(({ kind, step }) => kind === 'sent' && step === sender);
		const { message } = sent!.data as unknown as { message: { candidate: RTCIceCandidateInit } };
		const [port] = / \d+ typ host/.exec(message.candidate.candidate!)!;
		expect(pageOf(slug, 'after').lines.map(({ text }) => text)).toEqual([
			expect.stringContaining(port)
		]);
	});

	it('show the message that a step sent, and none where there are several', () => {
		expect(JSON.parse(pageOf('john-sends-offer', 'after').sent!)).toMatchObject({
			description: { type: 'offer' }
		});
		expect(pageOf('remaining-candidates', 'after').sent).toBeNull();
	});

	it('tell of the way to the connection where no step is', () => {
		const labels = pageOf('connected', 'only').happenings.map(({ row }) => row.label);
		expect(labels).toEqual(expect.arrayContaining(['pair selected', 'first frame decoded']));
	});

	it('say where the session did not come to their step', () => {
		const last = entries.findIndex(({ step }) => step === STEPS.at(-1)!.id);
		const cut = pagesOf(CALL, moments, entries.slice(0, last));
		expect(cut.filter(({ isRecorded }) => !isRecorded).map(({ moment }) => moment.steps)).toEqual(
			cut.filter(({ moment }) => moment.steps === STEPS.length).map(({ moment }) => moment.steps)
		);
		expect(pages.every(({ isRecorded }) => isRecorded)).toBe(true);
	});

	it('of a short deck name what was performed on the way', async () => {
		const short = pagesOf(CALL, momentsOf(CALL, (await loadDeck('ten-minutes')).slides), entries);
		const named = short.flatMap(({ onTheWay, moment }) =>
			moment.kind === 'after' ? [...onTheWay, moment.step] : onTheWay
		);
		expect(named).toEqual(STEPS.map(({ id }) => id));
		expect(pages.flatMap(({ onTheWay }) => onTheWay)).toEqual([]);
	});

	it('of a session in which nothing happened show the slides alone', () => {
		const empty = pagesOf(CALL, moments, []);
		expect(empty).toHaveLength(moments.length);
		expect(empty.every(({ happenings, lines }) => happenings.length + lines.length === 0)).toBe(
			true
		);
	});
});

describe('the sources in a recording', () => {
	it('are those that were used', () => {
		expect(sourcesIn(entries)).toEqual({ john: 'pattern', jane: 'pattern' });
		expect(sourcesIn([])).toEqual({ john: 'none', jane: 'none' });
	});
});

describe('a page of a step in which much happened', () => {
	/** The happenings after a step, of the lesson whose recording has more of them than any other. */
	async function rowsAfter(slug: string) {
		const { course, slides } = await loadDeck('negotiation-needed');
		const { entries } = shipped('negotiation-needed.parley-trace.gzip');
		const all = pagesOf(course, momentsOf(course, slides), entries);
		const page = all.find(({ moment }) => moment.slug === slug && moment.kind === 'after')!;
		return page.happenings.map(({ row }) => `${row.peer} ${row.kind} ${row.label}`);
	}

	it('has each state once, without the event by which it was heard', async () => {
		const rows = await rowsAfter('negotiation-needed/jane-answers');
		expect(rows.filter((row) => / state .*connected$/.test(row))).toHaveLength(4);
		expect(
			rows.filter((row) => /event (?:signaling|ice|connection)\w*statechange/.test(row))
		).toEqual([]);
		expect(rows).toContain('john event negotiationneeded');
	});

	it('has the event as well where there is room', async () => {
		const rows = await rowsAfter('negotiation-needed/john-sets-local-description');
		expect(rows).toContain('john event signalingstatechange');
	});
});
