import { afterEach, describe, expect, it } from 'vitest';
import { LocalTracks } from '../../src/lib/rtc/track-events';
import { closeAll, picture } from './connections';
import { sink } from './sink';

afterEach(closeAll);

describe('a track that a peer sends', () => {
	it('is recorded as the page blackens it, until something takes its place', () => {
		const { record, entries } = sink();
		const own = new LocalTracks(record);
		const [one, other] = [picture(), picture()];
		own.watch(one.stream);
		one.track.enabled = false;
		expect(one.track.enabled).toBe(false);
		const { kind, id, label } = one.track;
		const data = { kind, id, label, side: 'local', value: false };
		expect(entries[0]).toEqual({ kind: 'call', name: 'track.enabled', data });

		own.watch(other.stream);
		one.track.enabled = true;
		expect(entries).toHaveLength(2);
		other.track.enabled = false;
		expect(entries).toHaveLength(4);
		own.end();
		other.track.enabled = true;
		expect([one.track.enabled, other.track.enabled]).toEqual([true, true]);
		expect(entries).toHaveLength(4);
		expect(Object.getOwnPropertyNames(other.track)).toEqual([]);
	});

	it('stays what the browser made of it', () => {
		const { stream, track } = picture();
		const before = Object.getPrototypeOf(track) as object;
		const own = new LocalTracks(sink().record);
		own.watch(stream);
		expect(Object.getPrototypeOf(track)).toBe(before);
		expect(track).toBeInstanceOf(MediaStreamTrack);
		own.end();
	});
});
