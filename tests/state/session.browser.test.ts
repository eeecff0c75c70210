import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keep, recall } from '../../src/lib/state/kept';
import { sessionFile } from '../../src/lib/state/session-file';
import type { SessionWishes } from '../../src/lib/state/session-wishes';
import { Session } from '../../src/lib/state/session.svelte';

import { stateOf, stepsDone, type TraceEntry } from '../../src/lib/trace';
import type { TraceFile } from '../../src/lib/trace/file';
import { CALL, STEPS } from '../call/course';

const SLIDES = [
	{ slug: 'opening', step: null },
	...STEPS.map(({ id }) => ({ slug: id, step: id })),
	{ slug: 'thanks', step: null }
];

let session: Session | undefined;

beforeEach(() => {
	localStorage.clear();
	localStorage.setItem('parley:sources', JSON.stringify({ john: 'pattern', jane: 'pattern' }));
});
afterEach(() => {
	session?.end();
	session = undefined;
	localStorage.clear();
});

/** A session that was opened at a slide and has come to rest there. */
async function opened(slug = 'opening', wishes: SessionWishes = {}) {
	session = new Session(CALL, SLIDES, slug);
	await session.start(slug, null, wishes);
	await rested(session);
	return session;
}

async function rested(one: Session) {
	await expect.poll(() => one.busy, { timeout: 15_000 }).toBe(false);
}

async function next(one: Session, times = 1) {
	for (let press = 0; press < times; press += 1) {
		one.send({ type: 'next' });
		await rested(one);
	}
}

describe('a session before the page is alive', () => {
	it('shows the slide that was asked for, and lets nothing be pressed', () => {
		session = new Session(CALL, SLIDES, 'john-creates-offer');
		expect(session.started).toBe(false);
		expect(session.moment).toMatchObject({ slug: 'john-creates-offer', kind: 'before' });
		expect(session.busy).toBe(true);
		expect(session.can({ type: 'next' })).toBe(false);
		session.send({ type: 'next' });
		expect(session.entries).toEqual([]);
	});

	it('shows the first slide where the slide is unknown', () => {
		session = new Session(CALL, SLIDES, 'nowhere');
		expect(session.moment.slug).toBe('opening');
	});
});

describe('a session', () => {
	it('shows the live end of the trace while the learner is there', async () => {
		const one = await opened('john-creates-offer');
		await next(one);
		expect(one.moment.kind).toBe('after');
		expect(one.looksBack).toBe(false);
		expect(one.view).toBe(one.head);
		expect(one.head.length).toBe(one.entries.length);
		expect(stepsDone(one.view)).toBe(4);
	});

	it('shows the past after Back: only what was there before the step', async () => {
		const one = await opened('john-sends-offer');
		one.send({ type: 'back' });
		one.send({ type: 'back' });
		expect(one.looksBack).toBe(true);
		expect(stepsDone(one.view)).toBe(4);
		expect(stateOf(one.view.peers.john, 'signalingState')).toBe('stable');
		expect(stateOf(one.head.peers.john, 'signalingState')).toBe('have-local-offer');
	});

	it('shows the moment of the entry that the cursor is on', async () => {
		const one = await opened('john-creates-offer');
		one.send({ type: 'cursor.set', seq: 2 });
		expect([one.length, one.view.length]).toEqual([3, 3]);
		one.send({ type: 'next' });
		expect(one.looksBack).toBe(false);
	});

	it('has its peers and its trace for the console', async () => {
		const one = await opened('john-creates-offer');
		expect(one.console.john).toBeInstanceOf(RTCPeerConnection);
		expect(one.console.jane).toBeNull();
		expect(one.console.trace).toBe(one.entries);
	});

	it('knows the states of the machines of both peers', async () => {
		const one = await opened('john-sends-offer');
		expect(one.machineOf('john')).toMatchObject({ signaling: 'have-local-offer' });
		expect(one.machineOf('jane')).toMatchObject({ signaling: 'absent' });
	});

	it('keeps the place, the sources and the speed for the next visit', async () => {
		const one = await opened('john-creates-peer-connection');
		await next(one, 2);
		expect(recall('place')).toEqual({ slug: 'john-gets-media', kind: 'before' });
		one.send({ type: 'source.choose', peer: 'jane', source: 'none' });
		one.send({ type: 'speed.choose', speed: 2 });
		expect(recall('sources')).toEqual({ john: 'pattern', jane: 'none' });
		expect(recall('speed')).toBe(2);
	});

	it('forgets what another page of this tab had on its screen', async () => {
		keep('screen', { isBlack: true, isMasked: true, isRecorded: false });
		const one = await opened();
		expect([one.isBlack, one.isMasked]).toEqual([false, false]);
		expect(recall('screen')).toMatchObject({ isBlack: false, isMasked: false });
	});

	it('opens a slide at its end where its step is performed, else before it', async () => {
		const one = await opened('john-sends-offer');
		expect(one.moments[one.momentOf('john-creates-offer')]).toMatchObject({ kind: 'after' });
		expect(one.moments[one.momentOf('john-sends-offer')]).toMatchObject({ kind: 'before' });
		expect(one.moments[one.headMoment]).toMatchObject({
			slug: 'john-sets-local-description',
			kind: 'after'
		});
	});

	it('replays with the test pattern where the camera was never used', async () => {
		localStorage.setItem('parley:sources', JSON.stringify({ john: 'camera', jane: 'pattern' }));
		const one = await opened('john-creates-offer');
		expect(one.context.sources.john).toBe('pattern');
		expect(recall('sources')).toEqual({ john: 'camera', jane: 'pattern' });
	});

	it('ends with no live peer and no track in use', async () => {
		const one = await opened('jane-creates-answer');
		const { john, jane } = one.console;
		const tracks = [one.live.john.local!, one.live.jane.local!].flatMap((s) => s.getTracks());
		one.end();
		expect([john!.signalingState, jane!.signalingState]).toEqual(['closed', 'closed']);
		expect(tracks.map(({ readyState }) => readyState)).toEqual(tracks.map(() => 'ended'));
		expect([one.console.john, one.console.jane]).toEqual([null, null]);
	});
});

/** Addresses as they stand in candidates of these entries. */
const addressesIn = (entries: readonly TraceEntry[]) => [
	...new Set(
		[...JSON.stringify(entries).matchAll(/candidate:(?:\S+ ){4}(\S+)/g)].map(([, one]) => one!)
	)
];

describe('a session that is masked', () => {
	it('has one mask for a value, on the screen and in what is taken away', async () => {
		const one = await opened('john-sends-candidate');
		await expect.poll(() => addressesIn(one.entries).length).toBeGreaterThan(0);
		const before = await one.taken(true);
		expect(await one.taken(false)).toEqual(one.entries);
		one.isMasked = true;
		await expect.poll(() => one.isCovered).toBe(false);
		const { entries } = one;
		expect(entries.slice(0, before.length)).toEqual(before);
		expect((await one.taken(false)).slice(0, before.length)).toEqual(before);
		expect((await one.taken(true)).slice(0, before.length)).toEqual(before);
		const shown = addressesIn(entries);
		for (const address of addressesIn(one.console.trace)) expect(shown).not.toContain(address);
	});

	it('is saved as masked where it is masked while it is written', async () => {
		const one = await opened('john-sends-candidate');
		const saved = sessionFile(one, false);
		one.isMasked = true;
		const file = JSON.parse((await saved).join('')) as TraceFile;
		expect(file.masked).toBe(true);
		expect(addressesIn(file.entries)).toEqual(
			addressesIn(one.entries.slice(0, file.entries.length))
		);
	});

	it('does not quote what the browser was given where that refuses it', async () => {
		const quotes = vi
			.spyOn(RTCPeerConnection.prototype, 'createOffer')
			.mockRejectedValue(new DOMException('No: 10.1.2.3 is unknown', 'OperationError'));
		try {
			const one = await opened('john-creates-offer');
			await next(one);
			expect(one.context.error?.error.message).toContain('10.1.2.3');
			one.isMasked = true;
			await expect.poll(() => one.isCovered).toBe(false);
			expect(one.context.error?.error).toEqual({
				name: 'OperationError',
				message: 'No: 192.0.2.1 is unknown',
				attempted: 'createOffer'
			});
		} finally {
			quotes.mockRestore();
		}
	});
});

describe('a recorded call', () => {
	it('that comes late performs the step that failed, whatever was pressed until then', async () => {
		const failing = vi
			.spyOn(RTCPeerConnection.prototype, 'createOffer')
			.mockRejectedValue(new DOMException('no', 'OperationError'));
		try {
			let comes: (entries: readonly TraceEntry[]) => void = () => {};
			const coming = new Promise<readonly TraceEntry[]>((resolve) => (comes = resolve));
			const one = await opened('john-creates-offer', { recording: () => coming });
			await next(one);
			expect(one.context.error).not.toBeNull();
			const chosen = one.chooseRecorded(true);
			await next(one);
			expect(one.context.error).not.toBeNull();
			comes([]);
			await chosen;
			await rested(one);
			expect(one.moment).toMatchObject({ slug: 'john-creates-offer', kind: 'after' });
			expect([one.isRecorded, one.context.error]).toEqual([true, null]);
			expect(one.head.reason).toBe('recorded');
		} finally {
			failing.mockRestore();
		}
	});
});

describe('a recorded call that is asked for twice while it is on its way', () => {
	it('takes the place of the peers once', async () => {
		let comes: (entries: readonly TraceEntry[]) => void = () => {};
		const coming = new Promise<readonly TraceEntry[]>((resolve) => (comes = resolve));
		const one = await opened('john-creates-offer', { recording: () => coming });
		const chosen = [one.chooseRecorded(true), one.chooseRecorded(true)];
		comes([]);
		await Promise.all(chosen);
		await rested(one);
		expect(one.isRecorded).toBe(true);
		expect(one.head.attempt).toBe(2);
	});
});

describe('an earlier visit', () => {
	const place = (slug: string, kind = 'before') =>
		localStorage.setItem('parley:place', JSON.stringify({ slug, kind }));

	it('is offered to go on from, at the first slide', async () => {
		place('john-sends-offer');
		const one = await opened();
		expect(one.lastPlace).toMatchObject({ slug: 'john-sends-offer', kind: 'before' });
		await one.returnToLastPlace();
		await rested(one);
		expect(one.moment).toMatchObject({ slug: 'john-sends-offer', kind: 'before' });
		expect(stepsDone(one.head)).toBe(5);
		expect(one.lastPlace).toBeNull();
	});

	it('goes on with the test pattern, without a question, where the camera was never used', async () => {
		localStorage.setItem('parley:sources', JSON.stringify({ john: 'camera', jane: 'pattern' }));
		place('john-sends-offer');
		const one = await opened();
		await one.returnToLastPlace();
		await rested(one);
		expect(one.head.calls.map(({ name }) => name)).not.toContain('getUserMedia');
		expect(stepsDone(one.head)).toBe(5);
	});

	it('is not offered once something is done', async () => {
		place('john-sends-offer');
		const one = await opened();
		await next(one);
		expect(one.lastPlace).toBeNull();
	});

	it('is not offered once it is declined', async () => {
		place('john-sends-offer');
		const one = await opened();
		one.forgetLastPlace();
		expect(one.lastPlace).toBeNull();
	});

	it('is not offered on a slide that was asked for by its address', async () => {
		place('john-sends-offer');
		expect((await opened('john-gets-media')).lastPlace).toBeNull();
	});

	it('that stopped on a slide that no longer exists is not offered', async () => {
		place('gone');
		expect((await opened()).lastPlace).toBeNull();
	});

	it('that never was is not offered', async () => {
		expect((await opened()).lastPlace).toBeNull();
	});
});
