import { durationWords, grouped } from '../trace/numbers.ts';
import type { PeerStats } from '../trace/view-stats';
import type { Check } from './check';
import { shown, statsOf, stepOf } from './reading.ts';

/** Milliseconds: what was sent before has come by then, and after as many again, what comes is sent now. */
const LONG = 1500;

const ofVideo = ({ inbound }: PeerStats, count: (one: PeerStats['inbound'][number]) => number) =>
	inbound.reduce((sum, one) => sum + (one.kind === 'video' ? count(one) : 0), 0);
const packets = (stats: PeerStats) => ofVideo(stats, (one) => one.packets);
const lost = (stats: PeerStats) => ofVideo(stats, (one) => one.packetsLost ?? 0);

/**
 * What Jane counts while John’s encoder is stopped: nothing comes (webrtc-pc, 5.2, active), and none of it is
 * lost, for lost is what was expected by the numbers of the packets that came (RFC 3550, 6.4.1).
 */
export const notSentNotLost: Check = {
	answers: ['nothing', 'lost', 'packets'],
	expected: 'nothing',
	read(view, entries) {
		const all = shown(view, entries);
		const call = view.calls.find(({ peer, name, args, status }) => {
			const { encodings } = (args ?? {}) as { encodings?: { active?: boolean }[] };
			const isStop = peer === 'john' && name === 'setParameters' && status === 'resolved';
			return isStop && encodings?.length && encodings.every(({ active }) => active === false);
		});
		const step = stepOf(all, call?.step);
		if (!call || !step.isOver) return null;
		const reports = statsOf(step.entries, 'jane').filter(({ at }) => at > call.at + LONG);
		const [first, last] = [reports[0], reports.at(-1)];
		// Who never sent a picture cannot stop.
		if (!first || !last || packets(first.stats) === 0 || last.at - first.at < LONG) return null;
		const came = packets(last.stats) - packets(first.stats);
		const missed = lost(last.stats) - lost(first.stats);
		return {
			is: missed > 0 ? 'lost' : came > 0 ? 'packets' : 'nothing',
			proof: `In ${durationWords(last.at - first.at)} packetsReceived of her video grew by ${came} to ${grouped(packets(last.stats))}, and packetsLost by ${missed}.`,
			seq: last.seq
		};
	}
};
