import { describe, expect, it } from 'vitest';
import { mergeDumps, type Dump } from '../../src/lib/inspect';
import { fixture, sampleDump } from './fixtures';
import { dumpIn } from './made';

describe('a connection that is in two dumps', () => {
	const whole = { name: 'later.json', dump: dumpIn(sampleDump()) };

	it('is taken once where a dump is there twice', () => {
		const dump = mergeDumps([whole, { ...whole, name: 'again.json' }]);
		expect(dump.connections).toEqual(
			whole.dump.connections.map((one) => ({
				...one,
				file: 'later.json',
				reports: expect.any(Function) as unknown
			}))
		);
		expect(dump.media).toHaveLength(whole.dump.media.length);
		expect(dump.note).toBe('2 connections are in more than one file; the longer log is shown.');
	});

	it.each([
		['before', 0],
		['behind', 1]
	])('is taken by its longer log, where the shorter is %s it', (_, place) => {
		const earlier: Dump = {
			...whole.dump,
			connections: whole.dump.connections.map((one) => ({
				...one,
				events: one.events.slice(0, 12)
			})),
			media: whole.dump.media.slice(0, 1)
		};
		const dumps = [whole];
		dumps.splice(place, 0, { name: 'earlier.json', dump: earlier });
		const dump = mergeDumps(dumps);
		expect(dump.connections.map(({ events }) => events)).toEqual(
			whole.dump.connections.map(({ events }) => events)
		);
		expect(dump.media).toHaveLength(whole.dump.media.length);
	});

	it('is known again in the other kind of dump of the same page', () => {
		const dump = mergeDumps([
			whole,
			{ name: 'b.txt', dump: dumpIn(fixture('rtcstats-chromium-156.txt')) }
		]);
		expect(dump.connections.map(({ id }) => id)).toEqual(['8-1', '8-2']);
		expect(dump.media).toHaveLength(2);
	});

	it('is known again without a description, by how it begins', () => {
		const cut: Dump = {
			...whole.dump,
			connections: whole.dump.connections.map((one) => ({ ...one, events: one.events.slice(0, 1) }))
		};
		const first = cut.connections.slice(0, 1);
		const dumps = [cut, { ...cut, connections: first }].map((dump, at) => ({
			name: `${at}`,
			dump
		}));
		expect(mergeDumps(dumps).connections).toHaveLength(2);
	});
});
