import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk, type LocalWalk } from '../../src/lib/call/walk';
import { keepNetwork } from '../../src/lib/rtc/keep-network';
import { NOTHING_SET } from '../../src/lib/servers/network';
import { reduce, type PeerName } from '../../src/lib/trace';
import { CALL, OPERABLE, STEPS } from '../call/course';
import { USER } from '../tools/login';

const turn = inject('turn');
const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
/** All but hanging up is performed. */
const IN_THE_CALL = moments.findIndex(
	({ step, kind }) => step === 'john-hangs-up' && kind === 'before'
);
const PATIENCE = { timeout: 20_000 };

let walk: LocalWalk;

function begin(faults?: []) {
	const sources = { john: 'pattern', jane: 'pattern' } as const;
	const input = { course: CALL, moments, at: IN_THE_CALL, sources, speed: 1 } as const;
	walk = createWalk({ ...input, ...(faults && { faults }) }, OPERABLE);
	walk.begin();
}

/** Of the pair that is used: what both ends are. */
async function usedPair(peer: PeerName) {
	const report = [...(await walk.live[peer].pc!.getStats()).values()] as RTCStats[];
	const byId = new Map(report.map((one) => [one.id, one as unknown as Record<string, unknown>]));
	const pair = [...byId.values()].find(
		(one) => one.type === 'candidate-pair' && one.state === 'succeeded' && one.nominated
	);
	const typeOf = (id: unknown) => byId.get(String(id))?.candidateType;
	return [typeOf(pair?.localCandidateId), typeOf(pair?.remoteCandidateId)];
}

const madeWith = (peer: PeerName) =>
	walk.trace.entries.find(
		(entry) => entry.peer === peer && entry.kind === 'call' && entry.name === 'RTCPeerConnection'
	)?.data;

afterEach(() => {
	walk.end();
	keepNetwork(NOTHING_SET, false);
});

describe.skipIf(turn === null)('a walk with a TURN server (needs a network address)', () => {
	const { host, port } = turn?.servers[0] ?? { host: '', port: 0 };
	const server = { urls: [`turn:${host}:${port}`], ...USER };

	beforeEach(() => {
		keepNetwork({ ...NOTHING_SET, servers: [server], policy: 'relay' }, false);
	});

	it('connects over relays alone, and pictures come', async () => {
		begin();
		for (const peer of ['john', 'jane'] as const) {
			await expect.poll(() => walk.live[peer].pc?.connectionState, PATIENCE).toBe('connected');
			await expect
				.poll(() => reduce(walk.trace.entries).peers[peer].milestones.firstFrame, PATIENCE)
				.toBeDefined();
			expect(await usedPair(peer)).toEqual(['relay', 'relay']);
		}
		const candidates = walk.trace.entries
			.filter(({ kind, name }) => kind === 'event' && name === 'icecandidate')
			.map(({ data }) => JSON.stringify(data))
			.filter((text) => text.includes(' typ '));
		expect(candidates.length).toBeGreaterThan(1);
		expect(candidates.filter((text) => !text.includes(' typ relay'))).toEqual([]);
	});

	it('has what the connections are made with in its trace, and no credential anywhere', async () => {
		begin();
		await expect.poll(() => madeWith('jane'), PATIENCE).toBeDefined();
		const shown = {
			iceServers: [{ ...server, credential: '(hidden)' }],
			iceTransportPolicy: 'relay'
		};
		expect(madeWith('john')).toEqual(shown);
		expect(madeWith('jane')).toEqual(shown);
		await expect.poll(() => walk.live.john.pc?.connectionState, PATIENCE).toBe('connected');
		expect(JSON.stringify(walk.trace.entries)).not.toContain(USER.credential);
		expect(walk.live.john.pc!.getConfiguration().iceServers).toHaveLength(1);
	});

	it('is without it where the call is one that is described with its faults', async () => {
		begin([]);
		await expect.poll(() => madeWith('john'), PATIENCE).toBeNull();
	});
});

describe('a walk without servers', () => {
	it('makes its connections with nothing, as ever', async () => {
		begin();
		await expect.poll(() => madeWith('jane'), PATIENCE).toBeNull();
		expect(madeWith('john')).toBeNull();
	});
});
