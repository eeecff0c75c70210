import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { RecordedCall } from '../../src/lib/call/recorded-call';
import { createWalkActor } from '../../src/lib/call/walk-actor';
import { Trace } from '../../src/lib/trace';
import { read } from '../deck/content';
import { shipped } from '../trace-file/shipped';
import { told } from './told';

const SOURCES = { john: 'pattern', jane: 'pattern' } as const;
const { lessons } = read('content');
/** What ICE knows a peer by (RFC 8839, 5.4), in a description and in a candidate. */
const CREDENTIAL = /(?:ice-ufrag:|ice-pwd:|\bufrag |usernameFragment\\*":\\*")([^\s\\"]+)/g;
/** Bytes of a hash are two digits each (RFC 8122, 5): no address has as many. */
const isNoFingerprint = (one: string) => !/(?:[\da-f]{2}:){15,}/i.test(one);
/** Put in the place of a name that hides an address (RFC 8828), and numbered as such. */
const MASKED_NAME = /^00000000-0000-4000-8000-\d{12}\.local$/;

const recordingOf = (recording: string | null) => shipped(recording!.replace(/^samples\//, ''));

describe.each(lessons)('the recording of the lesson “$slug”', ({ course, recording }) => {
	it('is of one call, in which each of its steps was performed, in their order', () => {
		const { entries } = recordingOf(recording);
		const done = entries.filter(({ kind, name }) => kind === 'step' && name === 'end');
		expect(done.map(({ step }) => step)).toEqual(course.steps.map(({ id }) => id));
		expect(new Set(entries.map(({ attempt }) => attempt))).toEqual(new Set([1]));
	});

	it('has no address and no credential of the machine that it was made on', () => {
		const file = recordingOf(recording);
		expect(file.masked).toBe(true);
		const text = JSON.stringify(file.entries);
		const addresses = text.match(/\b\d+\.\d+\.\d+\.\d+\b/g) ?? [];
		for (const [, secret] of text.matchAll(CREDENTIAL)) expect(secret).toMatch(/^m\d+$/);
		expect(text.match(/\b(?:[\da-f]{1,4}:){4,}[\da-f:]+/gi)?.filter(isNoFingerprint) ?? []).toEqual(
			[]
		);
		for (const address of addresses) expect(address).toMatch(/^(192\.0\.2\.|127\.|0\.0\.0\.0)/);
		for (const [name] of text.matchAll(/[\w-]+\.local\b/g)) expect(name).toMatch(MASKED_NAME);
	});

	it('is played by Next alone, with everything that was recorded of its steps', () => {
		const { entries } = recordingOf(recording);
		const trace = new Trace();
		const played = new RecordedCall(entries, trace);
		const moments = momentsOf(
			course,
			course.steps.map(({ id }) => ({ slug: id, step: id }))
		);
		const actor = createWalkActor(
			{ input: { course, moments, at: 0, sources: SOURCES, speed: 1 } },
			{ trace, open: (peer, tell) => played.open(peer, tell), fresh() {}, settled() {} }
		);
		actor.start();
		actor.send({ type: 'begin' });
		for (let press = 1; press < moments.length; press += 1) actor.send({ type: 'next' });
		expect(actor.getSnapshot().context.at).toBe(moments.length - 1);
		const own = entries.filter(({ step }) => step !== null);
		expect(told(trace.entries)).toEqual(told(own));
	});
});
