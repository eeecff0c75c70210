import { durationWords } from '../trace/numbers.ts';
import type { PeerStats } from '../trace/view-stats';
import type { Check } from './check';
import { shown, statsOf, stepOf } from './reading.ts';

/** Milliseconds: what was sent before has come by then. */
const SETTLED = 1500;
/** Milliseconds: a black picture may come as seldom as every other second. */
const SELDOM = 4000;

const packetsOf = ({ inbound }: PeerStats, kind: string) =>
	inbound.reduce((sum, one) => sum + (one.kind === kind ? one.packets : 0), 0);

/**
 * Of which tracks packets come to Jane once John has disabled them: of both, for they give silence and black
 * pictures, and those are sent (mediacapture-streams, 4.3.1, enabled).
 */
export const disabledStillSent: Check = {
	answers: ['both', 'sound alone', 'neither'],
	expected: 'both',
	read(view, entries) {
		const all = shown(view, entries);
		const calls = view.calls.filter(
			({ peer, name, args }) =>
				peer === 'john' &&
				name === 'track.enabled' &&
				(args as { value?: boolean } | null)?.value === false
		);
		const kinds = new Set(calls.map(({ args }) => (args as { kind: string }).kind));
		const step = stepOf(all, calls[0]?.step);
		const at = calls.at(-1)?.at ?? Infinity;
		if (kinds.size < 2 || !step.isOver) return null;
		const reports = statsOf(step.entries, 'jane').filter((report) => report.at > at + SETTLED);
		const [first, last] = [reports[0], reports.at(-1)];
		if (!first || !last || last === first) return null;
		const grown = (kind: string) => packetsOf(last.stats, kind) - packetsOf(first.stats, kind);
		const [video, sound] = [grown('video'), grown('audio')];
		const isLong = last.at - first.at > SELDOM;
		const is =
			video > 0 && sound > 0
				? 'both'
				: !isLong || video > 0
					? null
					: sound > 0
						? 'sound alone'
						: 'neither';
		return (
			is && {
				is,
				proof: `In ${durationWords(last.at - first.at)} packetsReceived grew by ${sound} for the sound and by ${video} for the picture.`,
				seq: last.seq
			}
		);
	}
};
