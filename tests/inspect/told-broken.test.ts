import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';
import { inFront, issue, OFFER } from './issue';

const ORDER =
	"Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.";
const CALL = "Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': ";
/** What browsers say, what it is said to mean. */
const SAID: readonly (readonly [words: string, cause: string])[] = [
	[ORDER, 'the sections of the offer'],
	[`Uncaught (in promise) DOMException: ${CALL}${ORDER}`, 'the sections of the offer'],
	[
		'Failed to set remote answer sdp: Failed to push down transport description: Invalid ice-ufrag or ice-pwd length',
		'ICE credentials'
	],
	['Failed to set remote offer sdp: Called with SDP without DTLS fingerprint.', 'a=fingerprint'],
	[
		"Failed to set remote answer sdp: Failed to apply the description for m= section with mid='0': Failed to set SSL role for the transport.",
		'roles'
	],
	[
		"Failed to set local answer sdp: Answer cannot remove m= section with mid='0' from already-established BUNDLE group.",
		'BUNDLE group'
	]
];
const refusedIn = async (text: string) =>
	(await findingsOf(text)).find(({ id }) => id === 'negotiation.refused');

/** Each way to break a line behind the word that ends nearest to a column. */
const BREAKS: readonly (readonly [how: string, first: string, gap: string])[] = [
	['a terminal', '', '\n'],
	['a mail', '> ', '\n> '],
	['a mail of a mail', '> > ', '\n> > '],
	['an indented log', '    ', '\n    '],
	['Windows', '', '\r\n'],
	['a table', '| ', '\n| ']
];

describe('the words of a refusal are known where lines are broken by', () => {
	it.for(BREAKS)('%s, at whichever word', async ([, first, gap]) => {
		for (const [words, cause] of SAID) {
			const gaps = [...words.matchAll(/ /g)].map(({ index }) => index);
			for (const at of gaps.slice(Math.max(0, gaps.length - 22))) {
				const text = `${first}${words.slice(0, at)}${gap}${words.slice(at + 1)}`;
				const found = await refusedIn(`It says:\n${text}\n`);
				expect([at, found?.claim]).toEqual([at, expect.stringContaining(cause)]);
			}
		}
	});

	it('and each is told once, with its whole words', async () => {
		const text = ORDER.replace('in answer ', 'in answer\n> ');
		const found = recognise(`> ${text}`);
		expect('course' in found && found.course.refusals).toEqual([
			{ words: ORDER, at: 2, browser: null, line: 1 }
		]);
	});
});

describe('the words of a refusal are known without what stands in front of them', () => {
	it.for([
		["The order of m-lines in answer doesn't match order in offer. Rejecting answer.", 'sections'],
		['Called with SDP without DTLS fingerprint.', 'a=fingerprint'],
		['setSDP error: Called with SDP without ice-ufrag and ice-pwd.', 'a=ice-pwd'],
		[
			"Failed to apply the description for m= section with mid='1': Failed to set SSL role for the transport.",
			'roles'
		],
		['E/app: Failed to set SSL role for the channel.', 'roles'],
		['Invalid ice-ufrag or ice-pwd length', 'ICE credentials'],
		['Answerer must use either active or passive value for setup attribute.', 'DTLS role open'],
		['max-bundle is used but no bundle group found.', 'max-bundle']
	])('%s', async ([words, cause]) => {
		expect((await refusedIn(words!))?.claim).toContain(cause);
		expect((await refusedIn(issue(words!)))?.claim).toContain(cause);
		expect(await mattersIn(issue(words!, 'connectionState: connected'))).toEqual([]);
	});

	it.for([
		'// Called with SDP without DTLS fingerprint.',
		'throw new Error("max-bundle is used but no bundle group found");',
		'W/libjingle: max-bundle specified without BUNDLE specified',
		'the order of m-lines in answer matches',
		'Failed to set SSL certificate'
	])('and nothing else is one: %s', async (line) => {
		expect(await mattersIn(inFront(line))).toEqual([]);
	});
});

describe('what stands on the next line is no part of a refusal', () => {
	it.for([
		[
			'Failed to set remote answer sdp: Called in wrong state: stable',
			'negotiation.answer-in-stable'
		],
		['Failed to set remote answer sdp: Something that nobody knows.', 'negotiation.refused']
	])('%s', async ([words, id]) => {
		const text = `${words}\n    at f (call.js:5:7)\nThe order of the day`;
		const found = recognise(text);
		expect('course' in found && found.course.refusals.map((one) => one.words)).toEqual([words]);
		expect((await findingsOf(text))[0]?.id).toBe(id);
	});

	it('where it is another one', () => {
		const text =
			'Failed to set remote answer sdp: Called in wrong state: stable\nCalled with SDP without DTLS fingerprint.';
		const found = recognise(text);
		expect('course' in found && found.course.refusals.map((one) => one.words)).toEqual(
			text.split('\n')
		);
	});
});

it('broken words take time in proportion to the length of what has them', () => {
	for (const unit of [
		'Failed to set\n',
		'Called with SDP without ',
		'Failed\n> to\n> ',
		'\n \t\n',
		'Failed to push down\n',
		'Invalid ice-ufrag or ice-pwd length ',
		ORDER
	]) {
		const make = (count: number) => OFFER + unit.repeat(count);
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
	}
});
