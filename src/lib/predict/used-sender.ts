import type { Check } from './check';
import { shown, stepOf, transceiversAt } from './reading.ts';

const HAS_SENT = ['sendrecv', 'sendonly'];

/**
 * Which transceiver `addTrack` gives a track to, where one is idle that has sent before: a new one, for it takes
 * no sender that was ever used to send (webrtc-pc, 5.1, addTrack).
 */
export const usedSender: Check = {
	answers: ['a new one', 'the idle one', 'one in use'],
	expected: 'a new one',
	read(view, entries) {
		const all = shown(view, entries);
		const at = (seq: number) => transceiversAt(all, 'john', seq);
		const sent = (number: number, until: number) =>
			all.some(
				({ seq }) =>
					seq < until && HAS_SENT.includes(at(seq)[number]?.currentDirection ?? 'inactive')
			);
		const added = view.calls.filter(
			({ peer, name, status }) => peer === 'john' && name === 'addTrack' && status === 'resolved'
		);
		for (const { seq, args, step: id } of added) {
			const { kind, id: track } = args as { kind: string; id: string };
			const before = at(seq);
			const idle = before.find(
				(one) =>
					one.kind === kind && one.track === null && !one.stopped && sent(one.transceiver, seq)
			);
			const step = stepOf(all, id);
			const taken = at(step.last).find((one) => one.track === track);
			if (!idle || !taken || !step.isOver) continue;
			const isNew = before.every(({ transceiver }) => transceiver !== taken.transceiver);
			return {
				is: isNew
					? 'a new one'
					: taken.transceiver === idle.transceiver
						? 'the idle one'
						: 'one in use',
				proof: `The track is in getTransceivers()[${taken.transceiver}], whose mid is ${taken.mid}; there were ${before.length} before. The idle one is getTransceivers()[${idle.transceiver}].`,
				seq
			};
		}
		return null;
	}
};
