import { describe, expect, it } from 'vitest';
import { diagnoseSession } from '../../src/lib/diagnose';
import type { Json, PeerName } from '../../src/lib/trace';
import { madeInternals, shown } from '../inspect/made';
import { answerOf, candidate, MadeCall, offerOf } from './made-call';

type Described = ReturnType<typeof offerOf>;

/** With a section for data channels. */
const withData = (
	{ type, sdp }: Described,
	mLine = 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
	port = 'a=sctp-port:5000\r\n'
): Described => ({
	type,
	sdp: `${sdp}${mLine}\r\nc=IN IP4 0.0.0.0\r\na=mid:2\r\n${port}`
});

const OFFER = withData(offerOf());
const ANSWER = withData(answerOf());
const REJECTED = withData(answerOf(), 'm=application 0 UDP/DTLS/SCTP webrtc-datachannel');

/** A call with what a log of a browser tells of its data channels. */
class WithChannels extends MadeCall {
	make(peer: PeerName, value: Json): this {
		this.done(peer, 'createDataChannel', value);
		return this;
	}

	announce(peer: PeerName, value: Json): this {
		this.event(peer, 'datachannel', value);
		return this;
	}

	measure(peer: PeerName, label: string, ...states: string[]): this {
		for (const state of states) this.event(peer, 'data-channel', { label, id: 1, state });
		return this;
	}

	connect(): this {
		return this.both('connecting', 'checking').after(400).both('connected', 'connected');
	}
}

const peers = () => new WithChannels().create('john').create('jane');
const both = (call: MadeCall) => call.after(8000).report('john').report('jane');

const CHAT = 'label: chat, ordered: true';

describe('a data channel that nothing negotiated', () => {
	it('is said where it was made after the offer', () => {
		const call = both(peers().agree().make('john', CHAT).connect());
		expect(call.first).toMatchObject({
			id: 'data.not-negotiated',
			severity: 'breaks a part',
			claim:
				'John made the data channel “chat” after its offer, and it was never negotiated: the offer has no m=application section, so it does not open.'
		});
		expect(call.diagnosis.verdict?.isGood).toBe(true);
	});

	it('is said where the answerer made it, whose answer adds no section', () => {
		const call = both(peers().make('jane', ['chat', {}]).agree().connect());
		expect(call.first.id).toBe('data.not-negotiated');
		expect(call.first.todo).toContain('an answer adds no section');
	});

	it('is none where it came to be negotiated later', () => {
		const call = peers().agree().connect().after(2000).make('john', CHAT).after(1000);
		call.agree(withData(offerOf({ author: '4611 3' })), withData(answerOf({ author: '7022 3' })));
		expect(both(call.announce('jane', CHAT)).ids).toEqual([]);
	});

	it('is none a second after it was made, nor where the negotiation is under way', () => {
		const late = peers().agree().connect().after(8000).make('john', CHAT).after(1000);
		expect(late.report('john').report('jane').ids).toEqual([]);
		const open = peers().agree().connect().make('john', CHAT).after(6000);
		open.set('john', 'Local', withData(offerOf({ author: '4611 3' })));
		expect(open.after(500).report('john').ids).not.toContain('data.not-negotiated');
	});

	it('is none where the browser would not make it', () => {
		const call = peers().agree();
		call.refuse('john', 'createDataChannel', ['chat', { id: 65535 }], 'TypeError');
		expect(both(call.connect()).ids.filter((id) => id.startsWith('data.'))).toEqual([]);
	});
});

describe('a section for data channels that is not taken', () => {
	it('is said where its own statistics tell that it is connecting, and not where one has opened', () => {
		const told = (...states: string[]) =>
			both(
				peers()
					.make('john', CHAT)
					.agree(OFFER, REJECTED)
					.connect()
					.measure('john', 'chat', ...states)
			);
		expect(told('connecting').ids).toEqual(['data.rejected']);
		expect(told('connecting', 'open').ids).not.toContain('data.rejected');
	});

	it('is said where the answer rejects it, whoever is recorded', () => {
		const call = both(peers().agree(OFFER, REJECTED).connect());
		expect(call.first).toMatchObject({ id: 'data.rejected', severity: 'breaks a part' });
		expect(call.first.claim).toContain('section 3');
		expect(call.ids).toEqual(['data.rejected']);
	});

	it('is none where it is taken, also in the form of old', () => {
		const old = 'm=application 9 DTLS/SCTP 5000';
		const port = 'a=sctpmap:5000 webrtc-datachannel 1024\r\n';
		expect(both(peers().agree(OFFER, ANSWER).connect()).ids).toEqual([]);
		const taken = peers().agree(withData(offerOf(), old, port), withData(answerOf(), old, port));
		expect(both(taken.connect()).ids).toEqual([]);
	});

	it('is none where another one for data is rejected that was rejected before', () => {
		const without = withData(offerOf(), 'm=application 0 UDP/DTLS/SCTP webrtc-datachannel');
		expect(both(peers().agree(without, REJECTED).connect()).ids).toEqual([]);
	});
});

describe('a data channel that does not open', () => {
	it('follows from the connection that is not there', () => {
		const call = peers().make('john', CHAT).agree(OFFER, ANSWER);
		call.gather('john', candidate('192.168.1.2'));
		call.both('connecting', 'checking').after(15_000).both('failed', 'failed');
		const { ids, findings } = call.after(500).report('john').report('jane');
		const channel = findings.find(({ id }) => id === 'data.without-connection');
		expect(ids[0]).not.toMatch(/^data/);
		expect(channel?.under).toBe(ids[0]);
	});

	it('is told by its statistics, where there is a connection', () => {
		const call = peers().make('john', CHAT).agree(OFFER, ANSWER).connect();
		call.measure('john', 'chat', 'connecting').announce('jane', CHAT);
		expect(both(call).first).toMatchObject({ id: 'data.never-opened', isCertain: false });
	});

	it('is told by the other side, to which it was never announced', () => {
		const call = both(peers().make('john', CHAT).agree(OFFER, ANSWER).connect());
		expect(call.first.id).toBe('data.never-opened');
		expect(call.first.because).toContainEqual({
			kind: 'fact',
			text: 'Jane had no datachannel event for it.'
		});
	});

	it('is none where it opened, was announced, or nothing would tell', () => {
		const agreed = () => peers().make('john', CHAT).agree(OFFER, ANSWER).connect();
		expect(both(agreed().measure('john', 'chat', 'connecting', 'open')).ids).toEqual([]);
		expect(both(agreed().announce('jane', CHAT)).ids).toEqual([]);
		expect(both(agreed().announce('jane', [1, 'chat'])).ids).toEqual([]);
		const closed = agreed().measure('john', 'chat', 'open', 'closing', 'closed');
		expect(both(closed).ids).toEqual([]);
		const alone = new WithChannels().create('john').make('john', CHAT);
		alone.set('john', 'Local', OFFER).set('john', 'Remote', ANSWER);
		alone.state('john', 'connected', 'connected').after(8000).report('john');
		expect(alone.ids).toEqual([]);
	});

	it('is none a second after the connection is there', () => {
		const call = peers().make('john', CHAT).after(9000).agree(OFFER, ANSWER).connect();
		expect(call.after(1000).report('john').report('jane').ids).toEqual([]);
	});

	it('is none where the call was connected and broke', () => {
		const call = peers().make('john', CHAT).agree(OFFER, ANSWER).connect().after(9000);
		const { ids } = call.both('failed', 'failed').after(500).report('john').report('jane');
		expect(ids.filter((id) => id.startsWith('data.'))).toEqual([]);
	});
});

describe('a data channel that both sides make', () => {
	const made = (john: Json, jane: Json | null) => {
		const call = peers().make('john', john);
		if (jane !== null) call.make('jane', jane);
		return both(call.agree(OFFER, ANSWER).connect());
	};

	it('has to have one id', () => {
		const call = made(`${CHAT}, negotiated: true, id: 7`, `${CHAT}, negotiated: true, id: 8`);
		expect(call.first).toMatchObject({
			id: 'data.ids-differ',
			claim:
				'John made the data channel “chat” with negotiated: true and the id 7, and Jane made it with the id 8: what is sent on it arrives nowhere.'
		});
	});

	it('has to be made by both', () => {
		const call = made(['chat', { negotiated: true, id: 0 }], null);
		expect(call.ids).toEqual(['data.ids-differ']);
		expect(call.first.claim).toContain('Jane made none with negotiated: true');
	});

	it('may have two labels, and a label with anything in it', () => {
		const one = ['this, ordered: true, id: 3', { negotiated: true, id: 7 }];
		expect(made(one, ['that', { negotiated: true, id: 7 }]).ids).toEqual([]);
		const said = 'label: a, b, ordered: false, maxRetransmits: 0, negotiated: true, id: 7';
		expect(made(said, one).ids).toEqual([]);
	});
});

it('a dump of webrtc-internals tells of a channel that stays connecting', () => {
	const set = (name: string, description: Described) =>
		[
			[name, description],
			[`${name}OnSuccess`, '']
		] as const;
	const log = [
		['createDataChannel', CHAT],
		...set('setLocalDescription', OFFER),
		...set('setRemoteDescription', ANSWER),
		['iceconnectionstatechange', 'connected'],
		['connectionstatechange', 'connected']
	] as const;
	const dumped = (state: readonly string[] | string) =>
		diagnoseSession(
			shown(
				madeInternals(log, [
					{ id: 'T1', type: 'transport', times: 12, members: { dtlsState: 'connected' } },
					{ id: 'D1', type: 'data-channel', times: 12, members: { label: 'chat', state } }
				])
			).entries
		).findings.map(({ id }) => id);
	expect(dumped('connecting')).toEqual(['data.never-opened']);
	const opened = [...Array<string>(2).fill('connecting'), ...Array<string>(10).fill('open')];
	expect(dumped(opened)).toEqual([]);
});
