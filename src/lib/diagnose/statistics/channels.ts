import { finding, type Finding } from '../finding';
import { count, figures, type Moment, type Stats } from './report';

/** A data channel that opens on a path that stands: it takes two messages (RFC 8832, 6). */
export function neverOpened(moment: Moment): Finding | null {
	if (!moment.isConnected || !moment.isSettled) return null;
	const waiting = moment.of('data-channel').filter(({ state }) => state === 'connecting');
	const [first] = waiting;
	if (first === undefined) return null;
	return finding({
		id: 'data.never-opened',
		severity: 'breaks a part',
		claim: `${moment.called} is connected, and ${nameOf(first)} has not opened${waiting.length > 1 ? `, nor have ${waiting.length - 1} more` : ''}.`,
		because: waiting
			.slice(0, 3)
			.map((one) => figures(one, ['label', 'dataChannelIdentifier', 'state', 'messagesSent'])),
		todo: 'See whether the descriptions have a section for data channels (m=application, port not 0), and whether the other side runs SCTP and acknowledges the channel (DATA_CHANNEL_ACK).',
		source: 'RFC 8831, 6; RFC 8832, 6; webrtc-stats, RTCDataChannelStats',
		isCertain: false
	});
}

const nameOf = (channel: Stats): string =>
	typeof channel.label === 'string' && channel.label !== ''
		? `the data channel “${channel.label.slice(0, 40)}”`
		: `the data channel ${count(channel, 'dataChannelIdentifier')}`;
