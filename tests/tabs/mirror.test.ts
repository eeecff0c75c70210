import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import type { Message, MessageOf, Standing } from '../../src/lib/tabs/messages';
import { Mirror } from '../../src/lib/tabs/mirror';
import { Trace, type TraceEntry } from '../../src/lib/trace';
import { CALL } from '../call/course';

const MOMENTS = momentsOf(CALL, [
	{ slug: 'opening', step: null },
	{ slug: 'thanks', step: null }
]);

/** A mirror that follows the tab `a`, and what it has said. */
function following(host = 'a', hostIsSilent = () => false) {
	const said: Message[] = [];
	const trace = new Trace();
	const mirror = new Mirror({
		trace,
		course: CALL,
		moments: MOMENTS,
		post: (message) => said.push(message),
		hostIsSilent,
		stood: () => {}
	});
	mirror.follow(host, 1);
	return { mirror, trace, said };
}

/** What a host has recorded. */
function recorded(count: number): TraceEntry[] {
	const trace = new Trace();
	trace.record({ kind: 'attempt', name: 'fresh peers', peer: null, data: { reason: 'start' } });
	for (let index = 1; index < count; index += 1) {
		trace.record({ kind: 'call', name: 'createOffer', peer: 'john' });
	}
	return [...trace.entries];
}

const entriesOf = (entries: unknown[], to: string | null = null): MessageOf<'entries'> => ({
	type: 'entries',
	term: 1,
	to,
	entries
});

function standingAt(at: number, length: number): MessageOf<'standing'> {
	const standing: Standing = {
		value: { call: { attempt: 'reading' }, pace: 'paused' },
		context: {
			at,
			done: 0,
			goal: 0,
			then: 'stay',
			reason: 'start',
			waiting: [],
			stale: null,
			error: null,
			deeds: [],
			applied: 0,
			sources: { john: 'pattern', jane: 'pattern' },
			speed: 1,
			pace: 200,
			absent: [],
			cursor: null
		}
	};
	return { type: 'standing', term: 1, to: null, length, standing };
}

describe('the mirror of a walk', () => {
	it('asks again where an answer does not fit, as where it was overtaken, but not for ever', () => {
		const { mirror, said } = following();
		const answer = { ...standingAt(1, 3), to: 'me' };
		for (let time = 0; time < 10; time += 1) {
			mirror.hear(entriesOf(recorded(2), 'me'), 'a');
			mirror.hear(answer, 'a');
		}
		expect(said).toHaveLength(3);
		mirror.hear(entriesOf(recorded(3), 'me'), 'a');
		mirror.hear(answer, 'a');
		expect(mirror.isInStep).toBe(true);
	});

	it('asks a host for everything, and is in step when it knows it', () => {
		const { mirror, trace, said } = following();
		expect(said).toEqual([{ type: 'sync', host: 'a' }]);
		expect(mirror.isInStep).toBe(false);
		const entries = recorded(3);
		expect(mirror.hear(entriesOf(entries, 'me'), 'a')).toBe(null);
		expect(mirror.hear(standingAt(1, 3), 'a')).toBe(null);
		expect(mirror.isInStep).toBe(true);
		expect(mirror.snapshot.context.at).toBe(1);
		expect(trace.entries).toEqual(entries);
	});

	it('follows the later of two hosts', () => {
		const { mirror, said } = following();
		mirror.follow('b', 2);
		mirror.follow('c', 1);
		expect(mirror.host).toBe('b');
		expect(said.at(-1)).toEqual({ type: 'sync', host: 'b' });
	});

	it('has no host once that is gone, and keeps what it knows', () => {
		const { mirror, trace } = following();
		mirror.hear(entriesOf(recorded(2), 'me'), 'a');
		mirror.hear(standingAt(1, 2), 'a');
		mirror.gone('z');
		expect(mirror.host).toBe('a');
		mirror.gone('a');
		expect([mirror.host, mirror.isInStep, trace.entries.length]).toEqual([null, true, 2]);
	});

	it('follows whoever comes after its host is gone, whatever their clocks say', () => {
		const { mirror, said } = following();
		mirror.follow('b', 9);
		mirror.gone('b');
		mirror.follow('c', 5);
		expect(mirror.host).toBe('c');
		expect(said.at(-1)).toEqual({ type: 'sync', host: 'c' });
	});

	it('asks again where it has missed something', () => {
		const { mirror, said } = following();
		mirror.hear(entriesOf(recorded(2), 'me'), 'a');
		mirror.hear(standingAt(0, 2), 'a');
		mirror.hear(standingAt(0, 5), 'a');
		expect(mirror.isInStep).toBe(false);
		expect(said.filter(({ type }) => type === 'sync').length).toBe(2);
	});

	it('could go on from what it knew while it asks again, until it is told anew', () => {
		const { mirror, trace } = following();
		expect(mirror.isWhole).toBe(false);
		mirror.hear(entriesOf(recorded(2), 'me'), 'a');
		expect(mirror.isWhole).toBe(false);
		mirror.hear(standingAt(1, 2), 'a');
		expect(mirror.isWhole).toBe(true);
		// A host that came back from behind a broker is asked for everything, and may go before it answers.
		mirror.gone('a');
		mirror.follow('b', 2);
		mirror.hear(standingAt(0, 5), 'b');
		mirror.gone('b');
		expect([mirror.isInStep, mirror.isWhole]).toEqual([false, true]);
		expect([mirror.snapshot.context.at, trace.entries.length]).toEqual([1, 2]);
		mirror.follow('c', 3);
		mirror.hear(entriesOf(recorded(4), 'me'), 'c');
		expect(mirror.isWhole).toBe(false);
		mirror.hear(standingAt(0, 4), 'c');
		expect([mirror.isInStep, mirror.isWhole]).toEqual([true, true]);
	});

	it('begins anew where everything is told again', () => {
		const { mirror, trace } = following();
		mirror.hear(entriesOf(recorded(4), 'me'), 'a');
		mirror.hear(entriesOf(recorded(2), 'me'), 'a');
		expect(trace.entries.length).toBe(2);
	});

	it('listens to nobody else, and does not call that a fault', () => {
		const { mirror, trace } = following();
		expect(mirror.hear(entriesOf(recorded(2)), 'z')).toBe(null);
		expect(trace.entries).toEqual([]);
	});

	it.each([
		['an entry of an unknown kind', [{ ...recorded(1)[0], kind: 'magic' }]],
		['an entry that settles no call', [{ ...recorded(1)[0], kind: 'result', call: 7 }]],
		['no entry at all', [null]],
		['an entry without its number', [{ ...recorded(1)[0], seq: 'first' }]]
	])('says that it has left aside %s', (_, entries) => {
		const { mirror, trace } = following();
		expect(mirror.hear(entriesOf(entries, 'me'), 'a')).toBe('malformed');
		expect(trace.entries).toEqual([]);
	});

	it('says that it has left aside a moment that there is not', () => {
		const { mirror } = following();
		expect(mirror.hear(standingAt(99, 0), 'a')).toBe('malformed');
		expect(mirror.isInStep).toBe(false);
	});

	it('waits for an answer to what was wished, with what was seen', () => {
		const { mirror, said } = following();
		mirror.hear(entriesOf(recorded(1), 'me'), 'a');
		mirror.wish({ type: 'next' });
		expect(said.at(-1)).toEqual({
			type: 'wish',
			wish: { type: 'next' },
			seen: { at: 0, cursor: null }
		});
		expect(mirror.isUnanswered).toBe(true);
		mirror.hear(standingAt(1, 1), 'a');
		expect(mirror.isUnanswered).toBe(false);
	});

	it('passes on every press while the host answers, and none twice while it does not', () => {
		let isSilent = false;
		const { mirror, said } = following('a', () => isSilent);
		mirror.hear(entriesOf(recorded(1), 'me'), 'a');
		const wished = () => said.flatMap((one) => (one.type === 'wish' ? [one.wish.type] : []));
		mirror.wish({ type: 'next' });
		mirror.wish({ type: 'next' });
		expect(wished()).toEqual(['next', 'next']);
		isSilent = true;
		mirror.wish({ type: 'next' });
		mirror.wish({ type: 'show', change: { isBlack: true } });
		mirror.wish({ type: 'back' });
		mirror.wish({ type: 'back' });
		expect(wished()).toEqual(['next', 'next', 'show', 'back']);
		mirror.hear(standingAt(1, 1), 'a');
		mirror.wish({ type: 'next' });
		expect(wished().at(-1)).toBe('next');
	});
});
