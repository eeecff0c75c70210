import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/lib/trace';
import { fixture } from '../sdp/fixtures';
import { altered, answerOf, RECORDED } from './recorded';

/** The recorded call with what a browser wrote in place of its descriptions. */
function spokenBy(browser: string) {
	const said = {
		offer: fixture(`${browser}-offer-created`),
		gathered: fixture(`${browser}-offer-gathered`),
		answer: fixture(`${browser}-answer-created`)
	};
	const callOf = (name: string, peer: string) =>
		RECORDED.find((one) => one.kind === 'call' && one.name === name && one.peer === peer)!.seq;
	const sdps: Record<number, string> = {
		[callOf('setLocalDescription', 'john')]: said.offer,
		[callOf('setRemoteDescription', 'jane')]: said.offer
	};
	const results: Record<number, string> = {
		[callOf('createOffer', 'john')]: said.offer,
		[callOf('createAnswer', 'jane')]: said.answer
	};
	return altered(RECORDED, (entry) => {
		const sdp = entry.kind === 'result' ? results[entry.call!] : sdps[entry.seq];
		if (sdp !== undefined) return { ...entry, data: { type: 'offer', sdp } as Json };
		if (entry.kind !== 'changed' || entry.peer !== 'john') return entry;
		if (!/pendingLocal/.test(entry.name) || /signalingState/.test(entry.name)) return entry;
		const pendingLocalDescription = { type: 'offer', sdp: said.gathered };
		return { ...entry, data: { ...(entry.data as object), pendingLocalDescription } as Json };
	});
}

describe.each(['chromium', 'firefox'])('descriptions of %s', (browser) => {
	const entries = spokenBy(browser);

	it.each([
		['candidates-in-offer', 'none', /^Of its \d+ lines, in three sections, not one/],
		['description-grows', 'candidates were added', /candidate had come, and no codecs had gone/],
		['formats-left-out', 'none', /^The offer has (\d+) formats for video, and \1 of them/],
		['who-begins-dtls', 'Jane', /says a=setup:active/]
	])('answer %s: %s', (check, is, proof) => {
		expect(answerOf(check, entries)).toMatchObject({ is, proof: expect.stringMatching(proof) });
	});

	it('do not answer a question about two sections: they have three', () => {
		expect(answerOf('sections-of-answer', entries)).toBeNull();
	});
});

it('an answer of one browser to the other leaves formats out', () => {
	const [theirs, ours] = [spokenBy('chromium'), spokenBy('firefox')];
	const isAnswer = (seq: number) =>
		RECORDED[seq]!.kind === 'result' &&
		RECORDED.find((one) => one.name === 'createAnswer')!.seq === RECORDED[seq]!.call;
	const mixed = theirs.map((entry) => (isAnswer(entry.seq) ? ours[entry.seq]! : entry));
	expect(answerOf('formats-left-out', mixed)).toMatchObject({ is: 'some' });
});
