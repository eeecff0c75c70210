import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { costOfLength } from '../tools/growth';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered').replaceAll('\r\n', '\n');
const ANSWER = sdp('chromium-answer-gathered').replaceAll('\r\n', '\n');

/** What the log of chrome://webrtc-internals has, copied from the page. */
const page = (...events: readonly string[]) =>
	[
		`2/3/2026, 10:11:12 AM\tsetLocalDescription\ntype: offer, sdp: ${OFFER}`,
		`2/3/2026, 10:11:13 AM\tsetRemoteDescription\ntype: answer, sdp: ${ANSWER}`,
		...events.map((event) => `2/3/2026, 10:11:14 AM\t${event}\n`)
	].join('');
const error = (code: number, url = 'turn:turn.example.org:3478?transport=udp') =>
	`icecandidateerror\nurl: ${url}\naddress: 192.168.7.x\nport: 51000\nhost_candidate: 192.168.7.x:51000\nerror_text: no\nerror_code: ${code}`;

/** What is concluded, the first conclusion first: the findings, and how much they matter. */
function concluded(text: string) {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return conclude(found).map(({ findings }) => findings.map((one) => [one.id, one.severity]));
}

describe('what a text says itself of a call is concluded first', () => {
	it('that it failed, and what a server answered', () => {
		expect(concluded(page(error(401), 'iceconnectionstatechange\nfailed'))).toEqual([
			[
				['ice.told-failed', 'breaks the call'],
				['turn.unauthorized', 'will bite']
			],
			[]
		]);
	});

	it.each([
		'ICE connection state: new => checking => failed',
		'Connection state: new => "connecting" => "failed" => "connecting"',
		'iceconnectionstatechange (legacy)\nfailed',
		'12:00 iceConnectionState: "failed"',
		'Connection state changed: failed',
		'connectionstatechange → failed'
	])('in whichever words: %s', (words) => {
		expect(concluded(`${OFFER}\n${ANSWER}\n${words}\n`)[0]).toEqual([
			['ice.told-failed', 'breaks the call']
		]);
	});

	it('and not again where it is explained', () => {
		const broken = page('connectionstatechange\nfailed').replaceAll(/^a=fingerprint:.*\n/gm, '');
		const all = concluded(broken);
		expect(all[0]![0]).toEqual(['sdp.no-fingerprint', 'breaks the call']);
		expect(all.flat().flat()).not.toContain('ice.told-failed');
	});

	it('each error once, with the server that is told beside it', () => {
		const other = 'stun:stun.example.org:3478';
		const found = recognise(page(error(401), error(401), error(701, other)));
		expect('course' in found && found.course.errors.map(({ code, url }) => [code, url])).toEqual([
			[401, 'turn:turn.example.org:3478?transport=udp'],
			[401, 'turn:turn.example.org:3478?transport=udp'],
			[701, other]
		]);
		expect(concluded(page(error(401), error(401), error(701, other)))[0]).toEqual([
			['turn.unauthorized', 'will bite'],
			['stun.unreachable', 'worth knowing']
		]);
	});

	it('and that a socket of IPv6 did not reach one as what is common, unless another did not either', () => {
		const masked = error(701).replaceAll('192.168.7.x', '[2001:db8:c80b:x:x:x:x:x]');
		expect(concluded(page(masked))[0]).toEqual([['turn.unreachable', 'worth knowing']]);
		for (const both of [page(masked, error(701)), page(error(701), masked)]) {
			expect(concluded(both)[0]).toEqual([['turn.unreachable', 'will bite']]);
		}
		// Whoever was reached and refused has no address that matters.
		const refused = masked.replace('error_code: 701', 'error_code: 401');
		expect(concluded(page(refused))[0]).toEqual([['turn.unauthorized', 'will bite']]);
	});

	it('in the words of a console', () => {
		const text = `${OFFER}\nRTCPeerConnectionIceErrorEvent {url: 'turn:t.example.org', errorCode: 486, errorText: 'Quota'}\n`;
		expect(concluded(text)[0]).toEqual([['turn.quota', 'will bite']]);
	});
});

describe('what a browser said is heard', () => {
	const error = "DOMException: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': ";
	const first = (text: string) => concluded(text)[0]![0]![0];

	it.each([
		[
			'Failed to set remote answer sdp: Called in wrong state: stable',
			'negotiation.answer-in-stable'
		],
		[
			'Failed to set remote answer sdp: Called in wrong state: kStable',
			'negotiation.answer-in-stable'
		],
		[
			'Failed to set remote offer sdp: Called in wrong state: have-local-offer',
			'negotiation.wrong-state'
		],
		[
			'Failed to set remote offer sdp: Called with type in wrong state, type: offer state: STATE_SENTOFFER',
			'negotiation.wrong-state'
		],
		['Failed to set remote answer sdp: Something new.', 'negotiation.refused']
	])('where nothing else explains it: %s', (words, id) => {
		expect(first(`${error}${words}\n${OFFER}\n${ANSWER}\n`)).toBe(id);
	});

	it.each([
		[
			'InvalidModificationError: invalid proposed signaling state transition stable->SetRemote(answer)->stable',
			'negotiation.answer-in-stable'
		],
		[
			'invalid proposed signaling state transition from stable applying remote answer',
			'negotiation.answer-in-stable'
		],
		[
			'InvalidModificationError: invalid proposed signaling state transition have-local-offer->SetRemote(offer)->have-remote-offer',
			'negotiation.wrong-state'
		],
		[
			'InvalidStateError: Description type incompatible with current signaling state',
			'negotiation.wrong-state'
		]
	])('in the words of Safari, pion and webrtc-rs: %s', (words, id) => {
		expect(first(`${words}\n${OFFER}\n${ANSWER}\n`)).toBe(id);
	});

	it('and what explains it stands first', () => {
		const text = `${error}Failed to set remote answer sdp: Called with SDP without DTLS fingerprint.\n${OFFER}\n${ANSWER}`;
		expect(first(text.replaceAll(/^a=fingerprint:.*\n/gm, ''))).toBe('sdp.no-fingerprint');
	});

	it('and a last line that it names has really no end', () => {
		const trimmed = OFFER.trimEnd();
		const last = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
		const text = `${error}Failed to parse SessionDescription. ${last} Invalid SDP line.\n\n${trimmed}`;
		expect(concluded(text)[0]![0]).toEqual(['sdp.no-last-line-end', 'breaks the call']);
		expect(concluded(trimmed)[0]![0]).toEqual(['sdp.no-last-line-end', 'worth knowing']);
	});

	it('in Firefox', () => {
		const text = `InvalidStateError: Cannot set remote answer in state stable\n${OFFER}\n${ANSWER}`;
		expect(first(text)).toBe('negotiation.answer-in-stable');
	});
});

describe('nothing is concluded from what a text says', () => {
	it.each([
		['of a call that came about', ['iceconnectionstatechange\nconnected']],
		[
			'of one that came back',
			['connectionstatechange\nfailed', 'connectionstatechange\nconnected']
		],
		['of one that is under way', ['iceconnectionstatechange\nchecking']],
		[
			'of one that was closed',
			['connectionstatechange\nconnected', 'connectionstatechange\nclosed']
		]
	])('%s', (_, events) => {
		expect(
			concluded(page(error(701), ...events))
				.flat()
				.flat()
		).not.toContain('ice.told-failed');
		expect(concluded(page(...events))).toEqual([[]]);
	});

	it('in a program that asks for it', () => {
		const text = `if (pc.iceConnectionState === 'failed') pc.restartIce();\n${OFFER}\n${ANSWER}`;
		expect(concluded(text)).toEqual([[]]);
	});

	it('in other words', () => {
		const text = `${OFFER}\n${ANSWER}\nThe state failed to change, and the connection is new.\n`;
		expect(concluded(text)).toEqual([[]]);
	});

	it('in more time than in proportion to its length', () => {
		for (const unit of ['error_code: 401 ', 'connection state: new => ', 'url: turn:a ']) {
			const make = (count: number) => OFFER + unit.repeat(count);
			expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
		}
	});
});
