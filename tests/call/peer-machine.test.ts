import { createActor } from 'xstate';
import { describe, expect, it } from 'vitest';
import { peerMachine } from '../../src/lib/call/peer-machine';
import { performers } from '../../src/lib/steps/step';
import { TABLE } from '../steps/table';
import { STEPS } from './course';
import { peer, type Word } from './played-peer';

describe('the operation of a peer', () => {
	it('is idle at first, over a connection that knows whose it is', () => {
		const one = peer('jane');
		expect(one.value.operation).toBe('idle');
		expect(one.made).toEqual({ peer: 'jane' });
	});

	it('is pending from when a step is asked for, which the connection performs', () => {
		const one = peer();
		one.perform('john-gets-media');
		expect(one.value.operation).toBe('pending');
		expect(one.commands).toEqual([
			{ type: 'step.perform', step: 'john-gets-media', source: 'camera' }
		]);
	});

	it('is idle again once the step is performed, and reports it', () => {
		const one = peer();
		one.perform();
		one.tell('step.performed');
		expect(one.value.operation).toBe('idle');
		expect(one.reports).toEqual([
			{ type: 'peer.performed', peer: 'john', step: 'john-creates-offer' }
		]);
	});

	it('is idle again once the step is refused, and reports the error', () => {
		const one = peer();
		const error = { name: 'InvalidStateError', message: 'm', attempted: 'createOffer' };
		one.perform();
		one.fail(error);
		expect(one.value.operation).toBe('idle');
		expect(one.reports).toEqual([
			{ type: 'peer.failed', peer: 'john', step: 'john-creates-offer', error }
		]);
	});

	it('asks nothing of its connection while a step is pending', () => {
		const one = peer();
		one.perform('john-creates-offer');
		one.perform('john-sets-local-description');
		expect(one.commands).toMatchObject([{ step: 'john-creates-offer' }]);
	});

	it('passes on at once that its source is to be replaced, whatever it does', () => {
		const one = peer();
		one.perform('john-creates-offer');
		one.replaceSource();
		expect(one.commands.at(-1)).toEqual({ type: 'source.replace' });
	});

	it('reports nothing that was not asked for', () => {
		const one = peer();
		one.tell('step.performed');
		expect(one.reports).toEqual([]);
	});

	it('goes on while the connection changes its states', () => {
		const one = peer();
		one.perform();
		one.tell('connection.created', 'local.offer.set', 'connection.connecting');
		expect(one.value).toEqual({
			operation: 'pending',
			signaling: 'have-local-offer',
			connection: 'connecting'
		});
	});
});

describe('a peer', () => {
	it('closes its connection when it ends', () => {
		const one = peer();
		expect(one.open).toBe(true);
		one.stop();
		expect(one.open).toBe(false);
	});

	it('needs a connection to be provided, and says so', () => {
		const actor = createActor(peerMachine, { input: { peer: 'john' } });
		const errors: unknown[] = [];
		actor.subscribe({ error: (error) => errors.push(error) });
		actor.start();
		expect(String(errors[0])).toMatch(/provide the actor "connection"/);
	});

	it('knows the states of webrtc-pc by their own names', () => {
		const { signaling, connection } = peerMachine.config.states!;
		expect(Object.keys(signaling!.states!)).toEqual([
			'absent',
			'stable',
			'have-local-offer',
			'have-remote-offer',
			'have-local-pranswer',
			'have-remote-pranswer',
			'closed'
		]);
		expect(Object.keys(connection!.states!)).toEqual([
			'new',
			'connecting',
			'connected',
			'disconnected',
			'failed',
			'closed'
		]);
	});
});

describe('what each step needs', () => {
	/** What a step does to the signaling of the peers. */
	const EFFECTS: { [step: string]: ['john' | 'jane', Word][] } = {
		'john-creates-peer-connection': [['john', 'connection.created']],
		'john-sets-local-description': [['john', 'local.offer.set']],
		'jane-creates-peer-connection': [['jane', 'connection.created']],
		'jane-sets-remote-description': [['jane', 'remote.offer.set']],
		'jane-sets-local-description': [['jane', 'local.answer.set']],
		'john-sets-remote-description': [['john', 'remote.answer.set']],
		'john-hangs-up': [
			['john', 'connection.closed'],
			['jane', 'connection.closed']
		]
	};

	it('is the state in which the machines of its performers are when its turn comes', () => {
		const peers = { john: peer('john'), jane: peer('jane') };
		const states = STEPS.map((step) => {
			const [who] = performers(step);
			const state = peers[who!].value.signaling;
			for (const [name, word] of EFFECTS[step.id] ?? []) peers[name].tell(word);
			return [step.id, step.needs === undefined ? undefined : state];
		});
		expect(states).toEqual(TABLE.map(([id, , needs]) => [id, needs]));
		expect(peers.john.value.signaling).toBe('closed');
		expect(peers.jane.value.signaling).toBe('closed');
	});
});
