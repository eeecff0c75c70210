import { describe, expect, it } from 'vitest';
import { schemeOf } from '../../src/lib/servers/scheme';
import { faultOfUrl, overWhat, readServerUrl } from '../../src/lib/servers/url';
import { doubtOf } from '../../src/lib/servers/use';
import { URLS } from './urls';

describe('the URL of a server', () => {
	it.each(URLS)('%j: %s', (url, fault) => {
		const found = faultOfUrl(url);
		expect(found?.id ?? null).toBe(fault);
		expect(readServerUrl(url) === null).toBe(fault !== null);
		if (!found) return;
		expect(`“${url}” ${found.says}`).toMatch(/[.]$/);
		expect(found.todo).toMatch(/[.]$/);
	});

	it('says what it leaves to be understood', () => {
		expect(readServerUrl(' stun:a.example ')).toEqual({
			scheme: 'stun',
			host: 'a.example',
			port: 3478,
			transport: 'udp',
			isTurn: false,
			isSecure: false
		});
		expect(readServerUrl('turns:[2001:db8::1]')).toMatchObject({
			host: '2001:db8::1',
			port: 5349,
			transport: 'tcp',
			isTurn: true,
			isSecure: true
		});
	});

	it.each([
		['stun:a', 'UDP'],
		['turn:a', 'UDP'],
		['turn:a?transport=tcp', 'TCP'],
		['turns:a', 'TLS'],
		['turns:a?transport=tcp', 'TLS'],
		['turns:a?transport=udp', 'DTLS']
	])('%s is asked over %s', (url, over) => expect(overWhat(readServerUrl(url)!)).toBe(over));

	it.each([
		['turn:a.example:443', 'servers.port-443-over-udp'],
		['turns:a.example?transport=udp', 'servers.turns-over-udp'],
		['turns:192.0.2.1', 'servers.turns-by-address'],
		['turns:[2001:db8::1]:443', 'servers.turns-by-address'],
		['turn:a.example:443?transport=tcp', undefined],
		['turn:a.example', undefined],
		['nonsense', undefined]
	])('%s is taken, and doubted for %s', (url, id) => expect(doubtOf(url)?.id).toBe(id));

	it('has a scheme in whatever case, or none', () => {
		expect(schemeOf('TurnS:a')).toBe('turns');
		expect(schemeOf('turnx:a')).toBeNull();
	});
});
