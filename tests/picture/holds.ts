import { expect } from 'vitest';
import {
	PEER_NAMES,
	otherPeer,
	type PeerName,
	type PeerStats,
	type TraceEntry
} from '../../src/lib/trace';
import type { Picture } from '../../src/lib/ui/picture/picture';

interface Signal {
	id: number;
}

interface IceEvent {
	candidate: { candidate: string; sdpMid: string | null } | null;
}

const isOf = (entries: readonly TraceEntry[], kind: TraceEntry['kind'], name?: string) =>
	entries.filter((one) => one.kind === kind && (name === undefined || one.name === name));

/**
 * Holds a picture against the entries that it is drawn from, read here in the plainest way: every message,
 * candidate and pair is in it once, with the state that the entries give it, and nothing else is.
 */
export function expectHolds(picture: Picture, all: readonly TraceEntry[]): void {
	const begin = all.findLastIndex(({ kind }) => kind === 'attempt');
	const entries = all.slice(Math.max(0, begin));
	expectMessages(picture, entries);
	expectCandidates(picture, entries);
	expectPairs(picture, entries);
}

function expectMessages({ envelopes }: Picture, entries: readonly TraceEntry[]): void {
	const taken = new Set(
		isOf(entries, 'delivered').map(
			({ peer, data }) => `${otherPeer(peer!)} ${(data as unknown as Signal).id}`
		)
	);
	const altered = new Map(
		isOf(entries, 'altered').map(({ seq, peer, data }) => [
			`${otherPeer(peer!)} ${(data as unknown as Signal).id}`,
			seq
		])
	);
	const sent = isOf(entries, 'sent').map(({ seq, peer, data }) => ({
		sent: seq,
		from: peer,
		altered: altered.get(`${peer} ${(data as unknown as Signal).id}`) ?? null,
		state: taken.has(`${peer} ${(data as unknown as Signal).id}`) ? 'delivered' : 'waiting'
	}));
	const drawn = envelopes.map(({ sent, from, altered, state }) => ({ sent, from, altered, state }));
	expect(drawn).toEqual(sent);
}

function expectCandidates({ points }: Picture, entries: readonly TraceEntry[]): void {
	for (const owner of PEER_NAMES) {
		const gathered = isOf(entries, 'event', 'icecandidate')
			.filter((one) => one.peer === owner && (one.data as unknown as IceEvent).candidate?.candidate)
			.map(({ seq }) => seq);
		const drawn = points.filter((point) => point.owner === owner && point.seq !== null);
		expect(drawn.map(({ seq }) => seq)).toEqual(gathered);
		for (const point of drawn) {
			expect(point.knowledge === 'added', `${owner} ${point.label}: ${point.knowledge}`).toBe(
				isAdded(entries, owner, point.seq!)
			);
		}
	}
}

/** Whether the other side was given a candidate, and its browser took it. */
function isAdded(entries: readonly TraceEntry[], owner: PeerName, seq: number): boolean {
	const own = entries.find((one) => one.seq === seq)!.data as unknown as IceEvent;
	return isOf(entries, 'call', 'addIceCandidate').some(({ seq: call, peer, data }) => {
		const given = data as unknown as IceEvent['candidate'];
		return (
			peer === otherPeer(owner) &&
			given?.candidate === own.candidate!.candidate &&
			given.sdpMid === own.candidate!.sdpMid &&
			isOf(entries, 'result', 'addIceCandidate').some((one) => one.call === call)
		);
	});
}

const STATES: Readonly<Record<string, readonly string[]>> = {
	succeeded: ['answered'],
	failed: ['given up'],
	cancelled: ['given up'],
	'in-progress': ['checking'],
	waiting: ['waiting', 'checking'],
	frozen: ['waiting']
};

function expectPairs({ points, lines }: Picture, entries: readonly TraceEntry[]): void {
	const keys = new Set(points.map(({ key }) => key));
	for (const { john, jane } of lines) {
		expect(keys).toContain(john);
		expect(keys).toContain(jane);
	}
	for (const by of PEER_NAMES) {
		const stats = isOf(entries, 'stats').findLast(({ peer }) => peer === by)?.data as unknown as
			PeerStats | undefined;
		const reports = lines.flatMap((line) => line.reports.filter((report) => report.by === by));
		for (const pair of stats?.pairs ?? []) {
			const report = reports.find(({ id }) => id === pair.id);
			expect(report, `${by}’s pair ${pair.id}`).toBeDefined();
			expect(STATES[pair.state]).toContain(report!.state);
			expect(report!.nominated).toBe(pair.nominated);
			expect(report!.selected).toBe(pair.id === stats!.selected?.id);
		}
	}
}
