import { finding, type Finding } from '../finding';
import { PATIENCE } from '../session/course';
import { partnerOf, type Session } from '../session/session';
import { entry, fact } from '../session/words';
import { channelName, channelsOf } from './channels';

/**
 * A channel that both sides were to make by themselves (`negotiated: true`), and that the other side did
 * not make with the same id: it opens all the same, and what is sent on it goes nowhere (webrtc-pc, 6.1).
 */
export function unequalIds(session: Session): Finding | null {
	const [one] = session.peers;
	const other = one && partnerOf(session, one);
	if (!one || !other || one.course !== 'worked' || other.course !== 'worked') return null;
	const [ours, theirs] = [one, other].map((peer) =>
		channelsOf(peer).filter(({ isNegotiated, id }) => isNegotiated && id !== null)
	);
	for (const [peer, own, there, across] of [
		[one, ours!, theirs!, other],
		[other, theirs!, ours!, one]
	] as const) {
		const stray = own.find(
			({ id, at }) => peer.endAt - at >= PATIENCE && !there.some((channel) => channel.id === id)
		);
		if (stray === undefined) continue;
		const same = there.find(({ label }) => label === stray.label) ?? there[0];
		const has =
			same === undefined
				? `${across.called} made none with negotiated: true`
				: `${across.called} made ${same.label === stray.label ? 'it' : channelName(same)} with the id ${same.id}`;
		return finding({
			id: 'data.ids-differ',
			severity: 'breaks a part',
			claim: `${peer.called} made ${channelName(stray)} with negotiated: true and the id ${stray.id}, and ${has}: what is sent on it arrives nowhere.`,
			because: [
				entry(stray, `${peer.called}: “${stray.label}”, id ${stray.id}`),
				same === undefined
					? fact(`${across.called}: no channel with negotiated: true.`)
					: entry(same, `${across.called}: “${same.label}”, id ${same.id}`)
			],
			todo: 'Make the channel on both sides with negotiated: true and one and the same id, or on one side without it.',
			source: 'webrtc-pc, 6.1; RFC 8832, 4'
		});
	}
	return null;
}
