import { createActor, fromCallback, setup } from 'xstate';
import { describe, expect, it } from 'vitest';
import type {
	ConnectionEvent,
	PeerCommand,
	PeerReport,
	SourceCommand
} from '../../src/lib/call/events';
import { peerMachine, type ConnectionInput } from '../../src/lib/call/peer-machine';
import { performers } from '../../src/lib/steps/step';
import { TABLE } from '../steps/table';
import { STEPS } from './course';

/** A peer over a connection that the test plays, within a walk that writes down what it is told. */
function peer(name: 'john' | 'jane' = 'john') {
	type Command = PeerCommand | SourceCommand;
	const commands: Command[] = [];
	const reports: PeerReport[] = [];
	let tell: (event: ConnectionEvent) => void = () => {};
	let made: ConnectionInput | null = null;
	let open = false;
	const connection = fromCallback<Command, ConnectionInput>(({ input, sendBack, receive }) => {
		tell = sendBack as typeof tell;
		made = input;
		open = true;
		receive((command) => commands.push(command));
		return () => {
			open = false;
		};
	});
	const walk = setup({
		types: { events: {} as PeerReport },
		actors: { peer: peerMachine.provide({ actors: { connection } }) }
	}).createMachine({
		invoke: { id: 'peer', src: 'peer', input: { peer: name } },
		on: { '*': { actions: ({ event }) => reports.push(event) } }
	});
	const parent = createActor(walk).start();
	const actor = parent.getSnapshot().children.peer!;
	return {
		commands,
		reports,
		get made() {
			return made;
		},
		get open() {
			return open;
		},
		get value() {
			return actor.getSnapshot().value;
		},
		tell(...types: ConnectionEvent['type'][]) {
			for (const type of types) tell({ type } as ConnectionEvent);
		},
		replaceSource() {
			actor.send({ type: 'source.replace' });
		},
		fail(error: Extract<ConnectionEvent, { type: 'step.failed' }>['error']) {
			tell({ type: 'step.failed', error });
		},
		perform(step = 'john-creates-offer') {
			actor.send({ type: 'step.perform', step, source: 'camera' });
		},
		stop: () => parent.stop()
	};
}

type Word = ConnectionEvent['type'];

/** What leads a peer to each state of `signalingState`. */
const WAY_TO: Record<string, Word[]> = {
	absent: [],
	stable: ['connection.created'],
	'have-local-offer': ['connection.created', 'local.offer.set'],
	'have-remote-offer': ['connection.created', 'remote.offer.set'],
	'have-local-pranswer': ['connection.created', 'remote.offer.set', 'local.pranswer.set'],
	'have-remote-pranswer': ['connection.created', 'local.offer.set', 'remote.pranswer.set'],
	closed: ['connection.created', 'connection.closed']
};

const SIGNALING: [from: string, word: Word, to: string][] = [
	['absent', 'connection.created', 'stable'],
	['stable', 'local.offer.set', 'have-local-offer'],
	['stable', 'remote.offer.set', 'have-remote-offer'],
	['have-local-offer', 'remote.answer.set', 'stable'],
	['have-remote-offer', 'local.answer.set', 'stable'],
	['have-local-offer', 'remote.pranswer.set', 'have-remote-pranswer'],
	['have-remote-offer', 'local.pranswer.set', 'have-local-pranswer'],
	['have-local-pranswer', 'local.answer.set', 'stable'],
	['have-remote-pranswer', 'remote.answer.set', 'stable'],
	['have-local-offer', 'offer.rolled.back', 'stable'],
	['have-remote-offer', 'offer.rolled.back', 'stable'],
	['have-local-offer', 'remote.offer.set', 'have-remote-offer'],
	['have-local-pranswer', 'connection.closed', 'closed'],
	['have-remote-pranswer', 'connection.closed', 'closed'],
	['stable', 'connection.closed', 'closed'],
	['have-local-offer', 'connection.closed', 'closed'],
	['have-remote-offer', 'connection.closed', 'closed']
];

describe('the signaling of a peer', () => {
	it('is absent while there is no connection', () => {
		expect(peer().value.signaling).toBe('absent');
	});

	it.each(SIGNALING.map(([from, word, to]) => [`${from} → ${to}`, word, from, to] as const))(
		'%s by %s',
		(_, word, from, to) => {
			const one = peer();
			one.tell(...WAY_TO[from]!);
			expect(one.value.signaling).toBe(from);
			one.tell(word);
			expect(one.value.signaling).toBe(to);
		}
	);

	const words: Word[] = [
		'connection.created',
		'local.offer.set',
		'remote.offer.set',
		'local.answer.set',
		'remote.answer.set',
		'local.pranswer.set',
		'remote.pranswer.set',
		'offer.rolled.back'
	];
	const impossible = Object.keys(WAY_TO).flatMap((from) =>
		words
			.filter((word) => !SIGNALING.some(([state, name]) => state === from && name === word))
			.map((word) => [from, word] as const)
	);
	it.each(impossible)('%s stays by %s', (from, word) => {
		const one = peer();
		one.tell(...WAY_TO[from]!, word);
		expect(one.value.signaling).toBe(from);
	});
});

const CONNECTION_WAY: Record<string, Word[]> = {
	new: [],
	connecting: ['connection.connecting'],
	connected: ['connection.connecting', 'connection.connected'],
	disconnected: ['connection.connecting', 'connection.connected', 'connection.disconnected'],
	failed: ['connection.connecting', 'connection.failed']
};

const CONNECTION: [from: string, word: Word, to: string][] = [
	['new', 'connection.connecting', 'connecting'],
	['new', 'connection.connected', 'connected'],
	['new', 'connection.failed', 'failed'],
	['connecting', 'connection.connected', 'connected'],
	['connecting', 'connection.failed', 'failed'],
	['connected', 'connection.disconnected', 'disconnected'],
	['connected', 'connection.connecting', 'connecting'],
	['connected', 'connection.failed', 'failed'],
	['disconnected', 'connection.connected', 'connected'],
	['disconnected', 'connection.connecting', 'connecting'],
	['disconnected', 'connection.failed', 'failed'],
	['failed', 'connection.connected', 'connected'],
	['failed', 'connection.connecting', 'connecting'],
	['new', 'connection.closed', 'closed'],
	['connecting', 'connection.closed', 'closed'],
	['connected', 'connection.closed', 'closed'],
	['disconnected', 'connection.closed', 'closed'],
	['failed', 'connection.closed', 'closed']
];

describe('the connection of a peer', () => {
	it.each(CONNECTION.map(([from, word, to]) => [`${from} → ${to}`, word, from, to] as const))(
		'%s by %s',
		(_, word, from, to) => {
			const one = peer();
			one.tell('connection.created', ...CONNECTION_WAY[from]!);
			expect(one.value.connection).toBe(from);
			one.tell(word);
			expect(one.value.connection).toBe(to);
		}
	);

	it.each(['connection.connecting', 'connection.connected', 'connection.failed'] as const)(
		'closed stays by %s, which may be read late',
		(word) => {
			const one = peer();
			one.tell('connection.created', 'connection.closed', word);
			expect(one.value.connection).toBe('closed');
			expect(one.reports).toEqual([]);
		}
	);

	it.each(['connecting', 'connected', 'disconnected'])(
		'that is lost while %s is reported',
		(from) => {
			const one = peer('jane');
			one.tell('connection.created', ...CONNECTION_WAY[from]!, 'connection.failed');
			expect(one.reports).toEqual([{ type: 'peer.lost', peer: 'jane' }]);
		}
	);

	it('that is lost is reported once', () => {
		const one = peer();
		one.tell('connection.failed', 'connection.failed');
		expect(one.reports).toHaveLength(1);
	});

	it('that is only disconnected is not reported', () => {
		const one = peer();
		one.tell('connection.connected', 'connection.disconnected');
		expect(one.reports).toEqual([]);
	});
});

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
