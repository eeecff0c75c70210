import { describe, expect, it } from 'vitest';
import {
	changedMessage,
	changesFor,
	editsBetween,
	filtered,
	KEPT,
	textOf,
	type WireMessage
} from '../../src/lib/breaks';
import { parseEnvelope, writeEnvelope } from '../../src/lib/signaling/envelope';
import { fixture } from '../sdp/fixtures';
import { HOST, LOCAL, offer, RELAY, SRFLX, withCandidates } from './messages';

const OFFER = offer(fixture('chromium-offer-gathered'));
const BYE: WireMessage = { bye: true };
const ENDS: WireMessage[] = [{ candidate: null }, { candidate: { ...HOST, candidate: '' } }];

const byHand = (message: WireMessage, change: (text: string) => string) => {
	const text = textOf(message)!;
	return changedMessage(message, { do: 'edit', edits: editsBetween(text, change(text)) });
};

describe('a ready-made change', () => {
	it('puts another SDP into a description, and leaves its type', () => {
		const changed = changedMessage(OFFER, { do: 'change', change: 'no-bundle' });
		expect(changed?.description?.type).toBe('offer');
		expect(changed?.description?.sdp).toBe(
			OFFER.description!.sdp.replace(/^a=group:BUNDLE.*\r\n/m, '')
		);
	});

	it('leaves the message that it was made from as it was', () => {
		const before = JSON.stringify(OFFER);
		for (const { id } of changesFor(OFFER)) changedMessage(OFFER, { do: 'change', change: id });
		expect(JSON.stringify(OFFER)).toBe(before);
	});

	it('changes the line of a candidate alone', () => {
		expect(changedMessage({ candidate: HOST }, { do: 'change', change: 'another-port' })).toEqual({
			candidate: { ...HOST, candidate: HOST.candidate.replace('60091', '9') }
		});
	});

	it('changes the ufrag of a candidate in both places, to the same', () => {
		const deed = { do: 'change', change: 'another-ufrag-candidate' } as const;
		expect(changedMessage({ candidate: HOST }, deed)).toEqual({
			candidate: {
				...HOST,
				candidate: HOST.candidate.replace('m000', 'n000'),
				usernameFragment: 'n000'
			}
		});
		expect(changedMessage({ candidate: LOCAL }, deed)).toEqual({
			candidate: { ...LOCAL, usernameFragment: '7f4e153d' }
		});
		const bare = { candidate: LOCAL.candidate };
		expect(changedMessage({ candidate: bare }, deed)).toBeNull();
	});

	it('changes nothing of what it is not for', () => {
		for (const message of [...ENDS, BYE, { candidate: HOST }]) {
			expect(changedMessage(message, { do: 'change', change: 'no-bundle' })).toBeNull();
		}
		for (const message of [...ENDS, BYE, OFFER]) {
			expect(changedMessage(message, { do: 'change', change: 'not-a-candidate' })).toBeNull();
			expect(
				changedMessage(message, { do: 'change', change: 'another-ufrag-candidate' })
			).toBeNull();
		}
	});

	it('of no such name is an error', () => {
		expect(() => changedMessage(OFFER, { do: 'change', change: 'any' })).toThrow(RangeError);
	});

	it('is offered where it changes something', () => {
		const names = (message: WireMessage) => changesFor(message).map(({ id }) => id);
		expect(names(OFFER)).toContain('setup-in-offer');
		expect(names(OFFER)).not.toContain('setup');
		expect(names(OFFER)).not.toContain('relay-only');
		expect(names({ candidate: LOCAL })).toEqual([
			'another-ufrag-candidate',
			'another-port',
			'another-address',
			'not-a-candidate'
		]);
		for (const message of [...ENDS, BYE]) expect(names(message)).toEqual([]);
	});

	it('gives a message that can be sent', () => {
		for (const message of [OFFER, { candidate: HOST }, { candidate: LOCAL }]) {
			for (const { id } of changesFor(message)) {
				const changed = changedMessage(message, { do: 'change', change: id });
				expect(parseEnvelope(writeEnvelope(1, changed)).message).toEqual(changed);
			}
		}
	});
});

describe('a change by hand', () => {
	it('is made in the SDP of a description', () => {
		const changed = byHand(OFFER, (sdp) => sdp.replaceAll('a=sendrecv', 'a=inactive'));
		expect(changed).toEqual(offer(OFFER.description!.sdp.replaceAll('a=sendrecv', 'a=inactive')));
	});

	it('is made in any member of a candidate', () => {
		const changed = byHand({ candidate: HOST }, (text) =>
			text.replace('"sdpMid": "0"', '"sdpMid": "nine"')
		);
		expect(changed).toEqual({ candidate: { ...HOST, sdpMid: 'nine' } });
	});

	it('is none where the text, or what it says, is the same', () => {
		expect(byHand(OFFER, (sdp) => sdp)).toBeNull();
		expect(byHand({ candidate: HOST }, (text) => text.replaceAll('\t', '  '))).toBeNull();
		for (const message of [{ candidate: null }, BYE]) {
			const edits = [{ at: 0, removes: 0, adds: ['x'] }];
			expect(changedMessage(message, { do: 'edit', edits })).toBeNull();
		}
	});

	it.each([
		['hello', 'This is no JSON, and a candidate is sent as JSON.'],
		['null', 'A candidate is sent as a JSON object, with its members in braces.'],
		['["a"]', 'A candidate is sent as a JSON object, with its members in braces.'],
		['{}', '“candidate” must be a string.'],
		['{"candidate": "", "sdpMid": 0}', '“sdpMid” must be a string or null.'],
		['{"candidate": "", "sdpMLineIndex": "0"}', '“sdpMLineIndex” must be a number or null.']
	])('of a candidate to %s says why it cannot be sent', (text, message) => {
		expect(() => byHand({ candidate: HOST }, () => text)).toThrow(message);
	});
});

describe('a filter', () => {
	it.each([
		['host', [HOST, LOCAL]],
		['srflx', [SRFLX]],
		['relay', [RELAY]],
		['none', []]
	] as const)('that keeps %s lets those candidates through alone', (keeps, kept) => {
		const through = [HOST, LOCAL, SRFLX, RELAY].filter(
			(candidate) => filtered({ candidate }, keeps) !== null
		);
		expect(through).toEqual(kept);
	});

	it.each([
		['host', [HOST]],
		['srflx', [SRFLX]],
		['relay', [RELAY]],
		['none', []]
	] as const)('that keeps %s lets those of a description through alone', (keeps, kept) => {
		const sdp = withCandidates('firefox-offer-created');
		const lines = sdp.split('\r\n').filter((line) => !line.startsWith('a=candidate:'));
		const at = lines.indexOf('a=end-of-candidates');
		lines.splice(at, 0, ...kept.map(({ candidate }) => `a=${candidate}`));
		expect(filtered(offer(sdp), keeps)).toEqual(offer(lines.join('\r\n')));
	});

	it('lets a description without candidates, and a goodbye, through as they are', () => {
		const bare = offer(fixture('firefox-offer-created'));
		for (const keeps of KEPT) {
			expect(filtered(bare, keeps)).toBe(bare);
			expect(filtered(BYE, keeps)).toBe(BYE);
		}
	});

	it('lets the end of the candidates through where any of them may come', () => {
		for (const message of ENDS) {
			for (const keeps of KEPT) {
				expect(filtered(message, keeps)).toBe(keeps === 'none' ? null : message);
			}
		}
	});

	it('holds back what tells no type, and is not misled by other words', () => {
		const line = (candidate: string) => ({ candidate: { ...HOST, candidate } });
		expect(filtered(line('hello'), 'host')).toBeNull();
		expect(filtered(line('candidate:1 1 udp 1 192.0.2.7 9 typ'), 'host')).toBeNull();
		const misleading = line('candidate:1 1 udp 1 192.0.2.7 9 typ relay x typ host relay');
		expect(filtered(misleading, 'host')).toBeNull();
		expect(filtered(misleading, 'relay')).toBe(misleading);
		expect(filtered(line('candidate:1 1 udp 1 192.0.2.7 9 typ HOST'), 'host')).not.toBeNull();
	});
});
