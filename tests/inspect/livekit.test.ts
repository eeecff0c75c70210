import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';

const log = (message: string, ...candidates: readonly string[]) =>
	`2026-03-06T09:58:38.540Z\tINFO\tlivekit\trtc/room.go:472\t${message}\t{"room": "a", "pID": "PA_1", "remote": false, "publisherCandidates": ${JSON.stringify(candidates).replaceAll('","', '", "')}, "connectionType": "unknown"}\n`;
const REMOVED = 'removing participant without connection';

const candidatesOf = (text: string) => {
	const found = recognise(text);
	if (!('candidates' in found)) throw new Error(found.sentence);
	return found.candidates.map(({ text: line, side, problem }) => ({ line, side, problem }));
};
const first = async (text: string) => (await findingsOf(text))[0];

const LOCAL = '[local][trickle] udp4 host 192.0.2.7:7882 (resolved: 192.0.2.7:7882)';
const INSIDE = '[remote][trickle] udp4 host 192.168.30.71:50068';
const MAPPED = '[remote][trickle] udp4 srflx 198.51.100.99:9643  related 192.168.30.71:50070';

describe('the lists of LiveKit are candidates of two sides', () => {
	it('with all that they tell, and what is not told as the standards have it', () => {
		const lines = [
			LOCAL,
			'[local][selected:2][trickle] tcp4 host 192.0.2.7:7881',
			MAPPED,
			'[remote][trickle] udp6 host [2001:db8::1]:50071',
			'[remote][selected] udp4 prflx 198.51.100.99:9644'
		];
		expect(candidatesOf(log(REMOVED, ...lines))).toEqual([
			{
				line: 'candidate:0 1 udp 2130706431 192.0.2.7 7882 typ host',
				side: 'local',
				problem: null
			},
			{
				line: 'candidate:0 1 tcp 2130706431 192.0.2.7 7881 typ host tcptype passive',
				side: 'local',
				problem: null
			},
			{
				line: 'candidate:0 1 udp 1694498815 198.51.100.99 9643 typ srflx raddr 192.168.30.71 rport 50070',
				side: 'remote',
				problem: null
			},
			{
				line: 'candidate:0 1 udp 2130706431 2001:db8::1 50071 typ host',
				side: 'remote',
				problem: null
			},
			{
				line: 'candidate:0 1 udp 1862270975 198.51.100.99 9644 typ prflx raddr 0.0.0.0 rport 9',
				side: 'remote',
				problem: null
			}
		]);
	});

	it('without those that it could not resolve', () => {
		const unresolved = '[remote][filtered][trickle] udp4 host :42659';
		expect(candidatesOf(log(REMOVED, LOCAL, unresolved))).toHaveLength(1);
	});

	it('and nothing but such lists is', () => {
		for (const text of [
			'see [local] udp4 host',
			'udp4 host 192.0.2.7:7882',
			'[local] udp host a:1'
		]) {
			expect(recognise(text).kind, text).toBe('unknown');
		}
	});

	it('in a time that grows with their length', () => {
		const made = (length: number) => `[local]${'[a]'.repeat(length)} udp4 host `;
		expect(costOfLength(made, 20_000, (text) => recognise(text))).toBeLessThan(2);
	});
});

describe('of a participant that LiveKit removed is said', () => {
	it('that it listens at an address of its own network', async () => {
		const inside = '[local][trickle] udp4 host 172.28.41.59:7882';
		expect(await first(log(REMOVED, inside, INSIDE, MAPPED))).toMatchObject({
			id: 'ice.remote-only-private',
			severity: 'breaks the call'
		});
	});

	it('that no packet comes through to its port', async () => {
		const open = '[local][trickle] udp4 host 203.0.114.7:7882';
		expect(await first(log(REMOVED, open, INSIDE, MAPPED))).toMatchObject({
			id: 'ice.public-unanswered',
			severity: 'breaks the call'
		});
	});

	it('and nothing of one that is connected', async () => {
		const selected = LOCAL.replace('[trickle]', '[selected:1][trickle]');
		expect(await first(log('participant active', selected, INSIDE, MAPPED))).toBeUndefined();
	});
});
