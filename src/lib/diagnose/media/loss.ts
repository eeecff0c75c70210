import { finding, type Finding } from '../finding';
import type { Session } from '../session/session';
import { entry } from '../session/words';
import { streamsOf } from './streams';

/** Of a hundred packets, so many lost are heard and seen. */
const MUCH = 0.05;
/** Fewer packets than these tell nothing of a share. */
const ENOUGH = 200;

/** Packets that were lost on their way to a peer (webrtc-stats, 8.2). */
export function loss({ peers }: Session): Finding[] {
	return peers.flatMap((peer) => {
		const worst = streamsOf(peer)
			.filter(({ way }) => way === 'receives')
			.flatMap(({ section, points }) => {
				const end = points.at(-1);
				const total = end ? end.packets + end.lost : 0;
				if (!end || total < ENOUGH || end.lost / total < MUCH) return [];
				return [{ section, end, share: end.lost / total }];
			})
			.toSorted((one, other) => other.share - one.share)[0];
		if (worst === undefined) return [];
		const { section, end, share } = worst;
		return finding({
			id: 'media.loss',
			severity: 'will bite',
			claim: `${Math.round(share * 100)} of 100 packets of ${section.kind} were lost on their way to ${peer.called}.`,
			because: [entry(end.sample, `${end.packets} packets received, ${end.lost} lost`)],
			todo: 'See whether the loss is of the last metres (Wi-Fi), of a line that is full (then the bitrate is too high: see what the sender adapts to), or of a relay that is far away or overloaded.',
			source: 'webrtc-stats, 8.2; RFC 3550, 6.4.1'
		});
	});
}
