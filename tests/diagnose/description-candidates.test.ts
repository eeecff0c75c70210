import { describe, expect, it } from 'vitest';
import { fixture } from '../sdp/fixtures';
import { inSection, parts, without } from './damages';
import { found, idsOf, look, OFFER } from './looked-at';

const CREATED = fixture('chromium-offer-created').replace(/\r?\n/g, '\r\n');

describe('of the candidates of a description is said', () => {
	const [session, audio] = parts(without(OFFER, 'candidate', 'ice-options'));
	const withCandidates = (...candidates: string[]) =>
		[
			session.replace('BUNDLE 0 1 2', 'BUNDLE 0'),
			audio,
			...candidates.map((one) => `a=candidate:${one}\r\n`)
		].join('');
	const host = (address: string, port = 5000) => `1 1 udp 2122260223 ${address} ${port} typ host`;
	const SRFLX = '2 1 udp 1686052607 203.0.113.7 5000 typ srflx raddr 192.168.1.2 rport 5000';

	it.each([
		['ice.only-loopback', [host('127.0.0.1'), host('::1')]],
		['ice.only-unspecified', [host('0.0.0.0')]],
		['ice.only-mdns', [host('0b0d6c84-3ab1-4b4f-a8e1-7f3c1b7e0f5a.local')]],
		['ice.only-private', [host('192.168.1.2'), host('10.0.0.4')]],
		['ice.only-tcp', ['1 1 tcp 1518280447 203.0.113.7 9 typ host tcptype active']],
		['ice.masked-addresses', [host('x.x.x.x'), SRFLX]],
		['ice.candidate-without-port', [host('203.0.113.7', 0)]],
		['ice.no-candidates', []]
	])('%s', (id, candidates) => {
		expect(found(withCandidates(...candidates))).toContain(id);
	});

	it('nothing where one of them leads out', () => {
		const ids = found(withCandidates(host('192.168.1.2'), host('127.0.0.1'), SRFLX));
		expect(ids.filter((id) => id.startsWith('ice.'))).toEqual([]);
	});

	it('nothing where they are sent later', () => {
		expect(found(CREATED).filter((id) => id.startsWith('ice.'))).toEqual([]);
	});

	it('what came beside it as well', () => {
		const bare = withCandidates();
		const { findings } = look(bare, 'offer', [`candidate:${host('127.0.0.1')}`]);
		expect(idsOf(findings)).toContain('ice.only-loopback');
		expect(idsOf(findings)).not.toContain('ice.no-candidates');
	});

	it('that a section in no bundle has none of its own, where others have', () => {
		const all = without(OFFER, 'group', 'candidate');
		const one = inSection(all, 0, (section) => `${section}a=candidate:${host('203.0.113.7')}\r\n`);
		expect(found(one)).toContain('ice.candidates-in-one-section');
		expect(found(OFFER)).not.toContain('ice.candidates-in-one-section');
	});
});
