import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/lib/inspect/find-candidates';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';

const LINE =
	'candidate:842163049 1 udp 1677729535 203.0.113.9 45120 typ srflx raddr 192.168.1.5 rport 45120 generation 0 ufrag abcd network-id 3 network-cost 10';
const LOGCAT = '10-01 10:00:00.123  1234  1250 D PCClient: IceCandidate: ';

describe('a candidate as libwebrtc prints it in Java', () => {
	it.each([
		'::UNKNOWN',
		'::WIFI',
		'::CELLULAR_5G',
		'::ADAPTER_TYPE_ANY',
		':stun:stun.example.org:19302:ETHERNET',
		':turn:192.0.2.7:3478?transport=udp:VPN',
		':turns:turn.example.org:443?transport=tcp',
		':turn:[2001:db8::7]:3478?transport=udp:LOOPBACK',
		':'
	])('ends in front of its server and its adapter: %s', async (behind) => {
		const text = `${LOGCAT}0:1:${LINE}${behind}\n`;
		expect(findCandidates(text)).toMatchObject([
			{ text: LINE, sdpMid: '0', sdpMLineIndex: 1, usernameFragment: 'abcd', problem: null }
		]);
		const ids = (await findingsOf(text)).map(({ id }) => id);
		expect(ids).not.toContain('ice.candidate-unreadable');
	});

	it('has the name of its section in front, where it has one', () => {
		const membersOf = (front: string) =>
			findCandidates(`onIceCandidate ${front}${LINE}::WIFI`).map((one) => [
				one.sdpMid,
				one.sdpMLineIndex
			]);
		expect(membersOf('audio:0:')).toEqual([['audio', 0]]);
		expect(membersOf('null:2:')).toEqual([[null, 2]]);
	});

	it('stands in a list of those that were removed', () => {
		const text = `onIceCandidatesRemoved: [0:0:${LINE}::WIFI, 1:1:${LINE}::CELLULAR]`;
		expect(findCandidates(text)).toMatchObject([
			{ text: LINE, sdpMid: '0', problem: null },
			{ text: LINE, sdpMid: '1', problem: null }
		]);
	});
});

describe('none of Java is', () => {
	it.each([
		['what has no mid and index in front', `${LOGCAT}${LINE}::UNKNOWN`],
		['what has a time in front', `10:00:01:${LINE}::UNKNOWN`],
		['what ends with another word', `${LOGCAT}0:0:${LINE}::BLUETOOTH`],
		['what ends with another server', `${LOGCAT}0:0:${LINE}:http://192.0.2.1:WIFI`]
	])('%s', (_, text) => {
		expect(findCandidates(text)[0]!.problem).not.toBeNull();
	});

	it('a candidate behind the place of a line in a file', () => {
		expect(findCandidates(`signal:12:${LINE}`)).toMatchObject([
			{ text: LINE, sdpMid: null, sdpMLineIndex: null, problem: null }
		]);
	});
});

it('it is looked for in time in proportion to the length', () => {
	for (const unit of [':', ':turn:', ':stun:a', '0:0:']) {
		const text = (count: number) => `0:0:${LINE}${unit.repeat(count)} x`;
		expect(costOfLength(text, 2000, findCandidates)).toBeLessThan(8);
	}
});
