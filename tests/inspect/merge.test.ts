import { describe, expect, it } from 'vitest';
import {
	importDump,
	mergeDumps,
	suggestCast,
	type Dump,
	type NamedDump
} from '../../src/lib/inspect';
import { distillWhole } from '../../src/lib/rtc/stats';
import { reduce, stateOf } from '../../src/lib/trace';
import { fileOf, other, type End, type Internals } from './ends';
import { fixture, sampleDump } from './fixtures';
import { dumpIn } from './made';

const named = (name: string, end: End): NamedDump => ({ name, dump: dumpIn(fileOf(end)) });
const JOHN = named('john.json', { of: '8-1' });
const JANE = named('jane.json', { of: '8-2' });

const ends = ({ connections }: Dump) => connections.map(({ id, partner }) => [id, partner]);
const timesOf = (dump: Dump, id: string) => {
	const one = dump.connections.find((connection) => connection.id === id)!;
	return {
		events: one.events.map(({ at }) => at),
		reports: [...one.reports()].map(({ at }) => at)
	};
};

/** The differences of two lists of times; all of them are expected to be alike. */
function shiftOf(before: readonly number[], after: readonly number[]): number {
	expect(after).toHaveLength(before.length);
	const shifts = before.map((at, index) => after[index]! - at);
	expect(Math.max(...shifts) - Math.min(...shifts)).toBeLessThan(0.01);
	return shifts[0]!;
}

describe('the dumps of both ends of a call', () => {
	it('are one call, of which both ends are shown', () => {
		const dump = mergeDumps([JOHN, JANE]);
		expect(ends(dump)).toEqual([
			['8-1', '8-2'],
			['8-2', '8-1']
		]);
		expect(suggestCast(dump)).toEqual({ john: '8-1', jane: '8-2' });
		const { john, jane } = reduce(importDump(dump, distillWhole).entries).peers;
		for (const peer of [john, jane]) expect(stateOf(peer, 'connectionState')).toBe('connected');
		expect(jane.descriptions.currentRemoteDescription).toEqual(
			john.descriptions.currentLocalDescription
		);
	});

	it('show the one that offered as John, whichever file is first', () => {
		expect(suggestCast(mergeDumps([JANE, JOHN]))).toEqual({ john: '8-1', jane: '8-2' });
	});

	it('are left as they are where their clocks agree', () => {
		const dump = mergeDumps([JOHN, JANE]);
		expect(dump.note).toBe(
			'The clocks of “john.json” and “jane.json” agree, as far as can be told.'
		);
		expect(timesOf(dump, '8-2')).toEqual(timesOf(JANE.dump, '8-2'));
	});

	it.each([
		[2340, '2 342 ms ahead'],
		[-300_000, '299 998 ms behind']
	])('are put on the clock of the first where the other is %d ms ahead', (ahead, words) => {
		const late = named('jane.json', { of: '8-2', ahead });
		const dump = mergeDumps([JOHN, late]);
		expect(dump.note).toBe(
			`The clock of “jane.json” was ${words.replaceAll(/(?<=\d) (?=\d)/g, '\u2009')}, give or take 3 ms; it is shown on that of “john.json”.`
		);
		const [before, after] = [timesOf(late.dump, '8-2'), timesOf(dump, '8-2')];
		for (const kind of ['events', 'reports'] as const) {
			// What was sent took a millisecond one way and five the other.
			expect(Math.abs(shiftOf(before[kind], after[kind]) + ahead)).toBeLessThan(3);
		}
		expect(timesOf(dump, '8-1')).toEqual(timesOf(JOHN.dump, '8-1'));
		expect(dump.connections[1]?.began).toBe(after.events[0]);
	});

	it('are in an order in which nothing comes before it was sent', () => {
		const dump = mergeDumps([JOHN, named('jane.json', { of: '8-2', ahead: -300_000 })]);
		const { entries } = importDump(dump, distillWhole);
		const seqOf = (peer: string, name: string) =>
			entries.findIndex((one) => one.peer === peer && one.kind === 'call' && one.name === name);
		const order = [
			seqOf('john', 'setLocalDescription'),
			seqOf('jane', 'setRemoteDescription'),
			seqOf('jane', 'setLocalDescription'),
			seqOf('john', 'setRemoteDescription')
		];
		expect(order).toEqual(order.toSorted((a, b) => a - b));
	});

	it('are put a millisecond past the only bound where but one way is known', () => {
		const [from, to] = ['setRemoteDescription', 'addIceCandidate'];
		const deaf: Dump = {
			...JOHN.dump,
			connections: JOHN.dump.connections.map((one) => ({
				...one,
				events: one.events.filter(({ name }) => name !== from && name !== to)
			}))
		};
		const jane = named('jane.json', { of: '8-2', ahead: -300_000 });
		const dump = mergeDumps([{ name: 'john.json', dump: deaf }, jane]);
		expect(dump.note).toMatch(/“jane\.json” was at least 299\u2009996 ms behind; it is shown/);
		// Her log knows what he sent, so that she is known to be his partner.
		expect(suggestCast(dump)).toEqual({ john: '8-1', jane: '8-2' });
	});

	it('say so where no difference of the clocks fits', () => {
		const set = fileOf({ of: '8-2' }).replace(
			/"timestamp":1795392503059\.561/,
			'"timestamp":1795392509059.561'
		);
		const dump = mergeDumps([JOHN, { name: 'jane.json', dump: dumpIn(set) }]);
		expect(dump.note).toMatch(/No difference puts all that was sent in order/);
	});

	it('give what was asked of a page to the end of its file', () => {
		const { entries } = importDump(mergeDumps([JOHN, JANE]), distillWhole);
		const asked = entries.filter(({ name, kind }) => name === 'getUserMedia' && kind === 'call');
		expect(asked.map(({ peer }) => peer).toSorted()).toEqual(['jane', 'john']);
	});

	it('may be of webrtc-internals and of rtcstats', () => {
		const lines = fixture('rtcstats-chromium-156.txt');
		const whole = dumpIn(lines);
		const jane = { ...whole, connections: whole.connections.filter(({ id }) => id === '8-2') };
		const dump = mergeDumps([JOHN, { name: 'jane.txt', dump: jane }]);
		expect(dump.source).toBe('mixed');
		expect(ends(dump)).toEqual([
			['8-1', '8-2'],
			['8-2', '8-1']
		]);
		expect(dump.note).toMatch(/clocks of “john\.json” and “jane\.txt” agree/);
	});
});

describe('ids and names', () => {
	it('that collide say of which file they are', () => {
		const dump = mergeDumps([JOHN, named('jane.json', { of: '8-2', as: '8-1' })]);
		expect(ends(dump)).toEqual([
			['8-1 of john.json', '8-1 of jane.json'],
			['8-1 of jane.json', '8-1 of john.json']
		]);
		expect(suggestCast(dump)).toEqual({ john: '8-1 of john.json', jane: '8-1 of jane.json' });
		const { entries } = importDump(dump, distillWhole);
		const asked = entries.filter(({ name, kind }) => name === 'getUserMedia' && kind === 'call');
		expect(asked.map(({ peer }) => peer).toSorted()).toEqual(['jane', 'john']);
	});

	it('are numbered where files are called alike', () => {
		const dump = mergeDumps([
			{ ...JOHN, name: 'dump.json' },
			named('dump.json', { of: '8-2', as: '8-1' })
		]);
		expect(dump.connections.map(({ id }) => id)).toEqual([
			'8-1 of dump.json',
			'8-1 of dump.json (2)'
		]);
	});
});

describe('partners', () => {
	const masked = (pattern: RegExp, by: string) => (text: string) => text.replace(pattern, by);
	const noUfrag = masked(/(a=ice-ufrag:)[^\\]+/g, '$1xxxx');
	const noPrint = masked(/(a=fingerprint:\S+ )[^\\]+/g, '$1XX:XX');

	it('are known by their fingerprints where the fragments are masked', () => {
		const john = named('john.json', { of: '8-1', change: noUfrag });
		const jane = named('jane.json', { of: '8-2', change: noUfrag });
		const dump = mergeDumps([
			john,
			named('other.json', { of: '8-1', as: '9-1', change: other }),
			jane
		]);
		expect(suggestCast(dump)).toEqual({ john: '8-1', jane: '8-2' });
		expect(dump.connections.find(({ id }) => id === '9-1')?.partner).toBeNull();
	});

	it('are known by their origins where fingerprints are masked, too', () => {
		const change = (text: string) => noPrint(noUfrag(text));
		const dump = mergeDumps([
			named('john.json', { of: '8-1', change }),
			named('jane.json', { of: '8-2', change })
		]);
		expect(ends(dump)).toEqual([
			['8-1', '8-2'],
			['8-2', '8-1']
		]);
	});

	it('are not guessed where all that tells them apart is masked', () => {
		const change = (text: string) => noPrint(noUfrag(text)).replace(/o=- \d+/g, 'o=- 0');
		const dump = mergeDumps([
			named('john.json', { of: '8-1', change }),
			named('jane.json', { of: '8-2', change })
		]);
		expect(ends(dump)).toEqual([
			['8-1', null],
			['8-2', null]
		]);
	});

	it('are told by their fingerprints where two have the same fragment', () => {
		const twin = named('twin.json', {
			of: '8-2',
			as: '9-2',
			change: (text) => {
				const own = /(a=fingerprint:\S+ )[^\\]+/g;
				return text.replace(own, '$1AB:CD').replace(/o=- 7243/g, 'o=- 9999');
			}
		});
		const dump = mergeDumps([JOHN, twin, JANE]);
		expect(dump.connections[0]?.partner).toBe('8-2');
	});
});

describe('more than two files', () => {
	it('have the partners of different files shown, and say what ties nothing', () => {
		const third = named('third.json', { of: '8-1', as: '9-1', change: other });
		const dump = mergeDumps([third, JOHN, JANE]);
		expect(suggestCast(dump)).toEqual({ john: '8-1', jane: '8-2' });
		expect(dump.connections).toHaveLength(3);
		expect(dump.note).toBe(
			'No connection of “john.json” talked with one of “third.json”; its clock is left as it is. The clocks of “john.json” and “jane.json” agree, as far as can be told.'
		);
	});

	it('are tied one by one, whatever their order', () => {
		const both = dumpIn(sampleDump());
		const second = { of: '8-2', as: '9-2', ahead: 5000, change: other };
		const first = JSON.parse(
			fileOf({ of: '8-1', as: '9-1', ahead: -1000, change: other })
		) as Internals;
		const own = JSON.parse(fileOf({ of: '8-2', ahead: -1000 })) as Internals;
		Object.assign(own.PeerConnections, first.PeerConnections);
		const dump = mergeDumps([
			JOHN,
			named('last.json', second),
			{ name: 'middle.json', dump: dumpIn(JSON.stringify(own)) }
		]);
		expect(dump.note).toMatch(
			/“middle\.json” was 998 ms behind.*“last\.json” was 5\u2009\d+ ms ahead/
		);
		const began = (id: string) => dump.connections.find((one) => one.id === id)!.began!;
		expect(Math.abs(began('9-2') - both.connections[1]!.began!)).toBeLessThan(10);
		expect(Math.abs(began('9-1') - both.connections[0]!.began!)).toBeLessThan(10);
	});

	it('prefer partners of different files to those of one', () => {
		const text = JSON.parse(sampleDump()) as Internals;
		const loop = JSON.parse(other(JSON.stringify(text))) as Internals;
		const { '8-1': a, '8-2': b } = loop.PeerConnections;
		const own = JSON.parse(fileOf({ of: '8-1' })) as Internals;
		own.PeerConnections = { '7-1': a!, '7-2': b!, ...own.PeerConnections };
		const dump = mergeDumps([{ name: 'john.json', dump: dumpIn(JSON.stringify(own)) }, JANE]);
		expect(dump.connections.map(({ partner }) => partner)).toEqual(['7-2', '7-1', '8-2', '8-1']);
		expect(suggestCast(dump)).toEqual({ john: '8-1', jane: '8-2' });
	});
});

describe('dumps that have nothing to do with each other', () => {
	const pasted = { name: 'b.txt', dump: dumpIn(fixture('rtcstats-js-5.txt')) };

	it('offer all their connections, and say that none talked with another', () => {
		const dump = mergeDumps([JOHN, pasted]);
		expect(ends(dump)).toEqual([
			['8-1', null],
			['PC_0', null]
		]);
		expect(suggestCast(dump)).toEqual({ john: '8-1' });
		expect(dump.note).toBe(
			'No two connections of different files talked with each other; their clocks are left as they are.'
		);
	});

	it('lose nothing of what was skipped', () => {
		const skipped = [{ what: 'lines that are no JSON', count: 2 }];
		const dump = mergeDumps([
			{ ...JOHN, dump: { ...JOHN.dump, skipped } },
			{ ...pasted, dump: { ...pasted.dump, skipped, note: 'It is odd.' } }
		]);
		expect(dump.skipped).toEqual([{ what: 'lines that are no JSON', count: 4 }]);
		expect(dump.note).toMatch(/^“b\.txt”: It is odd\. No two/);
	});
});
