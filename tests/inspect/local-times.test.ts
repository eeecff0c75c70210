import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localTimes } from '../../src/lib/inspect/local-times';
import { findingsOf } from './concluded';

/** The languages of Chrome whose dates have Arabic digits and the years that start with Christ. */
const LOCALES =
	'bg ca cs da de el en-AU en-CA en-GB en-IN en-US es es-419 et fi fil fr fr-CA gu he hi hr hu id it ja kn ko lt lv ml ms nb nl pl pt-BR pt-PT ro ru sk sl sr sv sw ta te tr uk vi zh-CN zh-TW'.split(
		' '
	);
const ZONES = [
	'UTC',
	'America/Los_Angeles',
	'America/St_Johns',
	'Asia/Kolkata',
	'Asia/Tokyo',
	'Pacific/Kiritimati'
];
const SECOND = 1000;

/** A connection whose log was written for somebody, and whose statistics go from one time to another. */
function connection(log: readonly string[], [from, to]: readonly [number, number]) {
	const [startTime, endTime] = [new Date(from).toISOString(), new Date(to).toISOString()];
	return {
		updateLog: log.map((time) => ({ time, type: 'createOffer', value: '' })),
		stats: { 'T01-bytesSent': { startTime, endTime, values: '[1,2]' } }
	};
}

describe('the times of an old log', () => {
	it.for(LOCALES.flatMap((locale) => ZONES.map((timeZone) => ({ locale, timeZone }))))(
		'are read as $locale writes them in $timeZone',
		({ locale, timeZone }) => {
			for (const day of ['05T02:52:30', '05T23:52:30', '12T12:10:00', '26T00:01:05']) {
				const begin = Date.parse(`2024-02-${day}Z`);
				const told = [begin, begin + 20 * SECOND];
				const log = told.map((at) => new Date(at).toLocaleString(locale, { timeZone }));
				const read = localTimes([connection(log, [begin + SECOND, begin + 30 * SECOND])]);
				expect(log.map((text) => read(text))).toEqual(told);
			}
		}
	);

	const begin = new Date(2024, 1, 26, 10, 0, 0).getTime();
	const written = (at: number) => new Date(at).toLocaleString('en-US');

	it('stay as they are where they go with the statistics, however quiet the log is', () => {
		const log = [begin, begin + 5 * SECOND].map(written);
		for (const stats of [
			[begin + SECOND, begin + 900 * SECOND],
			[begin - 4000 * SECOND, begin + 7 * SECOND],
			// A long call: of its statistics the last thousand seconds were kept.
			[begin + 9000 * SECOND, begin + 9999 * SECOND]
		] as const) {
			expect(localTimes([connection(log, stats)])(log[0]!)).toBe(begin);
		}
	});

	it('stay as they are where no zone brings them to their statistics', () => {
		const log = [begin, begin + 1400 * SECOND].map(written);
		const read = localTimes([connection(log, [begin + 3600 * SECOND, begin + 3700 * SECOND])]);
		expect(read(log[0]!)).toBe(begin);
	});

	it('are all of one zone, which every connection goes with', () => {
		const hour = 3600 * SECOND;
		const near = [begin, begin + 5 * SECOND];
		const later = [begin + 600 * SECOND, begin + 660 * SECOND];
		const read = localTimes([
			connection(near.map(written), [begin + hour + SECOND, begin + hour + 700 * SECOND]),
			connection(later.map(written), [later[0]! + hour + SECOND, later[1]! + hour + SECOND])
		]);
		expect([...near, ...later].map((at) => read(written(at)) === at + hour)).toEqual([
			true,
			true,
			true,
			true
		]);
	});

	it('are read without any statistics, in the order that can be', () => {
		const at = (...of: [number, number, number, number, number, number]) =>
			new Date(...of).getTime();
		const alone = (time: string) => localTimes([{ updateLog: [{ time, type: 'x' }] }])(time);
		expect(alone('26.11.2026, 15:04:05')).toBe(at(2026, 10, 26, 15, 4, 5));
		expect(alone('3.11.2026, 15:04:05')).toBe(at(2026, 10, 3, 15, 4, 5));
		expect(alone('11/26/2026, 3:04:05\u202fPM')).toBe(at(2026, 10, 26, 15, 4, 5));
		expect(alone('11/3/2026, 12:04:05 AM')).toBe(at(2026, 10, 3, 0, 4, 5));
		expect(alone('03/11/2026, 15:04:05')).toBe(at(2026, 10, 3, 15, 4, 5));
		expect(alone('2026-11-03 15:04:05')).toBe(at(2026, 10, 3, 15, 4, 5));
	});

	it('are all of one order, which each of them goes with', () => {
		const times = ['31/1/2024, 11:59:50 pm', '1/2/2024, 12:00:10 am'];
		const read = localTimes([{ updateLog: times.map((time) => ({ time, type: 'x' })) }]);
		expect(read(times[1]!)! - read(times[0]!)!).toBe(20 * SECOND);
	});

	it('that say their zone are what they say', () => {
		const zoned = ['2024-02-26T10:00:00.500Z', 'Mon Feb 26 2024 11:00:00 GMT+0100 (CET)'];
		const real = Date.parse('2024-02-26T10:00:00Z');
		const read = localTimes([connection(zoned, [real - 9000_000, real - 8000_000])]);
		expect(zoned.map((text) => read(text))).toEqual([real + 500, real]);
	});

	it('that are none are none', () => {
		const read = localTimes([connection(['soon', '99/99/2024, 10:00:00'], [begin, begin + 1])]);
		expect(['soon', '99/99/2024, 10:00:00', ''].map((text) => read(text))).toEqual([
			null,
			null,
			null
		]);
	});

	it('of what is no connection are not asked for', () => {
		const strange = [null, 7, [], { updateLog: [null, { time: 3 }], stats: [null, 'x'] }];
		expect(localTimes(strange)('2/26/2024, 10:00:00 AM')).toBe(begin);
	});
});

/** A dump as an older Chrome saved it for somebody: times of its log are texts. */
function asOld(name: string, locale: string, timeZone: string): string {
	const text = readFileSync(new URL(`../diagnose/fixtures/${name}.json`, import.meta.url), 'utf8');
	return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
		key === 'updateLog'
			? (value as { timestamp: number }[]).map(({ timestamp, ...rest }) => ({
					...rest,
					time: new Date(timestamp).toLocaleString(locale, { timeZone })
				}))
			: value
	);
}

describe('an old dump', () => {
	it.for([
		['de', 'Europe/Berlin'],
		['ko', 'Asia/Seoul'],
		['en-US', 'America/Los_Angeles'],
		['en-IN', 'Asia/Kolkata'],
		['vi', 'Asia/Ho_Chi_Minh']
	] as const)('in %s is told the same of, saved in %s', async ([locale, timeZone]) => {
		const ids = async (text: string) => (await findingsOf(text)).map(({ id }) => id);
		expect(await ids(asOld('nothing-is-broken', locale, timeZone))).toEqual([]);
		expect(await ids(asOld('wrong-password-in-the-answer', locale, timeZone))).toContain(
			'ice.password-differs'
		);
	});
});
