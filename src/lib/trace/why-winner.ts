import { otherPeer, type PeerName } from './entry';
import { NAMES } from './names';
import { NO_NUMBER } from './numbers';
import {
	controllingOf,
	exactPriority,
	obstaclesTo,
	pairMatrix,
	roleOf,
	selectedCell
} from './pair-matrix';
import type { SessionView } from './view';
import type { PeerView } from './view-peer';
import type { Checks, PairStats } from './view-stats';

/** The states of a pair (webrtc-stats, `RTCStatsIceCandidatePairState`) as they stand in a sentence. */
const STATES: ReadonlyMap<string, [one: string, many: string]> = new Map([
	['frozen', ['1 is frozen', 'are frozen']],
	['waiting', ['1 waits for its check', 'wait for their checks']],
	['in-progress', ['1 is being checked', 'are being checked']],
	['failed', ['1 failed', 'failed']],
	['succeeded', ['1 works', 'work']],
	['cancelled', ['1 was cancelled', 'were cancelled']]
]);

/** `2 failed, 1 is being checked`. */
function count(pairs: readonly PairStats[]): string {
	const states = [...new Set(pairs.map(({ state }) => state))];
	return states
		.map((state) => {
			const number = pairs.filter((pair) => pair.state === state).length;
			const [one, many] = STATES.get(state) ?? [`1 is ${state}`, `are ${state}`];
			return number === 1 ? one : `${number} ${many}`;
		})
		.join(', ');
}

/** How many checks were sent and answered, as far as that is reported. */
function checksOf(pairs: readonly PairStats[]): string {
	const sum = (name: keyof Checks) =>
		pairs.reduce((total, { checks }) => total + (checks?.[name] ?? 0), 0);
	if (pairs.every(({ checks }) => checks?.requestsSent === undefined)) return '';
	const [sent, answered] = [sum('requestsSent'), sum('responsesReceived')];
	const checks = sent === 1 ? 'one check was sent' : `${sent} checks were sent`;
	return ` In all ${checks}, and ${answered === 0 ? 'none' : answered} answered.`;
}

const amountOf = (count: number) => (count === 1 ? 'one' : `${count}`);

/** `2, which were failed when they were reported last`; `3, of which 2 were failed, 1 was frozen when …`. */
function lastKnown(pairs: readonly PairStats[]): string {
	const counts = new Map<string, number>();
	for (const { state } of pairs) counts.set(state, (counts.get(state) ?? 0) + 1);
	const states = [...counts].map(([state, amount]) => {
		const subject = counts.size === 1 ? 'which' : `${amount}`;
		return `${subject} ${amount === 1 ? 'was' : 'were'} ${state}`;
	});
	const when = pairs.length === 1 ? 'it was reported last' : 'they were reported last';
	return `${amountOf(pairs.length)}, ${counts.size === 1 ? '' : 'of which '}${states.join(', ')} when ${when}`;
}

/** Why a peer has no pair at all, and whether it can get one. */
function whyNone(view: SessionView, peer: PeerName): string {
	const whose = `${NAMES[peer]}’s browser`;
	const { droppedPairs } = view.peers[peer];
	if (droppedPairs.length > 0) {
		return `${whose} reports no pair any more: it dropped ${lastKnown(droppedPairs)}.${checksOf(droppedPairs)}`;
	}
	const matrix = pairMatrix(view, peer);
	const lacking = [
		...(matrix.rows.length === 0 ? [NAMES[peer]] : []),
		...(matrix.columns.length === 0 ? [NAMES[otherPeer(peer)]] : [])
	];
	if (lacking.length > 0) {
		return `${whose} reports no pair: a pair needs a candidate of each side, and none of ${lacking.join('’s and none of ')}’s is known.`;
	}
	const obstacles = obstaclesTo(matrix);
	if (obstacles.length === 0)
		return `${whose} reports no pair so far, though there are candidates of both sides.`;
	return `No pair is possible: none of ${NAMES[peer]}’s candidates can reach one of ${NAMES[otherPeer(peer)]}’s. ${obstacles.join(' ')}`;
}

/** How a connection ended without a pair that was selected; null while it has not. */
function endOf({ states }: PeerView): string | null {
	const [state, ice] = [
		states.connectionState.at(-1)?.value,
		states.iceConnectionState.at(-1)?.value
	];
	if (state === 'failed' || ice === 'failed') return 'the connection failed';
	return state === 'closed' ? 'the connection was closed' : null;
}

/** Why the selected pair of a peer was selected, in one sentence; where none is, how things stand. */
export function whyWinner(view: SessionView, peer: PeerName): string {
	const { stats, droppedPairs } = view.peers[peer];
	const whose = `${NAMES[peer]}’s browser`;
	if (stats === null) {
		return `Nothing is known of ${NAMES[peer]}’s pairs: statistics tell of them, and none have been read.`;
	}
	const { pairs, selected } = stats;
	if (selected === null) {
		if (pairs.length === 0) return whyNone(view, peer);
		const end = endOf(view.peers[peer]);
		return end === null
			? `No pair is selected yet: of ${pairs.length}, ${count(pairs)}.`
			: `No pair was selected before ${end}. There ${pairs.length === 1 ? 'was' : 'were'} ${lastKnown(pairs)}.${checksOf(pairs)}`;
	}
	const winner = pairs.find(({ id }) => id === selected.id);
	const cell = selectedCell(pairMatrix(view, peer));
	if (winner === undefined || cell === null) {
		return `${whose} names the pair ${selected.id} as the selected one, but reports nothing else about it.`;
	}
	const label = `${cell.local.label} → ${cell.remote.label}`;
	const others = pairs.filter((pair) => pair !== winner);
	const working = others.filter(({ state }) => state === 'succeeded');
	const chosen = nomination(view, peer, winner);
	if (others.length === 0) {
		const left =
			droppedPairs.length > 0
				? `that ${whose} still reports (it dropped ${amountOf(droppedPairs.length)})`
				: `that ${whose} reports`;
		return `${label} is the only pair ${left}, its checks succeeded, and ${chosen}.`;
	}
	if (working.length === 0) {
		return `${label} is the only one of ${pairs.length} pairs that works (of the others, ${count(others)}), and ${chosen}.`;
	}
	return among(view, peer, winner, working, label, chosen);
}

/** Who nominated, as far as that is known (RFC 8445, 8.1.1). */
function nomination(view: SessionView, peer: PeerName, winner: PairStats): string {
	const controlling = controllingOf(view, peer);
	const who =
		controlling === null ? 'the controlling side' : `${NAMES[controlling]}, the controlling side,`;
	return winner.nominated ? `${who} nominated it` : `${who} selected it before it was nominated`;
}

/** Of several pairs that work: by priority, or against it. */
function among(
	view: SessionView,
	peer: PeerName,
	winner: PairStats,
	working: readonly PairStats[],
	label: string,
	chosen: string
): string {
	const role = roleOf(view.peers[peer]);
	const own = exactPriority(winner, role);
	const best = working
		.map((pair) => ({ pair, priority: exactPriority(pair, role) }))
		.reduce((a, b) => ((b.priority ?? -1n) > (a.priority ?? -1n) ? b : a));
	const many = `Of ${working.length + 1} pairs that work`;
	if (own === null || best.priority === null) {
		return `${many}, ${label} is the selected one since ${chosen}; the browser does not report the priorities by which they could be compared.`;
	}
	if (own > best.priority) {
		const [g, d] = byRole(winner, role === 'controlling');
		return `${many}, ${label} has the highest priority, 2³² × ${Math.min(g, d)} + 2 × ${Math.max(g, d)} + ${g > d ? 1 : 0} = ${own}, before ${best.priority}, and ${chosen}.`;
	}
	const [mine, theirs] = [winner.roundTripTime, best.pair.roundTripTime];
	const faster =
		mine !== undefined && theirs !== undefined && mine < theirs
			? ` and answers faster now, in ${inMs(mine)} instead of ${inMs(theirs)}`
			: '';
	return own === best.priority
		? `${many}, ${label} shares the highest priority, ${own}${faster}, and ${chosen}.`
		: `${many}, ${label} does not have the highest priority (${own}, another has ${best.priority})${faster}, but ${chosen}: the controlling side may choose any pair that works (RFC 8445, 8.1.1).`;
}

/** The priorities of the controlling side's candidate, G, and the other's, D (RFC 8445, 6.1.2.3). */
function byRole({ local, remote }: PairStats, controlling: boolean): [number, number] {
	const [mine, theirs] = [local.priority ?? 0, remote.priority ?? 0];
	return controlling ? [mine, theirs] : [theirs, mine];
}

const inMs = (seconds: number) =>
	Number.isFinite(seconds) ? `${Math.round(seconds * 10_000) / 10} ms` : `${NO_NUMBER} ms`;

/** What a browser does not report of its pairs, in sentences; none while there are no pairs. */
export function notReported(view: SessionView, peer: PeerName): string[] {
	const { stats } = view.peers[peer];
	if (stats === null || stats.pairs.length === 0) return [];
	const lacks = (name: keyof Checks) =>
		stats.pairs.every(({ checks }) => checks?.[name] === undefined);
	const whose = `${NAMES[peer]}’s browser does not report`;
	const ends = stats.pairs.flatMap(({ local, remote }) => [local, remote]);
	const missing = [
		lacks('requestsSent') &&
			`${whose} how many checks it sent${lacks('responsesReceived') ? ' and how many were answered' : ', only how many were answered'}.`,
		lacks('requestsReceived') &&
			lacks('responsesSent') &&
			`${whose} how many checks arrived and how many it answered.`,
		stats.pairs.every(({ roundTripTime }) => roundTripTime === undefined) &&
			`${whose} the round-trip time of its pairs.`,
		ends.some(({ address }) => address === null) &&
			`${whose} every address: it hides those that signaling did not bring to the page.`,
		stats.ice?.role === undefined &&
			`${whose} which side is controlling; the one that made the offer is taken to be.`
	];
	return missing.filter((one) => one !== false);
}
