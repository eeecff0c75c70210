import { describe, expect, it } from 'vitest';
import { parseTraceFile, writeTraceFile } from '../../src/lib/trace/file';
import { pairMatrix, whyWinner } from '../../src/lib/trace/pairs';
import { dtlsRole } from '../../src/lib/ui/ice/pair-phrases';
import { madeInternals, shown, type MadeStats } from './made';

const SECONDS = 8;
const sdp = (lines: readonly string[]) =>
	[
		'v=0',
		'o=- 1 1 IN IP4 0.0.0.0',
		's=-',
		't=0 0',
		'm=audio 9 UDP/TLS/RTP/SAVPF 111',
		'a=mid:0',
		...lines,
		''
	].join('\r\n');

const negotiated = (remote: readonly string[]): (readonly [string, unknown])[] => [
	['createOffer', {}],
	['createOfferOnSuccess', { type: 'offer', sdp: sdp(['a=setup:actpass']) }],
	['setLocalDescription', { type: 'offer', sdp: sdp(['a=setup:actpass']) }],
	['setLocalDescriptionOnSuccess', null],
	['setRemoteDescription', { type: 'answer', sdp: sdp(['a=setup:passive', ...remote]) }],
	['setRemoteDescriptionOnSuccess', null]
];

const transport = (members: MadeStats['members']): MadeStats => ({
	id: 'T01',
	type: 'transport',
	times: SECONDS,
	members: { iceRole: 'controlling', ...members }
});

const candidate = (
	id: string,
	side: 'local' | 'remote',
	members: MadeStats['members']
): MadeStats => ({
	id,
	type: `${side}-candidate`,
	times: SECONDS,
	members: { candidateType: 'host', protocol: 'udp', ...members }
});

describe('a connection that has candidates, of which no two can be a pair', () => {
	const text = madeInternals(
		negotiated(['a=candidate:1 1 udp 2130706431 127.0.0.1 44444 typ host']),
		[
			transport({ dtlsState: 'new', dtlsRole: 'client', iceState: 'new', bytesSent: 0 }),
			candidate('I1', 'local', {
				protocol: 'tcp',
				tcpType: 'active',
				address: '192.0.2.7',
				port: 9
			}),
			candidate('I2', 'local', {
				protocol: 'tcp',
				tcpType: 'active',
				address: '2001:db8::7',
				port: 9
			})
		]
	);
	const { entries, view } = shown(text);

	it('has the candidates that statistics alone tell of', () => {
		const { rows, columns } = pairMatrix(view, 'john');
		expect(rows.map(({ label, protocol, origin }) => [label, protocol, origin])).toEqual([
			['Ls1', 'tcp', 'Only John’s statistics tell of it: no entry does.'],
			['Ls2', 'tcp', 'Only John’s statistics tell of it: no entry does.']
		]);
		expect(columns.map(({ label, protocol }) => [label, protocol])).toEqual([['R1', 'udp']]);
	});

	it('says why there is no pair, and not that there is none yet', () => {
		expect(whyWinner(view, 'john')).toBe(
			'No pair is possible: none of John’s candidates can reach one of Jane’s. One speaks TCP, the other UDP.'
		);
		expect(pairMatrix(view, 'john').cellAt(0, 0)).toMatchObject({
			pair: null,
			possible: false,
			why: 'One speaks TCP, the other UDP.'
		});
	});

	it('says that nothing was sent by DTLS', () => {
		const words = dtlsRole(view.peers.john.stats!.dtls!);
		expect(words).toMatch(/^client: nothing has been sent yet; this side will send .*ClientHello/);
	});

	it('keeps them where it is written and read again', () => {
		const file = writeTraceFile(entries, { exportedAt: '2026-11-23T10:00:00Z', masked: false });
		const parsed = parseTraceFile(file);
		expect(parsed.ok && parsed.file.entries).toEqual(entries);
	});
});

describe('the role in DTLS, as far as it has come', () => {
	const words = (role: string | null, state: string) =>
		dtlsRole({ role, state, cipher: null, srtp: null });

	it.each([
		['client', 'connected', /^client: this side sent the first message, ClientHello/],
		['server', 'connected', /^server: this side waited for ClientHello/],
		['client', 'new', /nothing has been sent yet; this side will send/],
		['server', 'new', /nothing has been sent yet; this side will wait for/],
		['client', 'connecting', /it is this side’s part to send/],
		['server', 'failed', /it is this side’s part to wait for/],
		['client', 'closed', /it is this side’s part to send/],
		['unknown', 'new', /^not decided yet$/],
		[null, 'connected', /^not reported$/]
	])('%s while it is %s', (role, state, expected) => {
		expect(words(role, state)).toMatch(expected);
	});
});

describe('pairs that are reported and later dropped', () => {
	const pair = (
		id: string,
		from: number,
		times: number,
		members: MadeStats['members']
	): MadeStats => ({
		id,
		type: 'candidate-pair',
		from,
		times,
		members: { localCandidateId: 'I1', nominated: false, state: 'failed', ...members }
	});
	const log = (address: string, port: number) =>
		`candidate:${port} 1 udp 2130706431 ${address} ${port} typ host`;
	const events: (readonly [string, unknown])[] = [
		...negotiated([]),
		['icecandidate', { candidate: log('192.0.2.7', 1001), sdpMid: '0', sdpMLineIndex: 0 }],
		['addIceCandidate', { candidate: log('192.0.2.11', 2001), sdpMid: '0', sdpMLineIndex: 0 }],
		['addIceCandidate', { candidate: log('192.0.2.12', 2002), sdpMid: '0', sdpMLineIndex: 0 }]
	];
	const long = 20;
	const ends = [
		candidate('I1', 'local', { address: '192.0.2.7', port: 1001, priority: 2130706431 }),
		candidate('I2', 'remote', { address: '192.0.2.11', port: 2001, priority: 2130706431 }),
		candidate('I3', 'remote', { address: '192.0.2.12', port: 2002, priority: 2130706431 })
	].map((one) => ({ ...one, times: long }));
	const base = [
		{ ...transport({ dtlsState: 'connected', dtlsRole: 'server' }), times: long },
		...ends
	];
	const lost = pair('CP1', 0, 6, {
		remoteCandidateId: 'I2',
		requestsSent: [1, 2, 3, 4, 5, 6],
		responsesReceived: 0
	});

	it('stay in the matrix, with their checks', () => {
		const winner = pair('CP2', 0, long, {
			remoteCandidateId: 'I3',
			state: 'succeeded',
			nominated: true
		});
		const { view } = shown(madeInternals(events, [...base, lost, winner]));
		const { paired } = pairMatrix(view, 'john');
		expect(
			paired.map(({ remote, dropped, selected, pair: one }) => [
				remote.label,
				dropped,
				selected,
				one?.state,
				one?.checks?.requestsSent
			])
		).toEqual([
			['R1', true, false, 'failed', 6],
			['R2', false, true, 'succeeded', undefined]
		]);
		expect(whyWinner(view, 'john')).toBe(
			'L1 → R2 is the only pair that John’s browser still reports (it dropped one), its checks succeeded, and John, the controlling side, nominated it.'
		);
	});

	it('are told of where none is left, and nobody says that there is none yet', () => {
		const { view } = shown(madeInternals(events, [...base, lost]));
		expect(pairMatrix(view, 'john').paired).toMatchObject([{ dropped: true }]);
		expect(whyWinner(view, 'john')).toBe(
			'John’s browser reports no pair any more: it dropped one, which was failed when it was reported last. In all 6 checks were sent, and none answered.'
		);
	});

	it('are dropped no more where they are reported again', () => {
		const again = pair('CP1', 16, 4, { remoteCandidateId: 'I2', state: 'succeeded' });
		const both = madeInternals(events, [...base, again]);
		expect(pairMatrix(shown(both).view, 'john').paired).toMatchObject([{ dropped: false }]);
	});
});

describe('a connection that failed', () => {
	const checked = (id: string, remoteCandidateId: string, state = 'in-progress'): MadeStats => ({
		id,
		type: 'candidate-pair',
		times: SECONDS,
		members: {
			localCandidateId: 'I1',
			remoteCandidateId,
			state,
			nominated: false,
			requestsSent: 119,
			responsesReceived: 0
		}
	});
	const around = [
		transport({ dtlsState: 'new', dtlsRole: 'unknown' }),
		candidate('I1', 'local', { address: '192.0.2.7', port: 1001 }),
		candidate('I2', 'remote', { address: '172.17.0.2', port: 2001 }),
		candidate('I3', 'remote', { address: '10.0.1.233', port: 2002 })
	];
	const stats = [...around, checked('CP1', 'I2'), checked('CP2', 'I3')];
	const failed = [...negotiated([]), ['connectionstatechange', 'failed'] as const];

	it.each([
		['failed', 'the connection failed'],
		['closed', 'the connection was closed']
	])('is not waited for any more: %s', (state, words) => {
		const log: (readonly [string, unknown])[] = [
			...negotiated([]),
			['connectionstatechange', state]
		];
		expect(whyWinner(shown(madeInternals(log, stats)).view, 'john')).toBe(
			`No pair was selected before ${words}. There were 2, which were in-progress when they were reported last. In all 238 checks were sent, and none answered.`
		);
	});

	it('says what each of its pairs was', () => {
		const different = [...around, checked('CP1', 'I2'), checked('CP2', 'I3', 'failed')];
		expect(whyWinner(shown(madeInternals(failed, different)).view, 'john')).toMatch(
			/There were 2, of which 1 was in-progress, 1 was failed when they were reported last\./
		);
		const one = [...around, checked('CP1', 'I2')];
		expect(whyWinner(shown(madeInternals(failed, one)).view, 'john')).toMatch(
			/There was one, which was in-progress when it was reported last\./
		);
	});

	it('is waited for while it is tried', () => {
		expect(whyWinner(shown(madeInternals(negotiated([]), stats)).view, 'john')).toBe(
			'No pair is selected yet: of 2, 2 are being checked.'
		);
	});
});
