import { describe, expect, it } from 'vitest';
import { lackOf } from '../../src/lib/lessons/needs';
import { read } from '../deck/content';

class Sender {
	get transport(): never {
		throw new TypeError('Illegal invocation');
	}
}
const SCOPE = { Sender, Connection: { make() {} } };
const NOBODY = { stun: [], turn: [] };
const needs = (browser: string[], servers: ('stun' | 'turn')[] = []) => ({ browser, servers });

describe('what a lesson lacks', () => {
	it.each([
		['a class', 'Sender'],
		['a function of one', 'Connection.make'],
		['an attribute that cannot be read of the prototype', 'Sender.prototype.transport']
	])('is nothing where %s is there', (_, path) => {
		expect(lackOf(needs([path]), SCOPE, NOBODY)).toBeNull();
	});

	it.each([
		'Receiver',
		'Receiver.prototype.transport',
		'Sender.prototype.dtmf',
		'Connection.make.it'
	])('is %s, where that leads nowhere', (path) => {
		const lack = { of: 'browser', paths: [path] };
		expect(lackOf(needs(['Sender', path]), SCOPE, NOBODY)).toEqual(lack);
	});

	it('is a class alone, where its members are needed as well', () => {
		const members = ['Receiver.prototype.track', 'Receiver', 'Receiver.getCapabilities'];
		expect(lackOf(needs(members), SCOPE, NOBODY)).toEqual({ of: 'browser', paths: ['Receiver'] });
	});

	it('is each kind of server that nobody has entered', () => {
		const both = needs(['Sender'], ['stun', 'turn']);
		const [stun, turn] = [[{ urls: 'stun:one.example' }], [{ urls: 'turn:one.example' }]];
		expect(lackOf(both, SCOPE, NOBODY)).toEqual({ of: 'servers', kinds: ['stun', 'turn'] });
		expect(lackOf(both, SCOPE, { stun, turn: [] })).toEqual({ of: 'servers', kinds: ['turn'] });
		expect(lackOf(both, SCOPE, { stun, turn })).toBeNull();
	});

	it('is said of the browser first: servers would not help it', () => {
		const lack = { of: 'browser', paths: ['Receiver'] };
		expect(lackOf(needs(['Receiver'], ['turn']), SCOPE, NOBODY)).toEqual(lack);
	});
});

describe.each(read('content').lessons)('the lesson “$slug”', ({ needs, recording }) => {
	it('needs WebRTC, and has a recording for whoever lacks what it needs', () => {
		expect(needs.browser).toContain('RTCPeerConnection');
		expect(recording).not.toBeNull();
	});
});
