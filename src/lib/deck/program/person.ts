import { CandidateFlow } from '../../call/candidate-flow';
import { Queue } from '../../signaling/queue';
import type { Envelope } from '../../signaling/envelope';
import type { Peer, Received, WireToPeer } from '../../steps/step';

/** What one side of the call has in its hands, and the end of the wire to it. */
export interface Person extends Peer {
	wire: WireToPeer;
	/** What the other side has sent comes here. */
	arrive(text: string): void;
}

/**
 * One side of the call. Steps make the rest of it; what it sends arrives at the other side as JSON, as from
 * a server.
 */
export function person(other: () => Person): Person {
	const inbox = new Queue<Envelope>();
	const mailbox = { poll: inbox.poll.bind(inbox), arrived() {} };
	const flow = new CandidateFlow({ mailbox, connection: () => pc, delivered() {} });
	let pc: RTCPeerConnection;

	return {
		get pc() {
			return pc;
		},
		set pc(made) {
			pc = made;
			// A description was set, perhaps that which candidates wait for.
			pc.addEventListener('signalingstatechange', () => flow.goOn());
		},
		candidates: new Queue<RTCIceCandidate | null>(),
		early: [],
		remote: new MediaStream(),
		get oncandidate() {
			return flow.handler;
		},
		set oncandidate(handler) {
			flow.handler = handler;
		},
		send(message) {
			other().arrive(JSON.stringify({ message }));
		},
		arrive(text) {
			inbox.push(JSON.parse(text) as Envelope);
			mailbox.arrived();
		},
		async receive(kind) {
			const { message } = await inbox.next((envelope) => flow.leaves(envelope, kind));
			return message as Received;
		},
		wire: {
			async alter(kind, change) {
				await inbox.alter(
					({ message }) => kind in message,
					({ id, message }) => ({ id, message: { [kind]: change(message[kind] as never) } })
				);
				mailbox.arrived();
			}
		}
	} satisfies Partial<Person> as unknown as Person;
}
