import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { Seen, shapeOf } from '../../src/lib/ui/sdp/seen';

const lineOf = (text: string) => annotate(text).lines[0]!;
const shape = (text: string) => shapeOf(lineOf(text));

/** A storage that lives as long as a test. */
function storage(kept = new Map<string, string>()) {
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	};
}

describe('the shape of a line', () => {
	it.each([
		[
			'a=candidate:1 1 udp 5 192.0.2.1 5000 typ host generation 0',
			'a=candidate:77 1 UDP 9 10.0.0.9 6000 typ host generation 1'
		],
		['a=rtpmap:111 opus/48000/2', 'a=rtpmap:96 opus/48000/2'],
		['a=extmap:1 urn:x', 'a=extmap:9 urn:x'],
		['a=ice-ufrag:abcd', 'a=ice-ufrag:efgh'],
		['a=ssrc:1 cname:a', 'a=ssrc:2 cname:b']
	])('is the same for %s and %s', (one, other) => {
		expect(shape(one)).toBe(shape(other));
	});

	it.each([
		['a=rtpmap:111 opus/48000/2', 'a=rtpmap:111 PCMU/8000'],
		['a=extmap:1 urn:x', 'a=extmap:1 urn:y'],
		['a=setup:active', 'a=setup:passive'],
		['a=ssrc:1 cname:a', 'a=ssrc:1 msid:a'],
		['a=sendrecv', 'a=recvonly'],
		['a=candidate:1 1 udp 5 a 1 typ host', 'a=candidate:1 1 udp 5 a 1 typ relay']
	])('tells %s from %s', (one, other) => {
		expect(shape(one)).not.toBe(shape(other));
	});

	it('is short, however long the line is', () => {
		expect(shape(`a=fmtp:1 ${'x=y;'.repeat(1e5)}`).length).toBeLessThan(1200);
	});
});

describe('what was seen', () => {
	it('is remembered on the next visit', () => {
		const kept = storage();
		new Seen(() => kept).add([lineOf('a=mid:0')]);
		expect(new Seen(() => kept).has(shape('a=mid:7'))).toBe(true);
	});

	it('stays as it was in a snapshot', () => {
		const seen = new Seen(() => storage());
		const then = seen.snapshot();
		seen.add([lineOf('a=mid:0')]);
		expect(then.size).toBe(0);
	});

	it.each(['{"not": "a list"}', 'not JSON', '[1, null]'])(
		'is nothing where %s was kept',
		(text) => {
			expect(new Seen(() => storage(new Map([['parley:seen-lines', text]]))).snapshot().size).toBe(
				0
			);
		}
	);

	it('lasts for the visit where the browser keeps nothing', () => {
		const seen = new Seen(() => {
			throw new DOMException('no', 'SecurityError');
		});
		seen.add([lineOf('a=mid:0')]);
		expect(seen.has(shape('a=mid:1'))).toBe(true);
	});
});
