import { describe, expect, it } from 'vitest';
import { findServers } from '../../src/lib/inspect/find-servers';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';

const AUTH = "username: 'a', credential: 'b'";
const list = (...entries: readonly string[]) =>
	`const pc = new RTCPeerConnection({\n  iceServers: [ // ours\n    ${entries.join(',\n    ')}\n  ]\n});`;

describe('of servers of ICE that were pasted is said', () => {
	it.each([
		["{ url: 'stun:stun.example.org' }", 'servers.url-member'],
		["{ urls: 'turn:turn.example.org:3478' }", 'servers.no-credentials'],
		["{ urls: 'turn:turn.example.org', username: 'a', credential: '' }", 'servers.no-credentials'],
		["{ urls: 'https://turn.example.org', " + AUTH + ' }', 'servers.no-scheme'],
		["{ urls: 'stun.example.org:19302' }", 'servers.no-scheme'],
		["{ urls: 'stun://stun.example.org' }", 'servers.slashes'],
		["{ urls: 'stun:a.example.org,stun:b.example.org' }", 'servers.unreadable'],
		["{ urls: 'stun: a.example.org' }", 'servers.unreadable'],
		["{ urls: 'stun:a.example.org?transport=udp' }", 'servers.stun-with-query'],
		["{ urls: 'turn:a.example.org?transport=tls', " + AUTH + ' }', 'servers.transport'],
		["{ urls: 'stun:a.example.org:70000' }", 'servers.port'],
		["{ urls: 'turn:a.example.org:443', " + AUTH + ' }', 'servers.port-443-over-udp'],
		["{ urls: 'turns:203.0.113.7:5349', " + AUTH + ' }', 'servers.turns-by-address']
	])('%s: %s', async (entry, id) => {
		expect((await mattersIn(list(entry)))[0]).toBe(id);
		expect((await mattersIn(list("{ urls: 'stun:other.example.org' }", entry)))[0]).toBe(id);
	});

	it.each([
		['servers.stun-with-credentials', `{ urls: 'stun:a.example.org', ${AUTH} }`],
		['servers.blank', "{ urls: 'stun:a.example.org ' }"],
		['servers.no-turn', "{ urls: 'stun:a.example.org' }"]
	])('as something worth knowing: %s', async (id, entry) => {
		const found = await findingsOf(list(entry));
		expect(found.map((one) => one.id)).toContain(id);
		expect(await mattersIn(list(entry))).toEqual([]);
	});

	it.each([
		[
			'whole',
			list(
				"{ urls: ['stun:a.example.org:3478'] }",
				`{ urls: ['turn:a.example.org:443?transport=tcp', 'turns:a.example.org:443?transport=tcp'], ${AUTH} }`
			)
		],
		[
			'with variables',
			list('{ urls: "turn:a.example.org", username: config.user, credential: token() }')
		],
		[
			'with a variable for its address',
			list('{ urls: TURN_URL, username: user, credential: secret }')
		],
		['in IPv6', list("{ urls: 'stun:[2001:db8::1]:3478' }")]
	])('nothing that matters where they are right: %s', async (_, text) => {
		expect(findServers(text).length).toBeGreaterThan(0);
		expect(await mattersIn(text)).toEqual([]);
	});

	it('in JSON, with or without a name around it', async () => {
		const servers = [{ urls: ['turn:turn.example.org:3478'], username: 'a' }];
		expect(await mattersIn(JSON.stringify(servers))).toEqual(['servers.no-credentials']);
		expect(await mattersIn(JSON.stringify({ iceServers: servers }, null, 2))).toEqual([
			'servers.no-credentials'
		]);
	});

	it('nothing where there are none', () => {
		expect(findServers('fetch({ url: "https://example.org", method: "GET" })')).toEqual([]);
		expect(findServers('See turn:turn.example.org for how iceServers are written.')).toEqual([]);
	});

	it.each(['iceServers: [', "{ url: 'stun:a', "])('in time in proportion to %j', (unit) => {
		const repeated = (length: number) => unit.repeat(Math.ceil(length / unit.length));
		expect(costOfLength(repeated, 8000, findServers)).toBeLessThan(8);
	});
});
