import { expect, it } from 'vitest';
import { sessionsIn } from './dumped-call';

it('a session is known by its own line, and not by the end of a certificate', () => {
	const sdp = 'v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\n';
	const entries = [
		{ data: { base64Certificate: 'MIIBFjCBvaADAgECAgk+o=' } },
		{ data: { candidate: 'candidate:2763109577 1 udp 2122260223 192.0.2.1 4711 typ host' } },
		{ data: { sdp } }
	];
	expect(sessionsIn(JSON.stringify(entries))).toEqual(['4611731400430051336']);
});
