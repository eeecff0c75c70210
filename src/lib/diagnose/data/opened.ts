import { finding, type Finding } from '../finding';
import { PATIENCE } from '../session/course';
import { isDown, partnerOf, type Session, type SessionPeer } from '../session/session';
import { duration, entry, fact } from '../session/words';
import { announcedTo, channelName, channelsOf, dataSectionOf, type Channel } from './channels';

/**
 * Data channels that were made and never opened: because there is no connection, or though there is one
 * and the descriptions have a section for them (RFC 8832, 6; webrtc-pc, 6.2).
 */
export function neverOpened(session: Session): readonly Finding[] {
	return session.peers.flatMap((peer) => {
		const channels = channelsOf(peer).filter(({ states }) => !states.includes('open'));
		const [first] = channels;
		if (first === undefined || peer.exchanges.length === 0) return [];
		if (peer.course === 'never connected') return [withoutConnection(peer, first)];
		if (isDown(peer) || session.isPaced || !hasSection(peer)) return [];
		const late = channels.find(
			(channel) => hasWaited(peer, channel) && isTold(session, peer, channel)
		);
		return late ? [withConnection(session, peer, late)] : [];
	});
}

function hasSection({ exchanges }: SessionPeer): boolean {
	const { offer, answer } = exchanges.at(-1)!;
	return [offer, answer].every(({ sdp }) => dataSectionOf(sdp)?.isRejected === false);
}

/** Since when a channel could have opened. */
const couldOpenAt = ({ connected }: SessionPeer, { at }: Channel) =>
	Math.max(at, connected?.at ?? at);

const hasWaited = (peer: SessionPeer, channel: Channel) =>
	peer.connected !== null && peer.endAt - couldOpenAt(peer, channel) >= PATIENCE;

/** Whether the recording would tell that it opened: by statistics of it, or by the other side. */
function isTold(
	session: Session,
	peer: SessionPeer,
	{ label, states, isNegotiated }: Channel
): boolean {
	if (states.length > 0) return true;
	const other = partnerOf(session, peer);
	return other !== null && !isNegotiated && !announcedTo(other).has(label);
}

function withoutConnection(peer: SessionPeer, channel: Channel): Finding {
	return finding({
		id: 'data.without-connection',
		severity: 'breaks a part',
		claim: `${peer.called} made ${channelName(channel)}, and it never opened: there is no connection that could carry it.`,
		because: [entry(channel, `createDataChannel: ${channel.label}`)],
		todo: 'See why there is no connection; the channel opens by itself once there is one.',
		source: 'RFC 8831, 6.1; webrtc-pc, 6.1'
	});
}

function withConnection(session: Session, peer: SessionPeer, channel: Channel): Finding {
	const other = partnerOf(session, peer);
	const since = duration(peer.endAt - couldOpenAt(peer, channel));
	const last = channel.states.at(-1);
	const { answer } = peer.exchanges.at(-1)!;
	return finding({
		id: 'data.never-opened',
		severity: 'breaks a part',
		claim: `${peer.called} made ${channelName(channel)}, and it did not open in ${since}, though there is a connection and a section for it.`,
		because: [
			entry(channel, `createDataChannel: ${channel.label}`),
			...(last === undefined ? [] : [fact(`State in the statistics: ${last}.`)]),
			...(other !== null && !channel.isNegotiated
				? [fact(`${other.called} had no datachannel event for it.`)]
				: []),
			...(dataSectionOf(answer.sdp)?.hasPort === false
				? [fact('The section of the answer has no a=sctp-port.')]
				: [])
		],
		todo: 'See whether the other side runs SCTP over this connection, on the port that its a=sctp-port names, and acknowledges the channel (DATA_CHANNEL_ACK).',
		source: 'RFC 8831, 6; RFC 8832, 6; RFC 8841, 5.1',
		isCertain: false
	});
}
