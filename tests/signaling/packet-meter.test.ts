import { describe, expect, it } from 'vitest';
import { PacketMeter } from '../../src/lib/signaling/packet-meter';

/** A packet with so many bytes behind its fixed header, as MQTT 3.1.1, 2.2.3 writes its length. */
function packet(length: number): number[] {
	const header = [0x30];
	let rest = length;
	do {
		header.push((rest % 128) + (rest >= 128 ? 128 : 0));
		rest = Math.floor(rest / 128);
	} while (rest > 0);
	return [...header, ...new Array<number>(length).fill(0xff)];
}

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => (state = (state * 48271) % 2147483647) % below;
}

describe('a meter of packets', () => {
	it('counts what came of one that is not whole', () => {
		const meter = new PacketMeter(() => 1000);
		const [first, ...rest] = packet(300);
		expect([meter.takes(Uint8Array.of(first!)), meter.pending]).toEqual([true, 1]);
		expect([meter.takes(Uint8Array.from(rest.slice(0, 100))), meter.pending]).toEqual([true, 101]);
		expect([meter.takes(Uint8Array.from(rest.slice(100))), meter.pending]).toEqual([true, 0]);
	});

	it.each([1, 2, 3, 4, 5])(
		'takes packets that are as long as they may be, however they are cut (seed %i)',
		(seed) => {
			const below = numbers(seed);
			const sizes = Array.from({ length: 200 }, () => below(400));
			const bytes = Uint8Array.from(sizes.flatMap((size) => packet(size)));
			const meter = new PacketMeter((number) => packet(sizes[number]!).length);
			for (let at = 0; at < bytes.length;) {
				const length = 1 + below(500);
				expect(meter.takes(bytes.subarray(at, at + length))).toBe(true);
				at += length;
			}
			expect(meter.pending).toBe(0);
		}
	);

	it('takes none that is longer by one, and says so when its length is known', () => {
		for (const length of [0, 1, 127, 128, 16_383, 16_384, 100_000]) {
			const bytes = Uint8Array.from(packet(length));
			expect(new PacketMeter(() => bytes.length).takes(bytes), `${length}`).toBe(true);
			const header = bytes.subarray(0, bytes.length - length);
			expect(new PacketMeter(() => bytes.length - 1).takes(header), `${length}`).toBe(false);
		}
	});

	it('takes no length that goes on for ever', () => {
		const meter = new PacketMeter(() => Infinity);
		expect(meter.takes(Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0xff))).toBe(false);
	});
});
