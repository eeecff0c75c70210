import { describe, expect, it } from 'vitest';
import { answerOf, connected, exchanged, MadeCall, offerOf, peers, sdp } from './made-call';

describe('an offer that nobody answers', () => {
	it('is said to be open, with how long it was', () => {
		const call = peers().set('john', 'Local', offerOf()).after(8000).report('john');
		expect(call.first).toMatchObject({
			id: 'negotiation.never-answered',
			severity: 'breaks the call',
			claim: 'John made an offer, and no answer came in 8 s.'
		});
		expect(call.diagnosis.verdict).toMatchObject({ isGood: false });
	});

	it('and that the other side has, is said so', () => {
		const call = peers()
			.set('john', 'Local', offerOf())
			.set('jane', 'Remote', offerOf())
			.after(8000)
			.report('john');
		expect(call.first.claim).toContain('though Jane has it');
	});

	it('is not said of one whose answer came and was refused', () => {
		const bare = answerOf().sdp.replaceAll(/a=fingerprint:.*\r\n/g, '');
		const call = peers()
			.set('john', 'Local', offerOf())
			.refuse('john', 'setRemoteDescription', { type: 'answer', sdp: bare }, 'OperationError')
			.after(15_000)
			.report('john');
		expect(call.ids).toEqual(['answer.no-fingerprint']);
	});

	it('is not said of one whose answer could not be set where it was made', () => {
		const call = peers()
			.set('john', 'Local', offerOf())
			.set('jane', 'Remote', offerOf())
			.refuse('jane', 'setLocalDescription', answerOf(), 'OperationError')
			.after(15_000)
			.report('jane');
		expect(call.findings.map(({ id, claim }) => [id, claim])).not.toContainEqual([
			'negotiation.never-answered',
			expect.stringMatching(/^Jane/)
		]);
	});

	it('is still said where an offer was refused, and an answer before it', () => {
		const call = peers()
			.refuse('john', 'setRemoteDescription', answerOf(), 'InvalidStateError')
			.set('john', 'Local', offerOf())
			.refuse('john', 'setRemoteDescription', offerOf({ author: '7022 2' }), 'InvalidStateError')
			.after(8000)
			.report('john');
		expect(call.ids).toContain('negotiation.never-answered');
	});

	it('is no fault after a second', () => {
		expect(peers().set('john', 'Local', offerOf()).after(1000).report('john').ids).toEqual([]);
	});

	it('is no fault while somebody reads between the steps', () => {
		const call = new MadeCall();
		call.begin('john-creates-peer-connection');
		call.create('john').set('john', 'Local', offerOf()).after(60_000).report('john');
		expect(call.ids).toEqual([]);
	});

	it('is one part of a call that goes on', () => {
		const call = connected()
			.after(2000)
			.set('john', 'Local', offerOf({ author: '4611 3' }))
			.after(9000)
			.report('john');
		expect(call.first).toMatchObject({
			id: 'negotiation.never-answered',
			severity: 'breaks a part'
		});
	});
});

describe('two offers that cross', () => {
	const crossed = () =>
		peers()
			.set('john', 'Local', offerOf())
			.set('jane', 'Local', offerOf({ author: '7022 2' }))
			.set('john', 'Remote', offerOf({ author: '7022 2' }));

	it('are glare where nobody answers', () => {
		const call = crossed().after(7000).report('john');
		expect(call.ids).toEqual(['negotiation.glare', 'negotiation.never-answered']);
		expect(call.findings[1]!.under).toBe('negotiation.glare');
	});

	it('are none where one gives way and answers', () => {
		const call = crossed()
			.set('john', 'Local', answerOf({ author: '4611 3' }))
			.set('jane', 'Remote', answerOf({ author: '4611 3' }))
			.both('connected', 'connected')
			.after(7000)
			.report('john');
		expect(call.ids).not.toContain('negotiation.glare');
	});
});

describe('a connection that two have answered', () => {
	const other = {
		author: '9099 2',
		ufrag: 'cccc',
		pwd: 'othersothersothersothers',
		fingerprint: 'CC'
	};
	const again = (answer: ReturnType<typeof answerOf>) =>
		connected()
			.after(2000)
			.set('john', 'Local', offerOf({ author: '4611 3' }))
			.set('john', 'Remote', answer)
			.after(2000)
			.report('john');

	it('is told by session id, credentials and certificate', () => {
		expect(again(answerOf(other)).first).toMatchObject({
			id: 'negotiation.two-answerers',
			severity: 'breaks a part'
		});
	});

	it('is not one where the same side answers again', () => {
		expect(again(answerOf({ author: '7022 3' })).ids).not.toContain('negotiation.two-answerers');
	});

	it('is not one where ICE was restarted', () => {
		const restarted = answerOf({
			author: '7022 3',
			ufrag: 'dddd',
			pwd: 'newnewnewnewnewnewnewnew'
		});
		expect(again(restarted).ids).not.toContain('negotiation.two-answerers');
	});

	it('is not one where the offer restarts ICE: whoever calls again may find another', () => {
		const offer = { author: '4611 3', ufrag: 'eeee', pwd: 'freshfreshfreshfreshfresh' };
		const call = connected()
			.after(2000)
			.set('john', 'Local', offerOf(offer))
			.set('john', 'Remote', answerOf(other))
			.after(2000)
			.report('john');
		expect(call.ids).not.toContain('negotiation.two-answerers');
	});

	it('is told where the browser refuses the second answer', () => {
		const call = connected().refuse(
			'john',
			'setRemoteDescription',
			answerOf(other),
			'InvalidStateError'
		);
		expect(call.first.id).toBe('negotiation.two-answerers');
	});
});

it('a track that is added and never negotiated is told of', () => {
	const call = connected().after(1000);
	call.done('john', 'addTrack', { kind: 'video', id: 'v', label: 'camera' });
	expect(call.after(500).report('john').ids).toEqual([]);
	expect(call.after(3000).report('john').first).toMatchObject({
		id: 'media.not-negotiated',
		severity: 'breaks a part'
	});
	call.set('john', 'Local', offerOf({ author: '4611 3' }));
	call.set('john', 'Remote', answerOf({ author: '7022 3' }));
	expect(call.after(3000).report('john').ids).toEqual([]);
});

it('a call in which every section is rejected is told of', () => {
	const sdp = answerOf()
		.sdp.replaceAll(/^m=(\w+) 9/gm, 'm=$1 0')
		.replace('BUNDLE 0 1', 'BUNDLE');
	const call = peers().agree(offerOf(), { type: 'answer', sdp });
	expect(call.ids).toContain('answer.section-rejected');
	expect(exchanged().both('connected', 'connected').ids).toEqual([]);
});

it('a description of nothing makes nothing throw', () => {
	const call = peers().set('john', 'Local', { type: 'offer', sdp: '' });
	call.set('john', 'Remote', { type: 'answer', sdp: sdp().slice(0, 40) });
	expect(call.after(9000).report('john').diagnosis.verdict?.isGood).toBe(false);
});
