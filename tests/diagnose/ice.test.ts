import { describe, expect, it } from 'vitest';
import {
	answerOf,
	candidate,
	connected,
	exchanged,
	failed,
	MadeCall,
	offerOf,
	pair,
	peers
} from './made-call';

describe('a call in which nothing is wrong', () => {
	it('has no finding, and says how long it took', () => {
		const { findings, verdict } = connected().after(5000).report('john').diagnosis;
		expect(findings).toEqual([]);
		expect(verdict).toEqual({
			isGood: true,
			sentence: expect.stringMatching(/^This call came about: John and Jane were connected 0\.4 s/),
			words: []
		});
	});

	it('that has only begun is not judged', () => {
		const { findings, verdict } = exchanged()
			.both('connecting', 'checking')
			.after(2000)
			.report('john').diagnosis;
		expect(findings).toEqual([]);
		expect(verdict?.sentence).toContain('under way');
	});

	it('and is closed again is none that broke', () => {
		const call = connected().after(3000);
		call.changed('john', { connectionState: 'closed', signalingState: 'closed' });
		call.changed('jane', { connectionState: 'closed', signalingState: 'closed' });
		expect(call.ids).toEqual([]);
	});
});

describe('credentials that one side has and the other was told otherwise', () => {
	const told = (given: Parameters<typeof answerOf>[0]) =>
		failed(peers().agree(offerOf(), answerOf(), { offer: offerOf(), answer: answerOf(given) }));

	it('the user name fragment', () => {
		const call = told({ ufrag: 'else' });
		expect(call.first.id).toBe('ice.ufrag-differs');
		expect(call.first.claim).toContain('bbbb');
		expect(call.first.claim).toContain('else');
	});

	it('the password, which is not shown', () => {
		const call = told({ pwd: 'secretsecretsecretsecret' });
		expect(call.first.id).toBe('ice.password-differs');
		expect(JSON.stringify(call.first)).not.toContain('secretsecret');
	});

	it('are none where another negotiation is under way', () => {
		const call = exchanged();
		call.set(
			'john',
			'Local',
			offerOf({ author: '4611 3', ufrag: 'next', pwd: 'nextnextnextnextnextnext' })
		);
		expect(failed(call).ids).not.toContain('ice.ufrag-differs');
	});
});

describe('a side without candidates', () => {
	it('that may use relays alone and has no server', () => {
		const call = failed(peers({ iceTransportPolicy: 'relay' }).agree());
		expect(call.first.id).toBe('ice.relay-without-server');
	});

	it('that has a STUN server alone is the same', () => {
		const configuration = { iceTransportPolicy: 'relay', iceServers: [{ urls: 'stun:s.example' }] };
		expect(failed(peers(configuration).agree()).first.id).toBe('ice.relay-without-server');
	});

	it('that has a TURN server is told what the server said', () => {
		const configuration = {
			iceTransportPolicy: 'relay',
			iceServers: [{ urls: ['turn:t.example'] }]
		};
		const call = peers(configuration).agree();
		call.event('john', 'icecandidateerror', {
			url: 'turn:t.example?transport=udp',
			errorCode: 401,
			errorText: 'Unauthorized'
		});
		expect(failed(call).ids.slice(0, 2)).toEqual(['turn.unauthorized', 'ice.none-gathered']);
		expect(call.findings[1]!.under).toBe('turn.unauthorized');
	});

	it('that was given none of the other', () => {
		const call = peers().agree().gather('john', candidate('192.168.1.2'));
		call.gather('jane', candidate('192.168.1.3'));
		expect(failed(call).first.claim).toBe(
			'Neither John nor Jane was given a candidate of the other, though Jane gathered 1: there is no address to send a check to.'
		);
	});

	it('is none where the description has them', () => {
		const line = 'candidate:1 1 udp 2122260223 192.168.1.3 50000 typ host';
		const call = peers().agree(offerOf({ candidates: [line] }), answerOf({ candidates: [line] }));
		expect(failed(call).ids).not.toContain('ice.none-received');
	});
});

describe('checks that nobody answers', () => {
	const checked = (local: string, remote: string, checks = {}) => {
		const call = exchanged(local, remote);
		call.both('connecting', 'checking').after(10_000);
		call.report('john', {
			pairs: [
				pair(local, remote, { checks: { requestsSent: 119, responsesReceived: 0, ...checks } })
			]
		});
		return call.after(5000).state('john', 'failed', 'failed');
	};

	it('of addresses of another network', () => {
		const call = checked('192.168.7.20', '172.17.0.2');
		expect(call.first).toMatchObject({ id: 'ice.remote-only-private', isCertain: false });
		expect(call.first.claim).toContain('119 checks were sent and none was answered');
		expect(call.first.claim).toContain('172.17.0.2, which is what Docker gives');
	});

	it('of the device itself', () => {
		const call = checked('192.168.7.20', '127.0.0.1');
		expect(call.first.claim).toContain(
			'only loopback addresses (127.0.0.1), which nobody but the device itself can reach'
		);
	});

	it('of a public address', () => {
		expect(checked('192.168.7.20', '8.8.8.8').first.id).toBe('ice.no-answer');
	});

	it('while those of the other side arrive', () => {
		const call = checked('192.168.7.20', '8.8.8.8', { requestsReceived: 5, responsesSent: 5 });
		expect(call.first.id).toBe('ice.one-way');
	});

	it('behind a NAT that shows each server another port', () => {
		const reflexive = (port: number) =>
			candidate('8.8.4.4', port, 'typ srflx raddr 192.168.7.20 rport 50000');
		const call = exchanged('192.168.7.20', '8.8.8.8').gather(
			'john',
			reflexive(40001),
			reflexive(40002)
		);
		call.both('connecting', 'checking').after(10_000);
		call.report('john', { pairs: [pair('192.168.7.20', '8.8.8.8')] });
		expect(call.after(5000).state('john', 'failed', 'failed').first.id).toBe('ice.symmetric-nat');
	});

	it('are none where a pair has worked', () => {
		const call = exchanged().both('connecting', 'checking').after(9000);
		call.report('john', { pairs: [pair('192.168.1.2', '192.168.1.3', { state: 'succeeded' })] });
		expect(call.ids.filter((id) => id.startsWith('ice.remote'))).toEqual([]);
	});
});

describe('Firefox’s five seconds', () => {
	const firefox = (offer: string) => ({
		type: 'offer',
		sdp: offer.replace('o=- ', 'o=mozilla...THIS_IS_SDPARTA-99.0 ')
	});
	const call = (waited: number, isFirefox = true) => {
		const offer = isFirefox ? firefox(offerOf().sdp) : offerOf();
		return peers()
			.agree(offer)
			.gather('john', candidate('192.168.1.2'))
			.after(waited)
			.state('john', 'failed', 'failed')
			.after(1000)
			.add('john', candidate('192.168.1.3'));
	};

	it('are over before the candidates come', () => {
		expect(call(5000).ids).toContain('ice.firefox-five-seconds');
	});

	it('are not what ended it later, or in another browser', () => {
		expect(call(15_000).ids).not.toContain('ice.firefox-five-seconds');
		expect(call(5000, false).ids).not.toContain('ice.firefox-five-seconds');
	});
});

it('a walk in which candidates wait for the reader says that they waited', () => {
	const call = new MadeCall();
	call.begin('john-sends-candidate');
	call.create('john').create('jane').agree().gather('jane', candidate('192.168.1.3'));
	call.sent('jane', 1, { candidate: candidate('192.168.1.3') });
	call.after(60_000).both('connecting', 'checking');
	expect(call.ids).toEqual([]);
	call.state('john', 'failed', 'failed');
	expect(call.first).toMatchObject({ id: 'ice.waited-for-reader', severity: 'breaks the call' });
	expect(call.first.claim).toContain('1 message for John waited on the wire');
});

it('a walk whose handshake failed on a path that was there does not blame what still waits', () => {
	const call = new MadeCall();
	call.begin('jane-answers');
	call.create('john').create('jane').agree().gather('jane', candidate('192.168.1.3'));
	call.sent('jane', 1, { candidate: candidate('192.168.1.3') });
	call.both('connecting', 'checking').both('connecting', 'connected');
	call.state('john', 'failed', 'connected').state('jane', 'failed', 'connected');
	expect(call.ids).not.toContain('ice.waited-for-reader');
	expect(call.ids).toContain('dtls.failed');
});

it('candidates of which no two can be paired', () => {
	const tcp = { ...candidate('192.168.1.2', 9, 'typ host tcptype active') };
	tcp.candidate = tcp.candidate.replace(' udp ', ' tcp ');
	const call = peers().agree().gather('john', tcp).add('john', candidate('192.168.1.3'));
	call.after(9000).report('john');
	expect(call.ids).toContain('ice.no-udp');
});

it('what fails and tells nothing is said to tell nothing', () => {
	const call = exchanged();
	expect(failed(call).ids).toEqual(['call.unexplained']);
});

describe('a failure of which no statistics were recorded', () => {
	it('is explained by candidates that nobody outside reaches', () => {
		const call = failed(exchanged('192.168.1.2', '172.18.0.3'));
		expect(call.first.id).toBe('ice.remote-only-private');
		expect(call.first.claim).toContain('No pair of candidates worked');
	});

	it('and by NATs on both sides', () => {
		const seen = (address: string, ufrag: string) =>
			candidate(address, 50_000, 'typ srflx raddr 0.0.0.0 rport 0', ufrag);
		const [his, hers] = [seen('198.51.100.4', 'aaaa'), seen('203.0.113.9', 'bbbb')];
		const call = peers().agree().gather('john', his).gather('jane', hers);
		call.add('john', hers).add('jane', his);
		expect(failed(call).ids[0]).toBe('ice.no-relay');
	});
});

it('two in one network are not told that their addresses cannot be reached', () => {
	const call = exchanged('192.168.1.2', '192.168.1.3');
	const checks = { requestsSent: 30, responsesReceived: 0 };
	call.after(9000).report('john', { pairs: [pair('192.168.1.2', '192.168.1.3', { checks })] });
	expect(failed(call).first).toMatchObject({ id: 'ice.no-answer' });
	expect(call.first.claim).toContain('both have an address in 192.168.1.x');
});

it('a candidate that was refused explains that there is none', () => {
	const his = candidate('192.168.1.2');
	const call = peers().agree().gather('john', his).gather('jane', candidate('192.168.1.3'));
	call.add('jane', his);
	const stray = { ...candidate('192.168.1.3', 50_000, 'typ host', 'bbbb'), sdpMid: 'video0' };
	call.refuse('john', 'addIceCandidate', stray, 'OperationError');
	const { findings } = failed(call);
	expect(findings.find(({ id }) => id === 'ice.none-received')).toMatchObject({
		under: 'ice.candidate-without-section'
	});
});

it('each attempt is judged by itself', () => {
	const call = failed(peers({ iceTransportPolicy: 'relay' }).agree());
	call.attempt('retry');
	expect(call.create('john').ids).toEqual([]);
});
