import { PEER_NAMES } from '../trace/entry.ts';
import { durationWords, grouped } from '../trace/numbers.ts';
import type { PeerStats } from '../trace/view-stats';
import type { Check } from './check';
import { firstOf, shown, statsOf } from './reading.ts';

/** Milliseconds without a message after which the statistics say something. */
const QUIET = 2000;

/** Whether sound and picture arrive, so that something may be said of both. */
const hasBoth = ({ inbound }: PeerStats) =>
	['audio', 'video'].every((kind) => inbound.some((one) => one.kind === kind));

const sum = (stats: PeerStats, kind: string, key: 'frames' | 'packets') =>
	stats.inbound.reduce((total, one) => total + (one.kind === kind ? (one[key] ?? 0) : 0), 0);

/**
 * What becomes of picture and sound while nothing passes through signaling: the time between the last message
 * and the next, or the present. Media and its keys go from browser to browser (RFC 8826, 4.3; RFC 5764).
 */
export const signalingGone: Check = {
	answers: ['nothing', 'the picture freezes', 'the sound ends', 'the call ends'],
	expected: 'nothing',
	read(view, entries) {
		const all = shown(view, entries);
		const connected = PEER_NAMES.map((peer) =>
			firstOf(view.peers[peer].states.connectionState, 'connected')
		);
		if (connected.some((change) => !change)) return null;
		const both = Math.max(...connected.map((change) => change!.seq));
		const bye = all.find(({ kind, name }) => kind === 'sent' && name === 'bye');
		const until = bye?.seq ?? Infinity;
		const messages = all.filter(
			({ kind, seq }) => (kind === 'sent' || kind === 'delivered') && seq < until
		);
		const since = Math.max(both, messages.at(-1)?.seq ?? 0);
		const lost = PEER_NAMES.flatMap((peer) =>
			view.peers[peer].states.connectionState.filter(
				({ value, seq }) => value === 'failed' && seq > since && seq < until
			)
		)[0];
		if (lost) {
			return {
				is: 'the call ends',
				proof: `connectionState became failed ${durationWords(lost.at - all.find(({ seq }) => seq === since)!.at)} after the last message.`,
				seq: lost.seq
			};
		}
		const arrived = PEER_NAMES.map((peer) =>
			statsOf(all, peer).filter(({ seq, stats }) => seq > since && seq < until && hasBoth(stats))
		).find((reports) => reports.length > 0);
		const [first, last] = [arrived?.[0], arrived?.at(-1)];
		if (!first || !last || last.at - first.at < QUIET) return null;
		const frames = sum(last.stats, 'video', 'frames') - sum(first.stats, 'video', 'frames');
		const packets = sum(last.stats, 'audio', 'packets') - sum(first.stats, 'audio', 'packets');
		return {
			is: frames === 0 ? 'the picture freezes' : packets === 0 ? 'the sound ends' : 'nothing',
			proof: `In ${durationWords(last.at - first.at)} no message passed; ${grouped(frames)} frames were decoded, and ${grouped(packets)} packets of sound came.`,
			seq: last.seq
		};
	}
};
