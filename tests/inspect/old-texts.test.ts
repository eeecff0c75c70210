import { describe, expect, it } from 'vitest';
import { answerOf, offerOf } from '../diagnose/made-call';
import { parseValue } from '../../src/lib/inspect/values';
import { findingsOf } from './concluded';
import { cameAbout, internalsDump, offered, states, type Logged } from './made-dump';

const RELAY_ALONE =
	'{ iceServers: [turn:turn.example.org:3478?transport=udp], iceTransportPolicy: relay, bundlePolicy: balanced, rtcpMuxPolicy: require, iceCandidatePoolSize: 0 }';
const REFUSED =
	'url: turn:turn.example.org:3478?transport=udp\naddress: 192.168.1.x\nport: 50001\nhost_candidate: 192.168.1.x:50001\nerror_text: Unauthorized\nerror_code: 401';

const first = async (log: readonly Logged[], configuration: string) =>
	(await findingsOf(internalsDump([{ log, configuration }])))[0]?.id;

describe('what Chrome wrote before it wrote JSON', () => {
	it('is a configuration', () => {
		expect(parseValue(RELAY_ALONE)).toMatchObject({
			iceServers: [{ urls: ['turn:turn.example.org:3478?transport=udp'] }],
			iceTransportPolicy: 'relay'
		});
		expect(parseValue('{ iceServers: [], iceTransportPolicy: all }')).toMatchObject({
			iceServers: []
		});
	});

	it('is an error of a server, or just a text', () => {
		expect(parseValue(REFUSED)).toMatchObject({ error_code: '401', error_text: 'Unauthorized' });
		for (const text of ['stable', 'error_code: 5', '{ iceServers: [', 'label: chat']) {
			expect(parseValue(text)).toBe(text);
		}
	});

	it('tells why there is no candidate', async () => {
		const log = offered({ own: [] }).concat(states(16, 'failed'));
		const without = RELAY_ALONE.replace('turn:turn.example.org:3478?transport=udp', '');
		expect(await first(log, without)).toBe('ice.relay-without-server');
		const refused = log.toSpliced(6, 0, [0.06, 'icecandidateerror', REFUSED]);
		expect(await first(refused, RELAY_ALONE)).toBe('turn.unauthorized');
	});

	it('tells of a track that was never negotiated', async () => {
		const log = cameAbout({ offer: offerOf(), answer: answerOf() });
		log.push([
			2,
			'transceiverAdded',
			'Caused by: addTrack\n\ngetTransceivers()[2]:{\n  mid:null\n}'
		]);
		log.push([9, 'onicegatheringstatechange', '"complete"']);
		expect(await first(log, RELAY_ALONE)).toBe('media.not-negotiated');
	});
});
