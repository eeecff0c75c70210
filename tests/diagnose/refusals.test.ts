import { describe, expect, it } from 'vitest';
import { answerOf, candidate, connected, MadeCall, offerOf, peers } from './made-call';

describe('calls that are refused', () => {
	it('an answer that comes twice is no harm', () => {
		const call = connected().refuse(
			'john',
			'setRemoteDescription',
			answerOf(),
			'InvalidStateError',
			'Called in wrong state: stable'
		);
		expect(call.first).toMatchObject({ id: 'negotiation.answer-twice', severity: 'worth knowing' });
		expect(call.diagnosis.verdict?.isGood).toBe(true);
	});

	it('an answer where nothing was offered', () => {
		const call = peers().refuse('john', 'setRemoteDescription', answerOf(), 'InvalidStateError');
		expect(call.first).toMatchObject({
			id: 'negotiation.answer-without-offer',
			severity: 'breaks the call'
		});
	});

	it('a description is blamed for what browsers refuse it for, with the browser’s words', () => {
		const answer = { type: 'answer', sdp: answerOf().sdp.replaceAll('a=rtcp-mux\r\n', '') };
		const call = peers()
			.set('john', 'Local', offerOf())
			.refuse(
				'john',
				'setRemoteDescription',
				answer,
				'InvalidAccessError',
				'rtcp-mux must be enabled'
			)
			.after(6000)
			.report('john');
		expect(call.first.id).toBe('answer.no-rtcp-mux');
		expect(call.first.because[0]!.text).toContain('rtcp-mux must be enabled');
		expect(call.first.because.every(({ kind }) => kind === 'entry')).toBe(true);
	});

	it('are worth knowing where it worked the second time', () => {
		const call = peers()
			.set('john', 'Local', offerOf())
			.refuse('john', 'setRemoteDescription', { type: 'answer', sdp: 'v=0' }, 'OperationError')
			.set('john', 'Remote', answerOf())
			.state('john', 'connected', 'connected');
		expect(call.findings.map(({ severity }) => severity)).toEqual(['worth knowing']);
	});

	it('after close() are no fault of the call', () => {
		const call = connected();
		call.changed('john', { signalingState: 'closed', connectionState: 'closed' });
		call.refuse('john', 'createOffer', null, 'InvalidStateError');
		expect(call.first).toMatchObject({
			id: 'negotiation.after-close',
			severity: 'worth knowing'
		});
	});

	it('without a cause that is known are told in the browser’s words', () => {
		const call = peers().refuse('john', 'createAnswer', null, 'InvalidStateError', 'Not now.');
		expect(call.first).toMatchObject({ id: 'negotiation.refused', isCertain: false });
		expect(call.first.claim).toContain('Not now.');
	});

	it('whose words name the cause are told with it', () => {
		const words =
			'Failed to set local answer sdp: Failed to push down transport description: Offerer must use actpass value for setup attribute.';
		const call = peers().refuse('john', 'setLocalDescription', null, 'OperationError', words);
		expect(call.first).toMatchObject({ id: 'negotiation.refused', isCertain: true });
		expect(call.first.claim).toContain('a=setup:active or passive');
		expect(call.first.todo).toContain('re-INVITE');
	});

	it('a configuration that is refused is told as that', () => {
		const call = new MadeCall()
			.create('john')
			.refuse('jane', 'RTCPeerConnection', {}, 'SyntaxError', "'http://x' is not valid");
		expect(call.first.id).toBe('configuration.refused');
		const without = new MadeCall().refuse('john', 'RTCPeerConnection', {}, 'ReferenceError');
		expect(without.first.id).toBe('configuration.no-webrtc');
	});
});

describe('candidates that are refused', () => {
	const early = () =>
		peers()
			.set('john', 'Local', offerOf())
			.gather('john', candidate('192.168.1.2'))
			.refuse('john', 'addIceCandidate', candidate('192.168.1.3'), 'InvalidStateError')
			.set('john', 'Remote', answerOf());

	it('since they came too early, and never again', () => {
		const call = early().state('john', 'failed', 'failed');
		expect(call.first.id).toBe('negotiation.candidate-too-early');
		expect(call.findings[1]).toMatchObject({
			id: 'ice.none-received',
			under: 'negotiation.candidate-too-early'
		});
	});

	it('and are added later are no matter', () => {
		const call = early().add('john', candidate('192.168.1.3')).state('john', 'connected');
		expect(call.ids).toEqual([]);
	});

	it('are worth knowing where the call works all the same', () => {
		expect(early().state('john', 'connected').first).toMatchObject({
			id: 'negotiation.candidate-too-early',
			severity: 'worth knowing'
		});
	});

	it('since they are of another description', () => {
		const call = peers()
			.agree()
			.refuse(
				'john',
				'addIceCandidate',
				candidate('192.168.1.3', 1, 'typ host', 'zzzz'),
				'OperationError',
				'Unknown ufrag (zzzz)'
			)
			.state('john', 'failed', 'failed');
		expect(call.ids).toContain('ice.candidate-of-other-description');
	});
});
