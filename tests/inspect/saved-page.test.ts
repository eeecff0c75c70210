import { expect, it } from 'vitest';
import { findPairs } from '../../src/lib/inspect/find-pairs';
import { mattersIn } from './concluded';

const row = (local: string, remote: string, state: string) =>
	`<tr><td>${state}</td><td></td><td></td><td>${local}</td><td class="x">${remote}</td></tr>`;
const ROWS = [
	row('192.168.1.5:44025/udp(host)', '10.9.0.3:43806/udp(host)', 'failed'),
	row('198.51.100.5:44025/udp(serverreflexive)', '10.9.0.3:43806/udp(host)', 'failed')
];
const page = (between: string) =>
	`<html><body><h1>about:webrtc</h1><table>${ROWS.join(between)}</table></body></html>`;

it.each([
	['in one line', ''],
	['each in its own', '\n']
])('the pairs of the page that about:webrtc saves, %s', async (_, between) => {
	expect(findPairs(page(between))).toMatchObject([
		{ local: '192.168.1.5:44025/udp(host)', state: 'failed' },
		{ local: '198.51.100.5:44025/udp(serverreflexive)', state: 'failed' }
	]);
	expect(await mattersIn(page(between))).toEqual(['ice.remote-only-private']);
});
