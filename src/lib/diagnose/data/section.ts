import { finding, type Finding } from '../finding';
import type { Applied } from '../session/applied';
import { PATIENCE } from '../session/course';
import { partnerOf, type Session, type SessionPeer } from '../session/session';
import { entry, fact } from '../session/words';
import { announcedTo, channelName, channelsOf, dataSectionOf, type Channel } from './channels';

/** What both sides agreed on has no section in use by which data channels could pass (RFC 8841, 5). */
export function dataSection(session: Session): readonly Finding[] {
	if (session.isPaced) return [];
	return session.peers.flatMap((peer) => {
		const exchange = peer.exchanges.at(-1);
		if (exchange === undefined) return [];
		const { offer, answer } = exchange;
		const offered = dataSectionOf(offer.sdp);
		if (offered === null || offered.isRejected) {
			const isOpen = peer.applied.some(({ seq }) => seq > answer.seq);
			const [channel] = isOpen ? [] : waiting(peer);
			return channel ? [notNegotiated(peer, channel, offer)] : [];
		}
		const answered = dataSectionOf(answer.sdp);
		const isUsed = answered !== null && !answered.isRejected;
		// Both ends of one exchange say the same of it.
		const isSecond = peer !== session.peers[0] && partnerOf(session, peer) !== null;
		return isUsed || isSecond || hasOpened(session) ? [] : [rejected(peer, offer, answer)];
	});
}

/** Channels that were made long enough before the end for a negotiation to come. */
const waiting = (peer: SessionPeer): readonly Channel[] =>
	channelsOf(peer).filter(({ at, states }) => peer.endAt - at >= PATIENCE && !isOpened(states));

const isOpened = (states: readonly string[]) => states.includes('open');

const hasOpened = ({ peers }: Session) =>
	peers.some(
		(peer) => channelsOf(peer).some(({ states }) => isOpened(states)) || announcedTo(peer).size > 0
	);

function notNegotiated(peer: SessionPeer, channel: Channel, offer: Applied): Finding {
	const isOfferer = offer.side === 'local';
	const when =
		channel.seq < offer.seq
			? `before ${isOfferer ? 'its' : 'the'} offer`
			: isOfferer
				? 'after its offer'
				: 'after the offer had come';
	return finding({
		id: 'data.not-negotiated',
		severity: 'breaks a part',
		claim: `${peer.called} made ${channelName(channel)} ${when}, and it was never negotiated: the offer has no m=application section, so it does not open.`,
		because: [
			entry(channel, `createDataChannel: ${channel.label}`),
			entry(offer, 'the last offer that was answered; it has no m=application section')
		],
		todo: isOfferer
			? 'Call createDataChannel() before createOffer(), or negotiate again when negotiationneeded fires.'
			: 'Let the side that offers make the first channel, or make an offer when negotiationneeded fires: an answer adds no section.',
		source: 'RFC 9429, 5.2.1 and 5.3.1; webrtc-pc, 6.1'
	});
}

function rejected({ called }: SessionPeer, offer: Applied, answer: Applied): Finding {
	const { place } = dataSectionOf(offer.sdp)!;
	const isMissing = dataSectionOf(answer.sdp) === null;
	const isOwn = offer.side === 'local';
	return finding({
		id: 'data.rejected',
		severity: 'breaks a part',
		claim: `${isOwn ? `${called} offered` : `${called} was offered`} data channels (section ${place}), and the answer ${isMissing ? 'has no section for them' : 'rejects them (port 0)'}: none of them opens.`,
		because: [
			entry(offer, `the offer has m=application in section ${place}`),
			entry(
				answer,
				isMissing ? 'the answer has no m=application' : 'the answer has m=application 0'
			),
			...(isMissing ? [fact('An answer has each section of its offer, in the same order.')] : [])
		],
		todo: 'See whether the answerer has SCTP at all (media servers often have it switched off), and whether it was told to use it.',
		source: 'RFC 8841, 5.3 and 10; RFC 3264, 6'
	});
}
