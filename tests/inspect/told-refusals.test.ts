import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { costOfLength } from '../tools/growth';
import { ANSWER, between, inFront, issue, OFFER } from './issue';

/** The verdicts of a text, and what is said of a refusal in it. */
function read(text: string) {
	const found = recognise(text);
	if (!('course' in found)) throw new Error(found.sentence);
	const all = conclude(found);
	const refused = all.flatMap(({ findings }) => findings).find(({ id }) => id === REFUSED);
	return { verdicts: all.flatMap(({ verdict }) => verdict?.sentence ?? []), refused };
}
const REFUSED = 'negotiation.refused';
const CALL = "Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': ";
const BUNDLE =
	"Failed to set remote answer sdp: Answer cannot remove m= section with mid='0' from already-established BUNDLE group.";
const SENDING =
	"Failed to set remote offer sdp: Failed to set remote video description send parameters for m-section with mid='0'.";

describe('a refusal of the very descriptions beside it', () => {
	it('counts for more than what was found in them, wherever it stands', () => {
		for (const text of [issue, inFront, between].map((place) => place(CALL + BUNDLE))) {
			const { verdicts, refused } = read(text);
			expect(verdicts).toEqual(['Chromium refused this answer, as the text says itself.']);
			expect(refused?.claim).toContain('leaves a section out of the BUNDLE group');
			expect(refused?.todo).not.toContain('Paste');
		}
	});

	it('is of some browser where its words are those of more than one', () => {
		expect(read(issue(BUNDLE)).verdicts).toEqual([
			'A browser refused this answer, as the text says itself.'
		]);
	});

	it('may be of the offer', () => {
		const { verdicts, refused } = read(`${OFFER}\n${SENDING}\n`);
		expect(verdicts).toEqual(['A browser refused this offer, as the text says itself.']);
		expect(refused?.todo).toContain('What it was given is here');
	});

	it('is of the last that stands in front of it, where there are several', () => {
		const again = (text: string) => text.replaceAll(/^(o=\S+ )\d+ \d+/gm, '$1777 3');
		const log = `${OFFER}\n${ANSWER}\n${again(OFFER)}\n${again(ANSWER)}\n${CALL}${BUNDLE}\n`;
		expect(read(log).verdicts).toEqual([
			'A browser accepts this answer.',
			'Chromium refused this answer, as the text says itself.'
		]);
	});

	it('by a line of theirs', () => {
		const line = /^a=rtpmap:.*$/m.exec(OFFER)![0];
		const text = `${OFFER}\n${CALL}Failed to parse SessionDescription. ${line} Invalid value: x.\n`;
		expect(read(text).verdicts).toEqual(['Chromium refused this offer, as the text says itself.']);
	});

	it('is not in the way of a cause that was found', () => {
		const words = 'Failed to set remote answer sdp: Called with SDP without DTLS fingerprint.';
		const text = issue(CALL + words).replaceAll(/^a=fingerprint:.*\n/gm, '');
		expect(read(text)).toEqual({ verdicts: ['A browser refuses this offer.'], refused: undefined });
	});
});

describe('a browser still accepts descriptions', () => {
	it.for([
		['where another one was refused', SENDING.replace("mid='0'", "mid='video7'"), OFFER],
		['where the answer to an offer was', BUNDLE, OFFER],
		[
			'where a line was that is not in them',
			'Failed to parse SessionDescription. a=rtpmap:7 nothing Invalid value: x.',
			OFFER
		],
		[
			'where no SDP was handed over at all',
			'Failed to parse SessionDescription. [object Object] Expect line: v=',
			OFFER
		]
	])('%s', ([, words, text]) => {
		const { verdicts, refused } = read(`${words}\n\n${text}`);
		expect(verdicts).toEqual(['A browser accepts this offer.']);
		expect(refused).toBeDefined();
	});

	it('where the state was wrong, and not they', () => {
		const words = 'Failed to set remote answer sdp: Called in wrong state: stable';
		expect(read(issue(words)).verdicts).toEqual(['A browser accepts this answer.']);
	});

	it('where the call came about in the end', () => {
		const { verdicts, refused } = read(issue(CALL + BUNDLE, 'connectionState: connected'));
		expect(verdicts).toEqual(['A browser accepts this answer.']);
		expect(refused).toBeUndefined();
	});
});

describe('the words of a browser end', () => {
	const wordsIn = (text: string) => {
		const found = recognise(text);
		return 'course' in found ? found.course.refusals.map(({ words }) => words) : [];
	};

	it.for([
		['at a backtick', `I have \`Error ${BUNDLE}\` and do not know why.`, BUNDLE],
		['at the quote that closes', `It says "${BUNDLE}" and nothing more.`, BUNDLE],
		['at one of a printer', `It says “${BUNDLE}” and nothing more.`, BUNDLE],
		['with their sentence', `${BUNDLE} Works fine in Firefox.`, BUNDLE],
		[
			'without what stands in front of them',
			"I receive error 'Failed to set remote video description send parameters for m-section with mid=1' and nothing else.",
			'Failed to set remote video description send parameters for m-section with mid=1'
		],
		[
			'in the line behind the call',
			`${CALL}\nFailed to set remote answer sdp: Called in wrong state: kStable`,
			'Failed to set remote answer sdp: Called in wrong state: kStable'
		],
		['with the line', `${BUNDLE}\n    at f (call.js:5:7)`, BUNDLE],
		[
			'and not in a quote of theirs',
			'Cannot handle answer in signaling state "stable"',
			'Cannot handle answer in signaling state "stable"'
		],
		[
			'and not in a name',
			"Error('Failed to set local offer sdp: Failed to set recv parameters with mid='1'')",
			"Failed to set local offer sdp: Failed to set recv parameters with mid='1'"
		],
		[
			'and not behind what they begin with',
			'Failed to parse SessionDescription. a=mid Expects 2 fields. I tried all.',
			'Failed to parse SessionDescription. a=mid Expects 2 fields.'
		],
		[
			'and not where they go on',
			"Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer. So what?",
			"Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer."
		],
		[
			'and not in an address',
			'Failed to parse SessionDescription. c=IN IP4 192.0.2.1 x Failed to parse the address type.',
			'Failed to parse SessionDescription. c=IN IP4 192.0.2.1 x Failed to parse the address type.'
		]
	])('%s', ([, text, words]) => {
		expect(wordsIn(text!)).toEqual([words]);
	});
});

describe('a refusal is told with what it means:', () => {
	const PARSE = 'Failed to parse SessionDescription. ';

	it.for([
		[
			'Failed to set local answer sdp: Offerer must use actpass value for setup attribute.',
			'actpass'
		],
		[`${PARSE}[object Object] Expect line: v=`, 'an object'],
		[`${PARSE}undefined Expect line: v=`, 'no text'],
		[`${PARSE}{"type":"offer","sdp":"v=0 Expect line: v=`, 'JSON'],
		[`${PARSE}<!DOCTYPE html> Expect line: v=`, 'a page'],
		[`${PARSE} Expect line: v=`, 'does not begin with v=0'],
		[BUNDLE, 'BUNDLE group'],
		[
			'Failed to set remote answer sdp: max-bundle is used but no bundle group found.',
			'max-bundle'
		],
		[
			'SIPCC Failed to parse SDP: SDP Parse Error on line 17:  c= connection line not specified for every media level, parse failed.',
			'no c= line'
		],
		[
			'Error: Failed to parse SDP. SDP Parse Error on line 30: No sctp port specified in m= media line, parse failed.',
			'the port of SCTP'
		],
		['Failed to set remote offer sdp: Called with SDP without DTLS fingerprint.', 'a=fingerprint'],
		['Failed to set remote answer sdp: Incompatible send direction', 'does not let it'],
		[
			'DOMException: Answer changed id for extmap attribute at level 1 (urn:ietf:params:rtp-hdrext:sdes:mid) from 3 to 4.',
			'another number'
		],
		[
			'Failed to set remote answer sdp: Called with SDP without ice-ufrag and ice-pwd.',
			'a=ice-pwd'
		],
		[
			'Failed to set remote answer sdp: rtcp-mux must be enabled when BUNDLE is enabled.',
			'a=rtcp-mux'
		],
		[
			"Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
			'the sections of the offer'
		],
		[
			"Failed to set remote answer sdp: A BUNDLE group in answer contains a MID='1' that was not in the offered group.",
			'BUNDLE group'
		],
		['Failed to set remote answer sdp: Failed to set SSL role for the transport.', 'roles']
	])('%s', ([words, cause]) => {
		const { refused } = read(words!);
		expect(refused?.claim).toMatch(/^A browser refused a description, .*\.$/);
		expect(refused?.claim).toContain(cause);
		expect(refused?.isCertain).toBe(true);
	});

	it('by a library, which is no browser', () => {
		const { refused } = read('ERROR: SetRemoteDescription called with no fingerprint');
		expect(refused?.claim).toMatch(/^A peer refused a description, .*a=fingerprint/);
	});

	it('in the words of Firefox for what is missing', () => {
		const { refused } = read('InvalidAccessError: Invalid description, no ice-ufrag attribute');
		expect(refused?.claim).toContain('a=ice-ufrag');
	});

	it('in the words of Firefox, which has none in front of them', () => {
		const { refused } = read(
			'Uncaught (in promise) DOMException: Answer had no codecs in common with offer in m-section 0'
		);
		expect(JSON.stringify(refused?.because)).toContain('`answer.no-codec-left`');
	});

	it.for([
		'TypeError: Invalid value used as weak map key',
		'DOMException: Invalid value',
		'console.error("Failed to parse SDP:", error);',
		'log.Fatalf("Failed to parse SDP: %v", err)'
	])('and nothing else is one: %s', (text) => {
		const found = recognise(text);
		expect('course' in found ? found.course.refusals : []).toEqual([]);
	});
});

it('refusals take time in proportion to the length of what has them', () => {
	for (const unit of [`${BUNDLE} `, 'DOMException: x ', 'SIPCC Failed to parse SDP: "', 'x" ']) {
		const make = (count: number) => OFFER + unit.repeat(count);
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
	}
});
