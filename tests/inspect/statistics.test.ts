import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { findStatistics } from '../../src/lib/inspect/statistics/find-statistics';
import { costOfLength } from '../tools/growth';
import { shown } from './made';
import { candidate, working, type MadeObject } from './made-statistics';
import { sdp } from './fixtures';

const entries = (all: readonly MadeObject[]) => all.map((one) => [one.id, one] as const);

/** As aiortc prints its reports, and a debugger of Python. */
const inPython = (value: unknown): string => {
	if (Array.isArray(value)) return `[${value.map(inPython).join(', ')}]`;
	if (value === null || value === undefined) return 'None';
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value !== 'object') return typeof value === 'string' ? `'${value}'` : String(value);
	return `{${Object.entries(value)
		.map(([name, one]) => `'${name}': ${inPython(one)}`)
		.join(', ')}}`;
};
/** As Dart and C++ print maps: without quotes. */
const inDart = (one: MadeObject) =>
	`{${Object.entries(one)
		.map(([name, value]) => `${name}: ${String(value)}`)
		.join(', ')}}`;
const dataClass = ({ type, ...rest }: MadeObject) =>
	`RTCStats(timestamp=datetime.datetime(2026, 1, 2, 3, 4, 5), type='${type}', ${Object.entries(rest)
		.filter(([name]) => name !== 'timestamp')
		.map(([name, value]) => `${name}=${inPython(value)}`)
		.join(', ')})`;
const unfolded = (one: MadeObject) =>
	Object.entries(one)
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([name, value]) => `      ${name}: ${JSON.stringify(value)}`)
		.join('\n');

const FORMS: Readonly<Record<string, (all: MadeObject[]) => string>> = {
	'the entries of the report': (all) => JSON.stringify(entries(all)),
	'its values': (all) => JSON.stringify(all, null, 2),
	'an object by id': (all) => JSON.stringify(Object.fromEntries(entries(all))),
	'an object around it': (all) => JSON.stringify({ peer: 'a', stats: all }),
	'a line for each': (all) => all.map((one) => JSON.stringify(one)).join('\n'),
	'a text within JSON': (all) => JSON.stringify(JSON.stringify(entries(all))),
	'a log in front of it': (all) => `12:01:02.003 [pc] getStats ${JSON.stringify(all)} done`,
	'a Map of Node': (all) => inspect(new Map(entries(all)), { depth: 9, maxArrayLength: null }),
	'the console of Firefox': (all) =>
		`RTCStatsReport { ${entries(all)
			.map(([id, one]) => `"${id}" → ${inDart(one)}`)
			.join(', ')} }`,
	'the console of Chromium': (all) =>
		`RTCStatsReport {size: ${all.length}}\n[[Entries]]\n${all
			.map(
				(one, at) =>
					`  ${at}: {"${one.id}" => Object}\n    key: "${one.id}"\n    value:\n${unfolded(one)}\n      [[Prototype]]: Object`
			)
			.join('\n')}`,
	'React Native': (all) =>
		JSON.stringify(
			all.map(({ id, type, timestamp, ...rest }) => ({
				id,
				type,
				timestamp,
				values: Object.entries(rest).map(([name, value]) => ({ [name]: String(value) }))
			}))
		),
	'values in an object': (all) =>
		JSON.stringify(
			all.map(({ id, type, timestamp, ...values }) => ({ id, type, timestamp, values }))
		),
	'a dict of Python': (all) => inPython(Object.fromEntries(entries(all))),
	'the classes of aiortc': (all) =>
		`{${all.map((one) => `'${one.id}': ${dataClass(one)}`).join(', ')}}`,
	'Android and Dart': (all) =>
		`{ timestampUs: 1767323045123250, stats: [\n${all.map(inDart).join(',\n')}\n] }`,
	'the page of MDN': (all) =>
		all
			.map(({ id, type, timestamp, ...rest }) =>
				[
					`Report: ${type}`,
					`ID: ${id}`,
					`Timestamp: ${String(timestamp)}`,
					...Object.entries(rest).map(([name, value]) => `${name}: ${String(value)}`)
				].join('\n')
			)
			.join('\n\n')
};

describe('what getStats() gave is read as', () => {
	it.each(Object.entries(FORMS))('%s', (_, print) => {
		const found = findStatistics(print(working()));
		const brief = (all: readonly MadeObject[]) =>
			all.map(
				({
					id,
					type,
					state,
					ssrc,
					packetsReceived,
					localCandidateId,
					address,
					candidateType,
					mid
				}) => ({
					id,
					type,
					state,
					ssrc,
					packetsReceived,
					localCandidateId,
					address,
					candidateType,
					mid
				})
			);
		expect(brief(found)).toEqual(brief(working()));
	});

	it.each(Object.entries(FORMS))('and shown like a session: %s', (_, print) => {
		const { view, skipped } = shown(print(working()));
		expect(skipped).toEqual([]);
		expect(view.peers.john).toMatchObject({
			stats: {
				pairs: [{ state: 'succeeded', nominated: true, local: { address: '192.168.7.4' } }],
				selected: { id: 'CP1_2', remote: { type: 'srflx' } },
				dtls: { state: 'connected' },
				inbound: [
					{ kind: 'audio', packets: 3000, codec: 'audio/opus' },
					{ kind: 'video', packets: 5000, frames: 1699 }
				],
				outbound: [{ kind: 'audio', packets: 3000 }]
			}
		});
		expect(view.peers.john.states.iceConnectionState.at(-1)?.value).toBe('connected');
	});

	it('once, though it is written twice', () => {
		const text = JSON.stringify(working());
		expect(recognise(`${text}\n${text}`).sentence).toBe(
			'What getStats() gave, 10 objects, at one moment: what grows or stands still cannot be told from it.'
		);
	});

	it('several looks, by their times', () => {
		const later = working().map((one) => ({ ...one, timestamp: (one.timestamp as number) + 5000 }));
		const { view, entries: all } = shown(JSON.stringify([working(), later]));
		expect(all.filter(({ kind }) => kind === 'stats')).toHaveLength(2);
		expect(view.peers.jane.exists).toBe(false);
	});

	it('both ends, which have no candidate of their own in common', () => {
		// The sources that one sends are those that the other receives.
		const crossed = (ssrc: unknown) => (typeof ssrc === 'number' ? { ssrc: 9000 - ssrc } : {});
		const mine = working().map((one) =>
			one.type === 'inbound-rtp' ? { ...one, ssrc: 7999 } : one
		);
		const other = mine.map((one) =>
			one.id === 'I1'
				? candidate('I9', 'local', '10.0.0.7')
				: { ...one, localCandidateId: 'I9', ...crossed(one.ssrc) }
		);
		const { view } = shown(`caller ${JSON.stringify(mine)}\ncallee ${JSON.stringify(other)}`);
		expect(view.peers.jane.stats?.pairs[0]?.local.address).toBe('10.0.0.7');
	});

	it('with the state that is told beside it', () => {
		const { view } = shown(`iceConnectionState: failed\n${JSON.stringify(working())}`);
		expect(view.peers.john.states.iceConnectionState.at(-1)?.value).toBe('failed');
	});

	it('beside descriptions, which stay what they are', () => {
		const found = recognise(`${sdp('chromium-offer-gathered')}\n${JSON.stringify(working())}`);
		expect(found).toMatchObject({
			kind: 'description',
			candidates: [],
			statistics: { connections: [{ id: 'getStats 1' }] }
		});
	});
});

describe('no statistics are', () => {
	it.each([
		['a message of another kind', '{"type":"transport","id":"a","options":{}}'],
		['a program', "stats.forEach((one) => { if (one.type === 'candidate-pair') n += 1; });"],
		['a message about a track', '{"type":"track","id":"a","kind":"audio"}']
	])('%s', (_, text) => {
		expect(findStatistics(text)).toEqual([]);
	});

	it('candidates alone, which are just candidates', () => {
		expect(recognise(JSON.stringify([candidate('a', 'local', '192.0.2.1')])).kind).toBe(
			'candidates'
		);
	});
});

describe('a text of statistics', () => {
	it('never throws, wherever it is cut off', () => {
		const texts = Object.values(FORMS).map((print) => print(working()));
		fc.assert(
			fc.property(
				fc.constantFrom(...texts),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(text, share) => {
					expect(() => recognise(text.slice(0, Math.floor(text.length * share)))).not.toThrow();
				}
			)
		);
	});

	it.each(['{', '[', '{"type":"candidate-pair",', "'", 'Map(3) {', 'a: {', '(a=', '[[0: '])(
		'takes time in proportion to its length: %j',
		(unit) => {
			const head = '{"type":"candidate-pair","state":"failed"}';
			const repeated = (length: number) => head + unit.repeat(Math.ceil(length / unit.length));
			expect(costOfLength(repeated, 16_000, recognise)).toBeLessThan(8);
		}
	);
});
