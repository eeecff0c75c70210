import { describe, expect, it } from 'vitest';
import { isBrokerUrl, LONGEST_BROKER, readBrokerUrl } from '../../src/lib/signaling/broker-url';
import { isMixed } from '../../src/lib/signaling/mixed-content';

const faultOf = (text: string) => {
	const read = readBrokerUrl(text);
	return 'url' in read ? null : read.says;
};

describe('the address of a broker', () => {
	it('is a WebSocket URL, written as a browser writes it', () => {
		for (const [text, url] of [
			['wss://broker.example:8084/mqtt', 'wss://broker.example:8084/mqtt'],
			[' WS://192.168.1.5:9001 \n', 'ws://192.168.1.5:9001/'],
			['wss://broker.example:443/mqtt', 'wss://broker.example/mqtt'],
			['wss://[2001:db8::1]:8084/mqtt', 'wss://[2001:db8::1]:8084/mqtt']
		] as const) {
			expect(readBrokerUrl(text)).toEqual({ url });
			expect(isBrokerUrl(url)).toBe(true);
		}
	});

	it.for([
		['', 'is no address'],
		['broker', 'is no address'],
		['wss://', 'is no address'],
		['broker.example:9001', 'begins with neither wss:// nor ws://'],
		['https://broker.example/mqtt', 'begins with neither wss:// nor ws://'],
		['javascript:alert(1)', 'begins with neither wss:// nor ws://'],
		['mqtt://broker.example:1883', 'mqtt:// is MQTT over TCP'],
		['mqtts://broker.example:8883', 'mqtts:// is MQTT over TCP'],
		['tcp://broker.example:1883', 'tcp:// is MQTT over TCP'],
		['wss://john:secret@broker.example/', 'has a name and a password in it'],
		['wss://broker.example/#room', 'with a #'],
		['wss://broker.example/mqtt#', 'with a #'],
		['wss://broker.example/?token=secret', 'behind its ?'],
		[`wss://broker.example/${'a'.repeat(LONGEST_BROKER)}`, 'is longer than 200 characters']
	] as const)('is not “%s”', ([text, says]) => {
		expect(faultOf(text)).toContain(says);
		expect(isBrokerUrl(text)).toBe(false);
	});

	it('is what was written of it, never something that only means the same', () => {
		expect(isBrokerUrl('WSS://broker.example/')).toBe(false);
		expect(isBrokerUrl('wss://broker.example')).toBe(false);
	});
});

describe('a browser', () => {
	it('keeps a page of https from a broker without TLS, but for one on the same machine', () => {
		expect(isMixed('ws://192.168.1.5:9001/', 'https:')).toBe(true);
		expect(isMixed('ws://localhost.example/', 'https:')).toBe(true);
		for (const own of ['ws://localhost:9001/', 'ws://127.0.0.1:9001/', 'ws://[::1]:9001/']) {
			expect(isMixed(own, 'https:'), own).toBe(false);
		}
		expect(isMixed('wss://broker.example/', 'https:')).toBe(false);
		expect(isMixed('ws://192.168.1.5:9001/', 'http:')).toBe(false);
	});
});
