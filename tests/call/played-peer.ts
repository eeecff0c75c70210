import { createActor, fromCallback, setup } from 'xstate';
import type {
	ConnectionEvent,
	PeerCommand,
	PeerReport,
	SourceCommand
} from '../../src/lib/call/events';
import { peerMachine, type ConnectionInput } from '../../src/lib/call/peer-machine';

/** What a connection says to its peer. */
export type Word = ConnectionEvent['type'];

/** A peer over a connection that the test plays, within a walk that writes down what it is told. */
export function peer(name: 'john' | 'jane' = 'john') {
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
