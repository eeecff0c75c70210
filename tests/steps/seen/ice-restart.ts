import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { PeerName } from '../../../src/lib/trace';
import type { TwoPeers } from '../two-peers';
import {
	HANG_UP,
	PATIENCE,
	connected,
	kinds,
	lines,
	mids,
	sections,
	sends,
	signaling,
	type Seen,
	toldSinceStable
} from './look';

const isFirefox = server.browser === 'firefox';

/** What was so before the restart, to be compared with what is after it. */
interface Notes {
	/** The ports at which John could be reached. */
	ports: number[];
	/** How many candidates each had announced, and how many it had been given. */
	candidates: Record<PeerName, { announced: number; added: number }>;
	certificates: string[];
	/** Jane’s answer of the beginning. */
	answer: RTCSessionDescription;
	/** What became of the DTLS transports since. */
	dtls: string[];
}
const NOTES = new WeakMap<TwoPeers, Notes>();
const notesOf = (two: TwoPeers) => NOTES.get(two)!;

const countsOf = (two: TwoPeers, peer: PeerName) => ({
	announced: two.announced[peer].length,
	added: two.count(peer, 'added')
});

/** The transport over which all sections go. */
const transportOf = (pc: RTCPeerConnection) => pc.getTransceivers()[0]!.receiver.transport!;

function note(two: TwoPeers): void {
	const notes: Notes = {
		ports: portsIn(two.john.pc.localDescription!.sdp),
		candidates: { john: countsOf(two, 'john'), jane: countsOf(two, 'jane') },
		certificates: certificatesOf(two),
		answer: two.jane.pc.currentLocalDescription!,
		dtls: []
	};
	NOTES.set(two, notes);
	for (const { pc } of [two.john, two.jane]) {
		const transport = transportOf(pc);
		expect(transport.state).toBe('connected');
		transport.addEventListener('statechange', () => notes.dtls.push(transport.state));
	}
}

const certificatesOf = ({ john, jane }: TwoPeers) =>
	[john, jane].map(({ pc }) =>
		String(
			transportOf(pc)
				.getRemoteCertificates()
				.map((one) => new Uint8Array(one).toString())
		)
	);

/** Of the pair that is selected: the port at this end, and the role of it where the browser tells. */
async function selected(pc: RTCPeerConnection): Promise<{ port?: number; role?: string }> {
	const report = await pc.getStats();
	for (const one of report.values() as Iterable<RTCTransportStats>) {
		if (one.type !== 'transport' || !one.selectedCandidatePairId) continue;
		const pair = report.get(one.selectedCandidatePairId) as RTCIceCandidatePairStats;
		const { port } = report.get(pair.localCandidateId) as RTCIceCandidate;
		return { port: port!, role: (one as { iceRole?: string }).iceRole! };
	}
	return {};
}

/** The ports of the candidates that a description has. */
const portsIn = (sdp: string) =>
	lines(sdp, 'a=candidate:').map((line) => Number(line.split(' ')[5]));

/** The names of the searches that a description has, or their passwords. */
const of = (description: RTCSessionDescription | null, line: 'ice-ufrag' | 'ice-pwd') =>
	lines(description!.sdp, `a=${line}:`);
const CREDENTIALS = ['ice-ufrag', 'ice-pwd'] as const;

/** Credentials and candidates are others, and all else is as it was. */
function expectNewSearch(now: RTCSessionDescription, before: RTCSessionDescription): void {
	for (const line of CREDENTIALS) {
		expect(of(now, line)).not.toEqual([]);
		for (const one of of(now, line)) expect(of(before, line)).not.toContain(one);
	}
	for (const line of ['a=fingerprint', 'a=group', 'a=msid', 'a=rtpmap']) {
		expect(lines(now.sdp, line)).toEqual(lines(before.sdp, line));
	}
	expect(sections(now.sdp)).toEqual(sections(before.sdp));
	expect(mids(now.sdp)).toEqual(mids(before.sdp));
}

/** What comes from John goes on. */
async function pictureGoesOn({ jane, sources }: TwoPeers): Promise<void> {
	if (!sends(sources.john)) return;
	const packets = async () => {
		let sum = 0;
		for (const one of (await jane.pc.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
			if (one.type === 'inbound-rtp') sum += one.packetsReceived ?? 0;
		}
		return sum;
	};
	const before = await packets();
	await expect.poll(packets, PATIENCE).toBeGreaterThan(before);
}

/** What is seen of the lesson “ICE restart: another path”, once both were connected. */
export const ICE_RESTART: Seen = {
	'john-restarts-ice': [
		'one event, and else nothing: no state, no candidate, no message',
		async (two) => {
			await connected(two);
			note(two);
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await toldSinceStable(two, 1, 0);
			expect([two.waiting('john'), two.waiting('jane')]).toEqual([[], []]);
			expect(two.john.pc.iceGatheringState).toBe('complete');
			expect(countsOf(two, 'john')).toEqual(notesOf(two).candidates.john);
			await pictureGoesOn(two);
		}
	],
	'john-sets-local-description': [
		'other credentials and candidates, all else as it was; his candidates wait, and the picture goes on',
		async (two) => {
			const { pc } = two.john;
			expect(pc.signalingState).toBe('have-local-offer');
			expectNewSearch(pc.pendingLocalDescription!, pc.currentLocalDescription!);
			await expect.poll(() => pc.iceGatheringState, PATIENCE).toBe('complete');
			const { announced } = notesOf(two).candidates.john;
			await expect.poll(() => countsOf(two, 'john').announced).toBeGreaterThan(announced);
			await expect.poll(() => kinds(two.waiting('jane')), PATIENCE).toContain('candidate');
			if (isFirefox) await expect.poll(() => pc.iceConnectionState).toBe('checking');
			else expect(pc.iceConnectionState).toBe('connected');
			expect(two.jane.pc.connectionState).toBe('connected');
			await pictureGoesOn(two);
		}
	],
	'john-sends-offer': [
		'his candidates wait before the offer, and none was added to the old search',
		(two) => {
			const waiting = kinds(two.waiting('jane'));
			expect(waiting.at(-1)).toBe('description');
			expect(waiting.filter((kind) => kind === 'candidate').length).toBeGreaterThan(0);
			const ufrags = of(two.john.pc.pendingLocalDescription, 'ice-ufrag');
			for (const { candidate } of two.waiting('jane')) {
				if (candidate) expect(ufrags).toContain(`a=ice-ufrag:${candidate.usernameFragment}`);
			}
		}
	],
	'jane-sets-remote-description': [
		'no track; the candidates that waited are added; and the call goes on',
		async (two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'have-remote-offer']);
			expect(two.count('jane', 'track')).toBe(sends(two.sources.john) ? 2 : 0);
			await expect.poll(() => two.waiting('jane'), PATIENCE).toEqual([]);
			const { added } = notesOf(two).candidates.jane;
			await expect.poll(() => countsOf(two, 'jane').added).toBeGreaterThan(added);
			expect(two.logs.jane).not.toContain('refused: OperationError');
			expect(two.jane.pc.connectionState).toBe('connected');
		}
	],
	'jane-answers': [
		'other credentials of hers as well, the same keys and role; and the picture goes on',
		async (two) => {
			const { pc } = two.jane;
			expect(signaling(two)).toEqual(['have-local-offer', 'stable']);
			expectNewSearch(pc.currentLocalDescription!, notesOf(two).answer);
			expect(new Set(lines(pc.localDescription!.sdp, 'a=setup'))).toEqual(
				new Set(['a=setup:active'])
			);
			await expect.poll(() => pc.iceGatheringState, PATIENCE).toBe('complete');
			expect(notesOf(two).dtls).toEqual([]);
			await pictureGoesOn(two);
			await toldSinceStable(two, 1, 0);
		}
	],
	'john-sets-remote-description': [
		'he sends from another port, and nominates still; DTLS has never changed',
		async (two) => {
			const { john, jane } = two;
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await connected(two);
			const found = portsIn(john.pc.localDescription!.sdp);
			expect(found.filter((port) => notesOf(two).ports.includes(port) && port !== 9)).toEqual([]);
			const isAnother = async () => found.includes((await selected(john.pc)).port ?? 0);
			await expect.poll(isAnother, PATIENCE).toBe(true);
			expect((await selected(john.pc)).role).toBe('controlling');
			await pictureGoesOn(two);
			expect(notesOf(two).dtls).toEqual([]);
			expect(certificatesOf(two)).toEqual(notesOf(two).certificates);
			expect([...two.logs.john, ...two.logs.jane]).not.toContain('failed');
			expect(jane.pc.iceConnectionState).toBe('connected');
			await toldSinceStable(two, 0, 0);
		}
	],
	'jane-offers': [
		'the credentials of her answer: an offer alone restarts nothing',
		async (two) => {
			const { pendingLocalDescription: now, currentLocalDescription: before } = two.jane.pc;
			expect([now!.type, before!.type]).toEqual(['offer', 'answer']);
			for (const line of CREDENTIALS) {
				expect(new Set(of(now, line))).toEqual(new Set(of(before, line)));
			}
			await pictureGoesOn(two);
			expect(notesOf(two).dtls).toEqual([]);
		}
	],
	'john-hangs-up': HANG_UP
};
