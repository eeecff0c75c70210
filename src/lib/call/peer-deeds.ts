import { changedMessage, filtered, type PeerDeed } from '../breaks';
import type { Record } from '../rtc/record';
import type { Envelope } from '../signaling/envelope';
import type { Mailbox } from '../signaling/mailbox';
import type { Peer } from '../steps/step';
import { altered, nameOf } from './scope';

/** What a deed is done to. */
export interface DeedSurroundings {
	peer: Peer;
	mailbox: Mailbox;
	record: Record;
}

/**
 * Does what somebody at the workbench does at the end of one peer, and records what became of each message.
 *
 * @throws what the browser throws, and an `Error` where there is no such message
 */
export async function doDeed(deed: PeerDeed, surroundings: DeedSurroundings): Promise<void> {
	const { peer, mailbox, record } = surroundings;
	const happens = (kind: 'postponed' | 'repeated' | 'dropped', { id, message }: Envelope) =>
		record({ kind, name: nameOf(message), data: { id } });
	switch (deed.do) {
		case 'change':
		case 'edit':
			return mailbox.replace(deed.message, (envelope) => [changed(envelope, deed, record)]);
		case 'drop':
			return mailbox.replace(deed.message, (envelope) => {
				happens('dropped', envelope);
				return [];
			});
		case 'repeat':
			return mailbox.replace(deed.message, (envelope) => {
				happens('repeated', envelope);
				return [envelope, envelope];
			});
		case 'postpone':
			return mailbox.postpone(deed.message, (envelope) => happens('postponed', envelope));
		case 'return':
			return mailbox.replace(deed.message, (envelope) => {
				happens('dropped', envelope);
				peer.send(envelope.message as never);
				return [];
			});
		case 'filter':
			return mailbox.guard((envelope) => {
				const message = filtered(envelope.message, deed.keeps);
				if (message === null) happens('dropped', envelope);
				return message && otherwise(envelope, message as Envelope['message'], record);
			});
		case 'silence':
			return mailbox.guard((envelope) => {
				happens('dropped', envelope);
				return null;
			});
		case 'close':
			peer.pc.close();
			return;
		case 'offer':
			await peer.pc.setLocalDescription(await peer.pc.createOffer());
			peer.send({ description: peer.pc.localDescription });
			return;
		case 'restart':
			peer.pc.restartIce();
			return;
		case 'channel':
			keep(peer, peer.pc.createDataChannel(CHANNEL));
	}
}

/** What a channel that is made here is called. */
const CHANNEL = 'workbench';

/** A channel that nobody holds may be collected, and Firefox closes it then. */
const channels = new WeakMap<Peer, RTCDataChannel[]>();
const keep = (peer: Peer, channel: RTCDataChannel) =>
	void channels.set(peer, [...(channels.get(peer) ?? []), channel]);

function changed(
	envelope: Envelope,
	deed: Extract<PeerDeed, { do: 'change' | 'edit' }>,
	record: Record
): Envelope {
	const message = changedMessage(envelope.message, deed);
	return message ? otherwise(envelope, message as Envelope['message'], record) : envelope;
}

/** A message that says something else now, where it does. */
function otherwise(envelope: Envelope, message: Envelope['message'], record: Record): Envelope {
	const isSame = JSON.stringify(message) === JSON.stringify(envelope.message);
	return isSame ? envelope : altered(envelope, message, record);
}
