import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/lib/inspect/find-candidates';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';

const LINE = 'candidate:4234997325 1 udp 2130706431 127.0.0.1 47176 typ host';
const NONE = { sdpMid: null, sdpMLineIndex: null, usernameFragment: null };

describe('a candidate as Go prints it with the names of its members (%+v)', () => {
	it.each([
		[
			`{Candidate:${LINE} SDPMid:0xc000112340 SDPMLineIndex:0xc00011234a UsernameFragment:<nil>}`,
			{}
		],
		[`&{Candidate:${LINE}  SDPMid:<nil> SDPMLineIndex:<nil> UsernameFragment:<nil>}`, {}],
		[`{Candidate:${LINE} SDPMid: SDPMLineIndex:0}`, { sdpMLineIndex: 0 }],
		[
			`{Candidate:${LINE} SDPMid:audio SDPMLineIndex:2 UsernameFragment:Ab3d}`,
			{ sdpMid: 'audio', sdpMLineIndex: 2, usernameFragment: 'Ab3d' }
		],
		[`{Candidate:${LINE} SdpMid:1 SdpMLineIndex:1}`, { sdpMid: '1', sdpMLineIndex: 1 }],
		[`{SDPMid:1 Candidate:${LINE} SDPMLineIndex:1}`, { sdpMid: '1', sdpMLineIndex: 1 }],
		[`sent ${LINE} sdpMid: 1 sdpMLineIndex: 0`, { sdpMid: '1', sdpMLineIndex: 0 }]
	])('ends in front of them: %s', async (text, members) => {
		expect(findCandidates(`2025/03/30 15:02:24 candidate: ${text}\n`)).toEqual([
			expect.objectContaining({ text: LINE, problem: null, ...NONE, ...members })
		]);
		const ids = (await findingsOf(text)).map(({ id }) => id);
		expect(ids).toEqual(['ice.only-loopback']);
	});

	it('keeps what it ends with itself', () => {
		const line = `${LINE.replace('host', 'srflx')} raddr 0.0.0.0 rport 47176 ufrag Ab3d`;
		const text = `{Candidate:${line} SDPMid:0xc000112340 SDPMLineIndex:0xc00011234a UsernameFragment:<nil>}`;
		expect(findCandidates(`${text}\n${text}`)).toMatchObject([
			{ text: line, usernameFragment: 'Ab3d', problem: null },
			{ text: line, usernameFragment: 'Ab3d', problem: null }
		]);
	});
});

describe('its members are read in another language', () => {
	it.each([
		[
			'of Rust',
			`RTCIceCandidateInit { candidate: "${LINE}", sdp_mid: Some("1"), sdp_mline_index: Some(1), username_fragment: None }`,
			{ sdpMid: '1', sdpMLineIndex: 1 }
		],
		[
			'of Rust, one empty',
			`RTCIceCandidateInit { candidate: "${LINE}", sdp_mid: Some(""), sdp_mline_index: Some(0), username_fragment: None }`,
			{ sdpMLineIndex: 0 }
		],
		[
			'of Swift',
			`sdp: "${LINE}", sdpMid: Optional("0"), sdpMLineIndex: 0`,
			{ sdpMid: '0', sdpMLineIndex: 0 }
		]
	])('%s', (_, text, members) => {
		expect(findCandidates(text)).toEqual([
			expect.objectContaining({ text: LINE, problem: null, ...NONE, ...members })
		]);
	});
});

describe('no member', () => {
	it.each([
		['is a word with its value that the candidate has', `${LINE} sdpMid 0`],
		['has a longer name', `{Candidate:${LINE} SDPMidway:0 SDPMLineIndexes:0}`]
	])('%s', (_, text) => {
		expect(findCandidates(text)).toMatchObject([NONE]);
		expect(findCandidates(text)[0]!.text).not.toBe(LINE);
	});
});

it('they are looked for in time in proportion to the length', () => {
	for (const unit of [' ', ' SDPMid', ' SDPMid ', ' sdpMid:', 'sdp_mid=Some(']) {
		const text = (count: number) => `{Candidate:${LINE}${unit.repeat(count)} x`;
		expect(costOfLength(text, 2000, findCandidates)).toBeLessThan(8);
	}
});
