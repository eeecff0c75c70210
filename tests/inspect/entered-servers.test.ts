import { expect, it } from 'vitest';
import { enteredServers } from '../../src/lib/inspect/entered-servers';

const LOGIN = { username: 'ada', credential: 'pw' };
const NONE = { username: '', credential: '' };

it.each([
	['one URL', 'stun:a.example', ['stun:a.example']],
	[
		'several',
		'turn:a.example, turn:a.example?transport=tcp\nturns:a.example',
		['turn:a.example', 'turn:a.example?transport=tcp', 'turns:a.example']
	],
	[
		'a list in quotes',
		'["turn:a.example", \'turn:b.example\'];',
		['turn:a.example', 'turn:b.example']
	],
	['IPv6', 'stun:[2001:db8::1]:3478', ['stun:[2001:db8::1]:3478']]
])('%s is one server with the login beside it', (_, text, urls) => {
	expect(enteredServers(text, LOGIN)).toEqual([{ urls, ...LOGIN }]);
});

it('nothing is no server', () => expect(enteredServers(' \n', LOGIN)).toEqual([]));

const TWO = [
	{ urls: ['stun:a.example'], ...NONE },
	{ urls: ['turn:b.example', 'turns:b.example'], username: 'bob', credential: 'x y' }
];
it.each([
	['JSON', JSON.stringify([{ urls: 'stun:a.example' }, { ...TWO[1] }])],
	['JSON with its name', JSON.stringify({ iceServers: TWO }, null, 2)],
	[
		'a program',
		`const pc = new RTCPeerConnection({
			iceServers: [
				{ urls: 'stun:a.example' }, // ours
				{ urls: ['turn:b.example', "turns:b.example"], username: 'bob', credential: 'x y' }
			]
		});`
	],
	[
		'what is in it',
		"{ url: 'stun:a.example' }, { urls: ['turn:b.example', 'turns:b.example'], username: 'bob', password: 'x y' }"
	]
])('%s has the servers and logins that stand in it', (_, text) => {
	expect(enteredServers(text, LOGIN)).toEqual(TWO);
});

it('what has no URL in it is none', () => {
	expect(enteredServers('{ a: 1 }', LOGIN)).toEqual([]);
	expect(enteredServers('{', LOGIN)).toEqual([]);
});
