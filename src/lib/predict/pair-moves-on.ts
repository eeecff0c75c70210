import { PEER_NAMES } from '../trace/entry.ts';
import type { PeerStats } from '../trace/view-stats';
import type { Check } from './check';
import { counted, shown, statsOf } from './reading.ts';

type End = NonNullable<PeerStats['selected']>['local'];

/** A pair by its two ends: the browser may give it another id once a candidate for it is signalled. */
function endsOf({ selected }: PeerStats): string | null {
	const end = ({ address, port, protocol }: End) => `${protocol} ${address} ${port}`;
	return selected && `${end(selected.local)}, ${end(selected.remote)}`;
}

/** How many reports after the last candidate it takes to say that a pair has stayed. */
const ENOUGH = 2;

/**
 * Whether John uses another pair at the end than the first that was selected. One nomination is all that a
 * session has (RFC 8445, 8.1.1); Chromium changes to a better pair all the same.
 */
export const pairMovesOn: Check = {
	answers: ['another', 'the same'],
	read(view, entries) {
		const all = shown(view, entries);
		const ended = PEER_NAMES.map((peer) =>
			view.calls.findLast(
				({ name, peer: whose, status }) =>
					name === 'addIceCandidate' && whose === peer && status === 'resolved'
			)
		);
		const isComplete = PEER_NAMES.every((peer) =>
			view.peers[peer].remoteCandidates.some(({ candidate }) => !candidate?.candidate)
		);
		if (!isComplete || ended.some((call) => !call)) return null;
		const since = Math.max(...ended.map((call) => call!.seq));
		const reports = statsOf(all, 'john').filter(({ stats }) => stats.selected);
		const first = reports[0];
		const after = reports.filter(({ seq }) => seq > since);
		const last = after.at(-1);
		if (!first || !last || first.seq > since) return null;
		if (endsOf(first.stats) === endsOf(last.stats)) {
			return after.length < ENOUGH
				? null
				: {
						is: 'the same',
						proof: `Port ${last.stats.selected!.local.port} to ${last.stats.selected!.remote.port}, in the first report and in ${counted(after.length, 'report')} after the last candidate.`,
						seq: last.seq
					};
		}
		const [from, to] = [first, last].map(
			({ stats: { selected } }) => `port ${selected!.local.port} to ${selected!.remote.port}`
		);
		const moved = reports.find(({ stats }) => endsOf(stats) === endsOf(last.stats))!;
		return { is: 'another', proof: `At first ${from}, now ${to}.`, seq: moved.seq };
	}
};
