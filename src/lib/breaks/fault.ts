import type { Json, PeerName } from '../trace/entry.ts';
import { changedMessage } from './apply.ts';
import type { WireMessage } from './message.ts';

/** Which messages a fault is about, by what they carry. */
export const FAULTY = ['offer', 'answer', 'candidate'] as const;
export type Faulty = (typeof FAULTY)[number];

/**
 * What is wrong with the way of messages to a peer, from the beginning and without a word: each of a kind is
 * another one when it is taken, by a ready-made change; or it is lost, of descriptions the first one alone.
 */
export type WireFault =
	| { do: 'change'; to: PeerName; of: Faulty; change: string }
	| { do: 'lose'; to: PeerName; of: Faulty };

/** A peer’s connection is made with another configuration (webrtc-pc, 4.2.1) than its step says. */
export interface ConfigurationFault {
	do: 'configure';
	peer: PeerName;
	configuration: { [member: string]: Json };
}

/** What a call is seeded with that is to be found: plain data, the same for all peers that are made for it. */
export type Fault = WireFault | ConfigurationFault;

/** What a message carries; null where it is neither a description nor a candidate. */
export function carried({ description, candidate }: WireMessage): Faulty | null {
	if (candidate !== undefined) return 'candidate';
	const type = description?.type;
	return type === 'offer' || type === 'answer' ? type : null;
}

/** Whether a fault is about a message to a peer. */
export function concerns(fault: Fault, to: PeerName, message: WireMessage): fault is WireFault {
	return fault.do !== 'configure' && fault.to === to && fault.of === carried(message);
}

/** What a message to a peer says when it is taken: itself, where no fault changes it. */
export function garbled<M extends WireMessage>(
	message: M,
	to: PeerName,
	faults: readonly Fault[]
): M {
	return faults.reduce(
		(said, fault) =>
			fault.do === 'change' && concerns(fault, to, said)
				? ((changedMessage(said, fault) as M | null) ?? said)
				: said,
		message
	);
}
