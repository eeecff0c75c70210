import { describe, expect, it } from 'vitest';
import { importDump } from '../../src/lib/inspect';
import { readRtcstats } from '../../src/lib/inspect/rtcstats';
import { isWebrtcInternals, readWebrtcInternals } from '../../src/lib/inspect/webrtc-internals';
import { distill } from '../../src/lib/rtc/stats';
import { reduce } from '../../src/lib/trace';
import { pictureOf } from '../../src/lib/ui/picture/picture';
import { fixture, sampleDump } from '../inspect/fixtures';
import { expectHolds } from './holds';

function ofInternals() {
	const json: unknown = JSON.parse(sampleDump());
	if (!isWebrtcInternals(json)) throw new Error('It is no dump.');
	return readWebrtcInternals(json);
}

const DUMPS = {
	'a dump of webrtc-internals': ofInternals,
	'a dump of rtcstats': () => readRtcstats(fixture('rtcstats-chromium-156.txt'))
};

describe.each(Object.entries(DUMPS))('the picture of %s', (_, read) => {
	const { entries } = importDump(read(), distill);
	const picture = pictureOf(reduce(entries), entries);

	it('holds every candidate and pair that the dump has', () => {
		expectHolds(picture, entries);
		expect(picture.points.length).toBeGreaterThan(1);
		expect(picture.lines.length).toBeGreaterThan(0);
	});

	it('has the selected pair and says how far the call has come', () => {
		expect(picture.lines.filter(({ selected }) => selected).length).toBeGreaterThan(0);
		expect(picture.phases.john).toMatch(/connected|flowing|closed/);
	});
});
