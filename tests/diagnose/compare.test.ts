import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareSessions, type Comparison, type Row } from '../../src/lib/diagnose';
import { parseTraceFile } from '../../src/lib/trace/file';
import { good, withoutCandidates } from './compared-calls';
import { answerOf, candidate, connected, exchanged, MadeCall, offerOf } from './made-call';

const compare = (one: MadeCall, other: MadeCall) => compareSessions(one.entries, other.entries);
const rowOf = ({ rows }: Comparison, id: string, role: Row['role'] = null): Row => {
	const row = rows.find((one) => one.id === id && (role === null || one.role === role));
	if (row === undefined) throw new Error(`There is no row ${id}.`);
	return row;
};
const differing = ({ rows }: Comparison) =>
	rows.filter(({ difference }) => difference !== null).map(({ id }) => id);

describe('a call that works, beside one', () => {
	it('that works as well, differs in nothing that matters', () => {
		const comparison = compare(good(), good());
		expect(comparison.first).toBeNull();
		expect(differing(comparison)).toEqual([]);
		expect(rowOf(comparison, 'compare.pair').one.value).toBe('host to host');
	});

	it('that is given no candidate, differs from there on', () => {
		const comparison = compare(good(), withoutCandidates());
		expect(comparison.first).toMatchObject({
			id: 'compare.remote-candidate',
			sentence:
				'From 13 ms after the offer the calls differ: the answerer of the first adds a candidate of the other side, that of the second never does.',
			other: null
		});
		expect(differing(comparison)).toContain('compare.connected');
		expect(comparison.one.verdict).toContain('This call came about');
		expect(comparison.other.verdict).toContain('This call did not come about');
	});

	it('is told from it the other way round, too', () => {
		const { first } = compare(withoutCandidates(), good());
		expect(first?.sentence).toContain(
			'the answerer of the second adds a candidate of the other side, that of the first never does.'
		);
		expect(first?.one).toBeNull();
	});

	it('that may only relay and has no server, differs in its configuration', () => {
		const relay = new MadeCall()
			.create('john', { iceTransportPolicy: 'relay' })
			.create('jane')
			.agree()
			.after(15_000)
			.both('failed', 'failed');
		const comparison = compare(good(), relay);
		expect(comparison.first).toEqual({
			id: 'compare.policy',
			sentence:
				'Before the offer the calls differ: iceTransportPolicy of the offerer is all in the first, and relay in the second.',
			one: 1,
			other: 1
		});
		expect(differing(comparison)).toContain('compare.gathered-host');
	});

	it('that has no server where the other has, differs in that', () => {
		const served = new MadeCall().create('john', { iceServers: [{ urls: 'turn:192.0.2.1' }] });
		const { first } = compare(served, new MadeCall().create('john'));
		expect(first?.sentence).toBe(
			'The calls differ: the list of STUN and TURN servers of the offerer is TURN alone in the first, and empty in the second.'
		);
	});

	it('whose answer is refused, differs from the answer on, and the reason is named', () => {
		const [offer, answer] = [offerOf(), answerOf()];
		const refused = new MadeCall()
			.create('john')
			.create('jane')
			.set('john', 'Local', offer)
			.set('jane', 'Remote', offer)
			.set('jane', 'Local', answer)
			.refuse('john', 'setRemoteDescription', answer, 'InvalidAccessError');
		const { first } = compare(good(), refused);
		expect(first?.id).toBe('compare.answer');
		expect(first?.sentence).toBe(
			'From 9 ms after the offer the calls differ: the offerer of the first sets the answer that it is given, that of the second never does: setRemoteDescription() was refused (InvalidAccessError).'
		);
		expect(refused.entries[first!.other!]?.kind).toBe('error');
	});

	it('whose video nobody sends back, differs in the section of the answer', () => {
		const answer = answerOf({ media: { audio: 'sendrecv', video: 'recvonly' } });
		const { first } = compare(
			good(),
			new MadeCall().create('john').create('jane').agree(offerOf(), answer)
		);
		expect(first?.sentence).toBe(
			'From 6 ms after the offer the calls differ: media section 2 of the answer is video sendrecv in the first, and video recvonly in the second.'
		);
	});

	it('with another codec, setup or browser, differs in them', () => {
		const answer = answerOf({ setup: 'passive' });
		const other = {
			...answer,
			sdp: answer.sdp.replace('o=-', 'o=mozilla').replace('opus', 'PCMU')
		};
		const ids = differing(
			compare(
				new MadeCall().create('john').create('jane').agree(),
				new MadeCall().create('john').create('jane').agree(offerOf(), other)
			)
		);
		expect(ids).toEqual(['compare.browser', 'compare.answer-setup', 'compare.answer-codec']);
	});

	it('over a relay, differs in the types of the pair', () => {
		const comparison = compare(good(), good(['relay', 'host']));
		expect(comparison.first?.sentence).toMatch(
			/the pair of the offerer is host to host in the first, and relay to host in the second\.$/
		);
	});

	it('that takes far longer, differs in the time; one that is a little slower does not', () => {
		const slow = (ms: number) =>
			exchanged().both('connecting', 'checking').after(ms).both('connected', 'connected');
		expect(compare(slow(400), slow(1300)).first).toBeNull();
		expect(compare(slow(2000), slow(4000)).first).toBeNull();
		expect(compare(slow(400), slow(4000)).first?.sentence).toMatch(
			/^From 0\.4 s after the offer the calls differ: the offerer of the first is connected by ICE after 0\.4 s, the offerer of the second only after 4 s\.$/
		);
	});

	it('that somebody reads step by step, takes as long as he likes', () => {
		const paced = exchanged();
		paced.begin('john-hangs-up');
		paced.after(60_000).both('connected', 'connected');
		expect(
			compare(connected(), paced).rows.filter((row) => row.difference === 'far later')
		).toEqual([]);
	});
});

describe('what a recording does not tell', () => {
	it('after its end does not matter where it went well until then', () => {
		const short = connected();
		const hungUp = good();
		hungUp.done('john', 'close');
		const comparison = compare(hungUp, short);
		expect(comparison.first).toBeNull();
		expect(rowOf(comparison, 'compare.first-frame').other).toMatchObject({
			since: null,
			isTold: false
		});
	});

	it('without statistics does not matter either', () => {
		expect(compare(good(), connected().after(9000)).first).toBeNull();
	});
});

describe('the rows', () => {
	const comparison = compare(good(), withoutCandidates());

	it('stand in the order in which things happen, by the time since the first offer', () => {
		const times = comparison.rows.map(({ one, other }) =>
			Math.min(one.since ?? Infinity, other.since ?? Infinity)
		);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(rowOf(comparison, 'compare.offer', 'offerer').one.since).toBe(0);
	});

	it('name the entry on each side', () => {
		const call = withoutCandidates();
		const { other } = rowOf(comparison, 'compare.failed', 'answerer');
		expect(call.entries[other.seq!]).toMatchObject({ kind: 'changed', peer: 'jane' });
	});

	it('have one for each type of candidate', () => {
		const relayed = exchanged().gather(
			'john',
			candidate('203.0.113.9', 4, 'typ relay raddr 0.0.0.0 rport 0')
		);
		const row = rowOf(compare(exchanged(), relayed.after(9000)), 'compare.gathered-relay');
		expect(row.difference).toBeNull();
		expect(rowOf(compare(good(), relayed), 'compare.gathered-relay').difference).toBe(
			'in one alone'
		);
	});
});

describe('little', () => {
	it('as nothing at all differs in nothing', () => {
		const comparison = compareSessions([], []);
		expect(comparison.rows).toEqual([]);
		expect(comparison.first).toBeNull();
		expect(comparison.one).toMatchObject({ offeredAt: null, verdict: null });
	});

	it('as nothing beside a call differs in everything', () => {
		const { first, rows } = compareSessions(good().entries, []);
		expect(first?.sentence).toBe(
			'Before the offer the calls differ: the offerer of the first makes its connection, that of the second never does.'
		);
		expect(rows.every(({ difference }) => difference !== null)).toBe(true);
	});

	it('as a recording without an offer counts from its beginning', () => {
		const early = new MadeCall().create('john').create('jane').after(9000);
		const comparison = compare(good(), early);
		expect(comparison.other).toMatchObject({ offeredAt: null, offeredBy: null });
		expect(comparison.other.origin).toBe(early.entries[0]?.at);
		expect(comparison.first?.id).toBe('compare.offer');
	});

	it('of several attempts the last one counts', () => {
		const twice = withoutCandidates();
		twice.attempt('retry');
		twice.create('john').create('jane').agree();
		expect(compare(twice, new MadeCall().create('john').create('jane').agree()).first).toBeNull();
		expect(compare(twice, twice).one.attempt).toBe(2);
	});
});

it('the recorded call of the site differs in nothing from itself', () => {
	const text = readFileSync('src/static/samples/call.parley-trace.json', 'utf8');
	const read = parseTraceFile(text);
	if (!read.ok) throw new Error('The sample is no trace.');
	const comparison = compareSessions(read.file.entries, read.file.entries);
	expect(comparison.first).toBeNull();
	expect(comparison.rows.length).toBeGreaterThan(20);
});
