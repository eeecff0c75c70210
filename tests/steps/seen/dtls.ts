import { expect } from 'vitest';
import { HANG_UP, PATIENCE, kinds, lines, sections, signaling, type Seen } from './look';
import type { TwoPeers } from '../two-peers';

/** The hash of a certificate as a description writes it; RFC 8122 leaves the case of its letters open. */
const hashOf = (certificate: RTCCertificate) =>
	certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')!.value!;

/** The hashes that a description names, each once. */
const named = (sdp: string) => [
	...new Set(lines(sdp, 'a=fingerprint:').map((line) => line.split(' ')[1]!.toUpperCase()))
];

/** In how many digits two texts of one length differ. */
function differingDigits(one: string, other: string): number {
	expect(one).toHaveLength(other.length);
	return [...one].filter((letter, at) => letter !== other[at]).length;
}

const ices = ({ john, jane }: TwoPeers) => [john.pc.iceConnectionState, jane.pc.iceConnectionState];
const connections = ({ john, jane }: TwoPeers) => [
	john.pc.connectionState,
	jane.pc.connectionState
];

/** Those whose channel has opened. */
const OPENED = new WeakSet<TwoPeers>();

/** Lines that a description gets while candidates are gathered. */
const GATHERED = /^a=(candidate|end-of-candidates|rtcp:)/;

/** What is seen of the lesson “DTLS and the fingerprint”. */
export const DTLS: Seen = {
	'john-makes-certificate': [
		'its hash is there before any connection, 32 bytes of SHA-256, and it is good for a while',
		({ john }) => {
			expect(hashOf(john.certificate)).toMatch(/^([0-9a-f]{2}:){31}[0-9a-f]{2}$/i);
			expect(john.certificate.expires).toBeGreaterThan(Date.now());
			expect(john.pc).toBeUndefined();
		}
	],
	'john-creates-peer-connection': [
		'a connection that has nothing to say yet',
		(two) => {
			expect(two.john.pc.connectionState).toBe('new');
			expect(two.john.pc.iceGatheringState).toBe('new');
			expect(two.waiting('jane')).toEqual([]);
		}
	],
	'john-creates-channel': [
		'something to agree on',
		async (two) => {
			await expect.poll(() => two.count('john', 'negotiationneeded'), PATIENCE).toBe(1);
			two.john.chat.addEventListener('open', () => OPENED.add(two));
		}
	],
	'john-offers': [
		'the hash of that certificate, in an offer with one section for data, and a role that is left open',
		(two) => {
			const { sdp } = two.john.pc.localDescription!;
			expect(named(sdp)).toEqual([hashOf(two.john.certificate).toUpperCase()]);
			expect(sections(sdp)).toEqual(['m=application']);
			expect(lines(sdp, 'a=setup')).toEqual(['a=setup:actpass']);
			expect(kinds(two.waiting('jane'))).toContain('description');
		}
	],
	'fingerprint-is-altered': [
		'one digit is another, and the rest is as it was',
		(two) => {
			const { description } = two.waiting('jane').find((one) => 'description' in one)!;
			const own = two.john.pc.localDescription!.sdp;
			expect(description.type).toBe('offer');
			const [before, after] = [
				lines(own, 'a=fingerprint'),
				lines(description.sdp!, 'a=fingerprint')
			];
			expect(after).toHaveLength(before.length);
			for (const [index, line] of before.entries()) {
				expect(differingDigits(line, after[index]!)).toBe(1);
			}
			const stable = (sdp: string) => lines(sdp, 'a=').filter((line) => !GATHERED.test(line));
			const others = (sdp: string) => stable(sdp).filter((l) => !l.startsWith('a=fingerprint'));
			expect(others(description.sdp!)).toEqual(others(own));
		}
	],
	'jane-creates-peer-connection': [
		'a connection of hers, and the offer still waits',
		(two) => {
			expect(two.jane.pc.signalingState).toBe('stable');
			expect(kinds(two.waiting('jane'))).toContain('description');
		}
	],
	'jane-sets-remote-description': [
		'accepted, with the digit that is wrong',
		(two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			const [theirs] = named(two.jane.pc.remoteDescription!.sdp);
			expect(differingDigits(theirs!, hashOf(two.john.certificate).toUpperCase())).toBe(1);
		}
	],
	'jane-answers': [
		'a path on both sides, and a connection on neither: the channel never opens',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await expect.poll(() => connections(two), PATIENCE).toEqual(['failed', 'failed']);
			expect(ices(two)).toEqual(['connected', 'connected']);
			for (const { pc } of [two.john, two.jane]) expect(pc.sctp!.transport.state).toBe('failed');
			expect(OPENED.has(two)).toBe(false);
			expect(two.john.chat.readyState).not.toBe('open');
			for (const log of [two.logs.john, two.logs.jane]) {
				expect(log.filter((entry) => entry.startsWith('refused'))).toEqual([]);
			}
		}
	],
	'they-hang-up': HANG_UP
};
