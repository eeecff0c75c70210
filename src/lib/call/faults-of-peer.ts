import { concerns, garbled, type Fault } from '../breaks';
import type { Envelope } from '../signaling/envelope';
import type { Mailbox } from '../signaling/mailbox';
import type { PeerName } from '../trace';

/** Puts faults between the wire and a peer: nobody is told of them, but by what comes of them. */
export function seedWire(mailbox: Mailbox, faults: readonly Fault[], peer: PeerName): void {
	/** Each loses one description: what is sent again comes through. */
	const spent = new Set<Fault>();
	const isLost = ({ message }: Envelope) =>
		faults.some((fault) => {
			if (fault.do !== 'lose' || !concerns(fault, peer, message)) return false;
			if (fault.of !== 'candidate' && spent.has(fault)) return false;
			spent.add(fault);
			return true;
		});
	mailbox.guard((envelope) => (isLost(envelope) ? null : envelope));
	mailbox.garble(({ id, message }) => ({ id, message: garbled(message, peer, faults) }));
}

/** The browser’s class, whose objects are made with the configuration that the faults of a peer put in. */
export function seedConfiguration(
	Native: typeof RTCPeerConnection,
	faults: readonly Fault[],
	peer: PeerName
): typeof RTCPeerConnection {
	const own = faults.flatMap((fault) =>
		fault.do === 'configure' && fault.peer === peer ? [fault.configuration] : []
	);
	if (own.length === 0) return Native;
	const configuration = Object.assign({}, ...own);
	return new Proxy(Native, {
		construct: (target, [given], newTarget) =>
			Reflect.construct(target, [{ ...given, ...configuration }], newTarget) as RTCPeerConnection
	});
}
