import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk, type Walk } from '../../src/lib/call/walk';

import {
	EMPTY_VIEW,
	PEER_NAMES,
	reduce,
	type PeerName,
	type SessionView
} from '../../src/lib/trace';
import { candidatesOf, pairMatrix, selectedCell, whyWinner } from '../../src/lib/trace/pairs';
import CandidateTable from '../../src/lib/ui/ice/CandidateTable.svelte';
import Dtls from '../../src/lib/ui/ice/Dtls.svelte';
import { fingerprintCheck } from '../../src/lib/ui/ice/fingerprint-check';
import PairMatrix from '../../src/lib/ui/ice/PairMatrix.svelte';
import '../../src/lib/ui/theme.css';
import { CALL, OPERABLE, STEPS } from '../call/course';

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
const at = moments.findIndex(({ step, kind }) => step === 'john-hangs-up' && kind === 'before');

let walk: Walk | undefined;

afterEach(() => {
	walk?.end();
	walk = undefined;
});

/**
 * A call of two real peers, once both statistics tell that DTLS is done and that the selected pair
 * succeeded. The controlled side selects what is nominated, which may be before its own check is answered.
 */
async function call(): Promise<Walk> {
	walk = createWalk(
		{ course: CALL, moments, at, sources: { john: 'pattern', jane: 'pattern' }, speed: 1 },
		OPERABLE
	);
	walk.begin();
	await expect
		.poll(() => PEER_NAMES.map((peer) => statsOf(peer)?.dtls?.state), { timeout: 15_000 })
		.toEqual(['connected', 'connected']);
	await expect
		.poll(() => PEER_NAMES.map((peer) => selectedCell(pairMatrix(view(), peer))?.pair?.state), {
			timeout: 15_000
		})
		.toEqual(['succeeded', 'succeeded']);
	// Checks connect the two before the last candidate is added, where the machine is slow.
	await expect
		.poll(() => walk!.snapshot.matches({ call: { attempt: 'reading' } }), { timeout: 15_000 })
		.toBe(true);
	return walk;
}

const view = (): SessionView => reduce(walk!.trace.entries);
const statsOf = (peer: PeerName) => view().peers[peer].stats;

/** The ports of the pair that the browser itself says it uses. */
async function browsersOwn(pc: RTCPeerConnection): Promise<(number | null | undefined)[]> {
	const ice = pc.getSenders()[0]!.transport!.iceTransport;
	if (ice.getSelectedCandidatePair) {
		const pair = ice.getSelectedCandidatePair();
		return [pair?.local?.port, pair?.remote?.port];
	}
	const report = await pc.getStats();
	const all: { [name: string]: unknown }[] = [];
	report.forEach((stats) => all.push(stats));
	const { selectedCandidatePairId } = all.find(({ type }) => type === 'transport') ?? {};
	const pair =
		report.get(selectedCandidatePairId as string) ??
		all.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
	return [pair.localCandidateId, pair.remoteCandidateId].map(
		(id: string) => report.get(id).port as number
	);
}

function matrixsOwn(peer: PeerName) {
	const cell = selectedCell(pairMatrix(view(), peer));
	return [cell?.pair?.local.port, cell?.pair?.remote.port];
}

describe('the matrix of a real call', () => {
	it('has the pair selected that the browser itself uses', async () => {
		const { live } = await call();
		for (const peer of PEER_NAMES) {
			await expect
				.poll(async () => [matrixsOwn(peer), await browsersOwn(live[peer].pc!)], { timeout: 5000 })
				.toSatisfy(
					([ours, theirs]) =>
						typeof ours[0] === 'number' && ours[0] === theirs[0] && ours[1] === theirs[1]
				);
		}
	});

	it('has a row or a column for every candidate that can be of use, and for each end of a pair', async () => {
		await call();
		for (const peer of PEER_NAMES) {
			const now = view();
			const { rows, columns, paired } = pairMatrix(now, peer);
			const placed = paired.filter(({ dropped }) => !dropped);
			expect(placed).toHaveLength(now.peers[peer].stats!.pairs.length);
			expect(rows.filter(({ known }) => known === null && peer === 'john')).toEqual([]);
			const known = candidatesOf(now, peer, 'remote').length;
			expect(known).toBeGreaterThan(0);
			expect(columns.length).toBeGreaterThan(0);
			for (const { origin } of columns.filter((one) => one.known === null)) {
				expect(origin).toMatch(/^Peer reflexive/);
			}
		}
	});

	it('says in one sentence why the winner won, which John nominated', async () => {
		await call();
		for (const peer of PEER_NAMES) {
			const sentence = whyWinner(view(), peer);
			expect(sentence).toMatch(/[LR]p?\d+ → [LR]p?\d+/);
			expect(sentence).toMatch(/John, the controlling side,/);
			expect(sentence).toMatch(/^[^.]*(\([^)]*\)[^.]*)*\.$/);
		}
	});
});

describe('the check of fingerprints in a real call', () => {
	it('is the same at both sides, and different when a description or a certificate is another', async () => {
		await call();
		for (const peer of PEER_NAMES) {
			const now = view();
			const check = fingerprintCheck(now, peer);
			expect(check.remote.verdict, check.remote.source).toBe('same');
			expect(check.local.verdict, check.local.source).toBe('same');
			expect(check.verdict).toBe('same');

			const flip = (text: string) =>
				text.replace(/[0-9A-F]$/, (digit) => (digit === '0' ? '1' : '0'));
			const changedSdp = structuredClone(now);
			const remote = changedSdp.peers[peer].descriptions.currentRemoteDescription!;
			remote.sdp = remote.sdp.replace(
				/(a=fingerprint:\S+ )(\S+)/g,
				(_, name, hash) => name + flip(hash)
			);
			expect(fingerprintCheck(changedSdp, peer).verdict).toBe('different');

			const otherCertificate = structuredClone(now);
			const shown = otherCertificate.peers[peer].stats!.dtls!.remoteCertificate!;
			shown.fingerprint = flip(shown.fingerprint);
			expect(fingerprintCheck(otherCertificate, peer).verdict).toBe('different');
		}
	});
});

describe('the components of a real call', () => {
	it('show the selected pair, open it, and open others when they are pressed', async () => {
		await call();
		const target = document.body.appendChild(document.createElement('div'));
		const component = mount(PairMatrix, { target, props: { view: view(), peer: 'john' } });
		flushSync();
		const pressed = () => target.querySelector('button[aria-pressed="true"]')?.ariaLabel;
		expect(pressed()).toMatch(/: succeeded, selected$/);
		const none = [...target.querySelectorAll<HTMLElement>('td button')].find((button) =>
			button.ariaLabel?.endsWith('no pair')
		);
		none?.click();
		flushSync();
		if (none) expect(pressed()).toMatch(/no pair$/);
		await unmount(component);
		target.remove();
	});

	it('show every candidate, explained when it is opened, and the certificates', async () => {
		const { trace } = await call();
		const target = document.body.appendChild(document.createElement('div'));
		const props = { view: view(), peer: 'jane' as const, entries: trace.entries };
		const components = [mount(CandidateTable, { target, props }), mount(Dtls, { target, props })];
		flushSync();
		const buttons = [...target.querySelectorAll<HTMLElement>('button[aria-expanded]')];
		const known = (['local', 'remote'] as const).map((side) => candidatesOf(view(), 'jane', side));
		expect(buttons).toHaveLength(known.flat().length);
		buttons[0]!.click();
		flushSync();
		expect(target.textContent).toMatch(/\d+ = \d+ × 2\^24 \+ \d+ × 2\^8/);
		expect(target.querySelectorAll('.verdict.same')).toHaveLength(2);
		for (const component of components) await unmount(component);
		target.remove();
	});
});

describe('the tables of candidates', () => {
	it('keep their heading in sight on a narrow screen, however far they are scrolled', async () => {
		const target = document.body.appendChild(document.createElement('div'));
		target.style.width = '320px';
		const props = { view: EMPTY_VIEW, peer: 'john' as const, entries: [] };
		const component = mount(CandidateTable, { target, props });
		flushSync();
		const region = target.querySelector<HTMLElement>('[role=region]')!;
		const heading = region.querySelector<HTMLElement>('caption > div')!;
		expect(region.scrollWidth).toBeGreaterThan(region.clientWidth + 40);
		for (const left of [0, 40]) {
			region.scrollLeft = left;
			const [inner, outer] = [heading, region].map((one) => one.getBoundingClientRect());
			expect(inner!.left).toBeCloseTo(outer!.left, 0);
			expect(inner!.right).toBeLessThanOrEqual(outer!.right + 0.5);
		}
		await unmount(component);
		target.remove();
	});
});
