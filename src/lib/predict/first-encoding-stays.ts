import type { Encoding } from '../trace/view-peer';
import type { Check } from './check';
import { counted, linesOf, sdpOf, shown, stepOf, transceiversAt } from './reading.ts';

const names = (encodings: readonly Encoding[]) => encodings.map(({ rid }) => rid).join(', ');

/**
 * What is left of John’s encodings after an answer that does not mention simulcast: the first alone (webrtc-pc,
 * 4.4.1.5).
 */
export const firstEncodingStays: Check = {
	answers: ['the first', 'another', 'all'],
	expected: 'the first',
	read(view, entries) {
		const all = shown(view, entries);
		const call = view.calls.find(({ peer, name, args, status, seq }) => {
			const isAnswer = peer === 'john' && name === 'setRemoteDescription' && status === 'resolved';
			if (!isAnswer) return false;
			const lines = linesOf(sdpOf(args) ?? '');
			const isSilent = !lines.some((line) => line.startsWith('a=simulcast:'));
			return isSilent && asked(seq).length > 1;
		});
		const step = stepOf(all, call?.step);
		if (!call || !step.isOver) return null;
		const before = asked(call.seq);
		const now = transceiversAt(all, 'john', step.last).find(({ encodings }) => encodings);
		const left = now?.encodings ?? [];
		if (left.length === 0) return null;
		return {
			is:
				left.length === before.length
					? 'all'
					: left[0]!.rid === before[0]!.rid
						? 'the first'
						: 'another',
			proof: `Before the answer his sender had ${counted(before.length, 'encoding')}, ${names(before)}. After it, it has ${counted(left.length, 'encoding')}: ${names(left)}.`,
			seq: call.seq
		};

		/** What a sender of his had been asked for. */
		function asked(seq: number): readonly Encoding[] {
			return transceiversAt(all, 'john', seq).find(({ encodings }) => encodings)?.encodings ?? [];
		}
	}
};
