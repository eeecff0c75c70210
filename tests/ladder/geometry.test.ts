import { describe, expect, it } from 'vitest';
import { columnsOf, fitted, slotOf } from '../../src/lib/ui/ladder/columns';
import {
	flights,
	folded,
	lifelines,
	place,
	rowOfEntry,
	touched
} from '../../src/lib/ui/ladder/geometry';
import { ladderRows } from '../../src/lib/ui/ladder/layout';
import { Story } from './trace';

const OFFER = { description: { type: 'offer', sdp: 'v=0' } };

/** A first attempt of four entries, and a second in which an offer waits. */
function twoAttempts() {
	const story = new Story().attempt().does('john', 'RTCPeerConnection');
	story.event('john', 'negotiationneeded').attempt('restart').does('john', 'RTCPeerConnection');
	return story.sent('john', 1, OFFER);
}

describe('earlier attempts', () => {
	it('are folded into one row each', () => {
		const rows = folded(ladderRows(twoAttempts().entries), () => false);
		expect(rows.map(({ kind }) => kind)).toEqual(['fold', 'attempt', 'call', 'sent']);
		expect(rows[0]).toMatchObject({ label: 'Attempt 1, 4 entries', open: false });
	});

	it('show their rows when they are opened', () => {
		const rows = folded(ladderRows(twoAttempts().entries), (key) => key === 'fold 1');
		expect(rows.map(({ kind }) => kind)).toEqual([
			'fold',
			'attempt',
			'call',
			'event',
			'attempt',
			'call',
			'sent'
		]);
	});
});

describe('what a lesson builds on', () => {
	/** Two steps of the call, and one of a lesson. */
	function lesson() {
		const story = new Story().attempt().step('john-creates-peer-connection');
		story.does('john', 'RTCPeerConnection').step('john-adds-tracks').does('john', 'addTrack');
		return story.step('trickle/john-creates-offer').does('john', 'createOffer');
	}
	const kinds = (rows: ReturnType<typeof folded>) => rows.map(({ kind }) => kind);

	it('is folded into one row, which says how far the call went', () => {
		const rows = folded(ladderRows(lesson().entries), () => false);
		expect(kinds(rows)).toEqual(['attempt', 'fold', 'step', 'call']);
		expect(rows[1]).toMatchObject({ upTo: 'john-adds-tracks', count: 4, open: false });
	});

	it('shows its rows when it is opened', () => {
		const rows = folded(ladderRows(lesson().entries), (key) => key === 'fold base');
		expect(kinds(rows)).toEqual([
			'attempt',
			'fold',
			'step',
			'call',
			'step',
			'call',
			'step',
			'call'
		]);
	});

	it('is folded before the first step of the lesson, where that is known', () => {
		const story = new Story().attempt().step('john-creates-peer-connection');
		const rows = ladderRows(story.does('john', 'RTCPeerConnection').entries);
		expect(kinds(folded(rows, () => false))).toEqual(['attempt', 'step', 'call']);
		expect(kinds(folded(rows, () => false, 'trickle'))).toEqual(['attempt', 'fold']);
	});
});

describe('a lifeline', () => {
	it('is absent before there is a connection, open while there is one, and over when it is closed', () => {
		const story = new Story().attempt().does('john', 'RTCPeerConnection').does('john', 'close');
		const john = lifelines(place(ladderRows(story.entries)), 500).filter(
			({ peer }) => peer === 'john'
		);
		expect(john.map(({ state }) => state)).toEqual(['absent', 'open', 'over']);
		expect(john.at(-1)!.to).toBe(500);
	});

	it('begins anew with each attempt', () => {
		const rows = folded(ladderRows(twoAttempts().entries), () => true);
		const states = lifelines(place(rows), 900)
			.filter(({ peer }) => peer === 'john')
			.map(({ state }) => state);
		expect(states).toEqual(['absent', 'open', 'absent', 'open']);
	});
});

it('a message flies to the row of its delivery once there is one', () => {
	const story = new Story().sent('john', 1, OFFER);
	expect(flights(place(ladderRows(story.entries)))).toMatchObject([
		{ from: 'john', to: 'jane', delivered: undefined }
	]);
	story.does('jane', 'RTCPeerConnection').delivered('jane', 1);
	const placed = place(ladderRows(story.entries));
	expect(flights(placed)[0]!.delivered).toBe(placed.at(-1));
});

it('an entry is found in the row that it made or joined, else in the row before it', () => {
	const story = new Story().step('john-creates-offer').does('john', 'createOffer');
	story.stats('john', false, 0);
	const placed = place(ladderRows(story.entries));
	expect(rowOfEntry(placed, 2, null)!.row.kind).toBe('call');
	expect(rowOfEntry(placed, 3, null)!.row.kind).toBe('call');
	expect(rowOfEntry(placed, 0, null)!.row.kind).toBe('step');
	expect(rowOfEntry(placed, null, null)).toBeUndefined();
});

it('only the rows that a stretch touches are drawn', () => {
	const story = new Story();
	for (let count = 0; count < 100; count++) story.does('john', 'createOffer');
	const placed = place(ladderRows(story.entries));
	expect(touched(placed, 240, 480)).toEqual([10, 21]);
	expect(touched(placed, -100, 10)).toEqual([0, 1]);
});

describe('a label', () => {
	const row = ladderRows(
		new Story().does('john', 'setLocalDescription', { type: 'offer', sdp: '' }).entries
	)[0]!;

	it.each([
		[300, 'setLocalDescription(offer)', ' ✓ 10 ms'],
		[200, 'setLocalDescription()', ' ✓'],
		[100, 'setLocalDe…', ' ✓']
	])('in %i pixels is %s%s', (room, text, suffix) => {
		expect(fitted(row, room, 7.2)).toMatchObject({ text, suffix });
	});

	it.each([330, 500, 700, 830, 1100])('stays inside a drawing %i wide', (width) => {
		const columns = columnsOf(width);
		for (const peer of ['john', 'jane'] as const) {
			const { x, anchor, room } = slotOf(columns, peer);
			expect(room).toBeGreaterThan(150);
			expect(anchor === 'start' ? x + room : x).toBeLessThanOrEqual(width);
			expect(anchor === 'start' ? x : x - room).toBeGreaterThanOrEqual(0);
		}
	});
});
