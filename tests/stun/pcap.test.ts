import { describe, expect, it } from 'vitest';
import { pcap, toHex } from '../../src/lib/stun';
import { REQUEST } from './vectors';

const AT = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const from = { address: '192.0.2.7', port: 51344 };
const to = { address: '192.0.2.1', port: 40000 };

/** The sum of 16-bit words, as a receiver of the Internet's checksum forms it: ffff where it holds. */
function sumOf(bytes: Uint8Array): number {
	let sum = 0;
	for (let at = 0; at < bytes.length; at += 2) {
		sum += bytes[at]! * 256 + (bytes[at + 1] ?? 0);
		sum = (sum % 0x10000) + Math.floor(sum / 0x10000);
	}
	return sum;
}

describe('a capture file', () => {
	const file = pcap([{ from, to, payload: REQUEST, at: AT }]);
	const view = new DataView(file.buffer);

	it('begins as one, of packets without a link', () => {
		expect(toHex(file.subarray(0, 24))).toBe('a1b2c3d40002000400000000000000000000ffff00000065');
	});

	it('has the time, and the length, of a packet', () => {
		expect(view.getUint32(24) * 1000 + view.getUint32(28) / 1000).toBe(AT);
		expect(view.getUint32(32)).toBe(28 + REQUEST.length);
		expect(view.getUint32(36)).toBe(file.length - 40);
	});

	it('has packets whose checksums hold, with the message in them', () => {
		const packet = file.subarray(40);
		expect(packet[0]).toBe(0x45);
		expect(sumOf(packet.subarray(0, 20))).toBe(0xffff);
		const udp = packet.subarray(20);
		const around = Uint8Array.of(...packet.subarray(12, 20), 0, 17, 0, udp.length);
		expect(sumOf(Uint8Array.of(...around, ...udp))).toBe(0xffff);
		expect(toHex(udp.subarray(8))).toBe(toHex(REQUEST));
		expect(new DataView(udp.slice().buffer).getUint16(0)).toBe(from.port);
	});

	it('has IPv6 as well', () => {
		const six = pcap([
			{
				from: { address: '2001:db8::7', port: 1 },
				to: { address: '2001:db8::1', port: 2 },
				payload: REQUEST,
				at: AT
			}
		]);
		const packet = six.subarray(40);
		expect(packet[0]! >> 4).toBe(6);
		const udp = packet.subarray(40);
		const around = Uint8Array.of(...packet.subarray(8, 40), 0, 0, 0, udp.length, 0, 0, 0, 17);
		expect(sumOf(Uint8Array.of(...around, ...udp))).toBe(0xffff);
	});

	it('refuses names, and packets from one family to the other', () => {
		const name = { address: 'f2a1.local', port: 9 };
		expect(() => pcap([{ from: name, to, payload: REQUEST, at: AT }])).toThrow(SyntaxError);
		const six = { address: '::1', port: 9 };
		expect(() => pcap([{ from: six, to, payload: REQUEST, at: AT }])).toThrow(RangeError);
	});
});
