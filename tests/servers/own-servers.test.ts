import { describe, expect, it } from 'vitest';
import { ownServers } from '../../src/lib/servers/own-servers';

const LOGIN = { username: 'john', credential: 'secret' };

describe('the servers that somebody has entered', () => {
	it('are none where none were', () => {
		expect(ownServers([])).toEqual({ stun: [], turn: [] });
	});

	it('are sorted by what they are asked, URL by URL, and only a relay is given the password', () => {
		const entered = [
			{ urls: ['stun:one.example', 'TURN:two.example?transport=tcp'], ...LOGIN },
			{ urls: 'turns:three.example', ...LOGIN },
			{ urls: 'stuns:four.example' }
		];
		expect(ownServers(entered)).toEqual({
			stun: [{ urls: 'stun:one.example' }, { urls: 'stuns:four.example' }],
			turn: [
				{ urls: 'TURN:two.example?transport=tcp', ...LOGIN },
				{ urls: 'turns:three.example', ...LOGIN }
			]
		});
	});

	it.each([
		['turn:one.example', ['stun:one.example']],
		['turn:one.example:3479?transport=udp', ['stun:one.example:3479']],
		['Turn:[2001:db8::1]:3478', ['stun:[2001:db8::1]:3478']],
		// STUN is asked over UDP, and at another port nobody may listen.
		['turn:one.example?transport=tcp', []],
		['turns:one.example', []]
	])('without one of STUN, %s is asked as %j', (urls, stun) => {
		expect(ownServers([{ urls, ...LOGIN }]).stun).toEqual(stun.map((urls) => ({ urls })));
	});

	it('are asked for STUN once, however often a relay is entered', () => {
		const urls = ['turn:one.example', 'turn:one.example?transport=udp'];
		expect(ownServers([{ urls, ...LOGIN }]).stun).toEqual([{ urls: 'stun:one.example' }]);
	});
});
