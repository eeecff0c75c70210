import type { TransceiverState } from '../trace/view-peer';
import type { Check } from './check';
import { capital, counted, eventsOf, shown, stepOf } from './reading.ts';

/**
 * Whether `negotiationneeded` fires once the second round is agreed on: what was offered and answered is what was
 * agreed, whatever the answer made of it (webrtc-pc, 4.7.3).
 */
export const nothingLeftToAsk: Check = {
	answers: ['it does not fire', 'at John’s side', 'at Jane’s side', 'at both'],
	expected: 'it does not fire',
	read(view, entries) {
		const all = shown(view, entries);
		const answers = view.calls.filter(
			({ peer, name, args, status }) =>
				peer === 'john' &&
				name === 'setRemoteDescription' &&
				(args as { type?: string } | null)?.type === 'answer' &&
				status === 'resolved'
		);
		const second = answers[1];
		const step = stepOf(all, second?.step);
		if (!second || !step.isOver) return null;
		const [his, hers] = (['john', 'jane'] as const).map((peer) =>
			eventsOf(step.entries, peer, 'negotiationneeded').at(0)
		);
		const now = step.entries.findLast(
			({ kind, peer, name }) => kind === 'changed' && peer === 'john' && name === 'transceivers'
		);
		const { transceivers = [] } = (now?.data ?? {}) as unknown as {
			transceivers?: TransceiverState[];
		};
		const asked = transceivers.filter(
			({ direction, currentDirection }) => direction !== currentDirection
		).length;
		return {
			is: his
				? hers
					? 'at both'
					: 'at John’s side'
				: hers
					? 'at Jane’s side'
					: 'it does not fire',
			proof: `${capital(counted(asked, 'transceiver'))} of John’s got less than he wished, and in this step the event fired ${[his, hers].some(Boolean) ? 'all the same' : 'at neither'}.`,
			seq: (his ?? hers ?? second).seq
		};
	}
};
