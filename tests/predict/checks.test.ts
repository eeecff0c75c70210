import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/lib/predict';
import { ALTERATIONS } from './alterations';
import { OF_LESSONS } from './of-lessons';
import { answerOf, before, RECORDED, until } from './recorded';

/** What the recorded call says: after which step, what, and with which proof. */
const SAID: [check: string, step: string, is: string, proof: string][] = [
	[
		'nothing-leaves',
		'john-creates-peer-connection',
		'nothing',
		'At the end of the step the wire was empty, and iceGatheringState read new: not one address had been looked for.'
	],
	[
		'how-often-needed',
		'john-adds-tracks',
		'once',
		'Two calls of addTrack, and 18 ms after the first the event had fired once.'
	],
	[
		'offer-not-applied',
		'john-creates-offer',
		'stable',
		'createOffer took 4 ms and gave 161 lines; signalingState read stable before it and stable after it.'
	],
	[
		'candidates-in-offer',
		'john-creates-offer',
		'none',
		'Of its 161 lines, in two sections, not one begins with a=candidate.'
	],
	[
		'description-grows',
		'john-sets-local-description',
		'candidates were added',
		'When gathering was complete, eight lines of a=candidate had come, and no codecs had gone; of ufrag, password and fingerprint not one line differed.'
	],
	[
		'jane-begins',
		'jane-creates-peer-connection',
		'stable',
		'Her first signalingState read stable. The offer had been on the wire for 1.0 s then, and nobody had taken it.'
	],
	[
		'track-before-packets',
		'jane-sets-remote-description',
		'before any packet',
		'Two events, the first 19 ms after she was given the description; she was not connected then, and had added no tracks of her own.'
	],
	[
		'need-of-jane',
		'jane-adds-tracks',
		'it does not fire',
		'Two calls of addTrack in have-remote-offer, and the event has not fired.'
	],
	[
		'sections-of-answer',
		'jane-creates-answer',
		'two',
		'Two sections in the offer, two sections in the answer: sendrecv, sendrecv.'
	],
	[
		'formats-left-out',
		'jane-creates-answer',
		'none',
		'The offer has 23 formats for video, and 23 of them are in the answer.'
	],
	[
		'who-begins-dtls',
		'jane-creates-answer',
		'Jane',
		'Jane’s answer says a=setup:active, and getStats() calls her the client.'
	],
	[
		'john-still-waits',
		'jane-sets-local-description',
		'have-local-offer',
		'When Jane’s signalingState became stable, John’s read have-local-offer.'
	],
	[
		'answer-on-its-way',
		'jane-sends-answer',
		'Jane alone is stable',
		'1.5 s after the answer went onto the wire, and before anybody took it, Jane’s signalingState read stable, John’s have-local-offer.'
	],
	[
		'agreed-not-connected',
		'john-sets-remote-description',
		'no path',
		'At the end of the step John’s iceConnectionState read new, Jane’s new; no candidates had been given to the two.'
	],
	[
		'who-found-more',
		'jane-sets-local-description',
		'John',
		'John’s browser has found 8, Jane’s 4.'
	],
	[
		'name-or-number',
		'john-sends-candidate',
		'a number',
		'It is a number of IPv4, and the browser hides nothing.'
	],
	[
		'one-candidate',
		'jane-adds-candidate',
		'both connected',
		'Both had a pair that works 14 ms after Jane was given the candidate, and John had been given none.'
	],
	[
		'reflexive-priority',
		'jane-adds-candidate',
		'lower',
		'At port 52726 Jane’s browser has 2122194687, John’s has 1853759231; the first of their four bytes is 126 and 110.'
	],
	['who-decides', 'jane-adds-candidate', 'John', 'getStats() calls John’s ICE controlling.'],
	[
		'how-many-pairs',
		'jane-adds-candidate',
		'one',
		'Two sections, and the answer says a=group:BUNDLE 0 1: one transport, and each peer has selected a pair.'
	],
	[
		'which-first',
		'jane-adds-candidate',
		'ICE',
		'At John connectionState 4 ms later, at Jane connectionState 3 ms later.'
	],
	[
		'pair-moves-on',
		'remaining-candidates',
		'another',
		'At first port 60091 to 52726, now port 39436 to 52913.'
	],
	[
		'signaling-gone',
		'remaining-candidates',
		'nothing',
		'In 5.3 s no message passed; 92 frames were decoded, and 248 packets of sound came.'
	],
	[
		'close-is-silent',
		'john-hangs-up',
		'none',
		'After close() his states read closed (signalingState, iceConnectionState, connectionState), and no event came with it.'
	]
];

it('every check is held to a recorded call', () => {
	const held = [...SAID, ...OF_LESSONS].map(([check]) => check);
	expect(held.sort()).toEqual(Object.keys(CHECKS).sort());
});

describe.each(SAID)('%s', (check, step, is, proof) => {
	it(`is not answered before ${step}`, () => {
		expect(answerOf(check, before(step))).toBeNull();
	});

	it(`is answered by then: ${is}`, () => {
		expect(answerOf(check, until(step))).toMatchObject({ is });
	});

	it('is proved by a figure of this call, and by an entry of it', () => {
		const answer = answerOf(check, RECORDED)!;
		expect(answer.proof).toBe(proof);
		expect(RECORDED[answer.seq]).toMatchObject({ seq: answer.seq, kind: expect.any(String) });
	});

	it('is answered as the specifications have it, where they say something', () => {
		expect([undefined, is]).toContain(CHECKS[check]!.expected);
	});

	it('would be answered otherwise by another call, in each way that it can be', () => {
		const others = ALTERATIONS[check]!;
		expect([is, ...Object.keys(others)].sort()).toEqual([...CHECKS[check]!.answers].sort());
	});

	it.each(Object.entries(ALTERATIONS[check]!))('says of such a call: %s', (other, made) => {
		const entries = made();
		const answer = answerOf(check, entries)!;
		expect(answer).toMatchObject({ is: other });
		expect(answer.proof).not.toBe(proof);
		expect(answer.seq).toBeLessThan(entries.length);
	});

	it('is never guessed: an empty trace says nothing', () => {
		expect(answerOf(check, [])).toBeNull();
	});
});
