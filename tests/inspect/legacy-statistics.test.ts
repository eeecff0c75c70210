import { describe, expect, it } from 'vitest';
import { findingsOf, mattersIn } from './concluded';
import { cameAbout, internalsDump } from './made-dump';
import type { MadeObject } from './made-statistics';

/** What getStats() with a callback gave in Chrome until 2022: all values are texts. */
const legacy = (decoded: number, packets = 1200): MadeObject[] => [
	{
		id: 'ssrc_1070617251_recv',
		type: 'ssrc',
		mediaType: 'video',
		ssrc: '1070617251',
		packetsReceived: String(packets),
		packetsLost: '0',
		bytesReceived: String(packets * 800),
		framesDecoded: String(decoded),
		googPlisSent: '14'
	},
	{
		id: 'Conn-audio-1-0',
		type: 'googCandidatePair',
		googActiveConnection: 'true',
		googWritable: 'true',
		googLocalAddress: '192.168.1.5:44025',
		googRemoteAddress: '[2001:db8::9]:43806',
		googLocalCandidateType: 'local',
		googRemoteCandidateType: 'stun',
		googTransportType: 'udp',
		requestsSent: '20',
		responsesReceived: '20'
	},
	{ id: 'bweforvideo', type: 'VideoBwe', googTransmitBitrate: '1' }
];

const failing: MadeObject = {
	...legacy(0)[1]!,
	googActiveConnection: 'false',
	googWritable: 'false',
	googRemoteAddress: '10.8.0.2:43806',
	requestsSent: '60',
	responsesReceived: '0'
};

describe('statistics in the form from before the standard', () => {
	it('pasted as a list or by their names, say what they count', async () => {
		const [found] = await findingsOf(JSON.stringify(legacy(0)));
		expect(found?.id).toBe('media.not-decoded');
		expect(found?.because[0]?.text).toContain('pliCount 14');
		const named = Object.fromEntries(legacy(0).map((one) => [one.id, one]));
		expect(await mattersIn(JSON.stringify(named))).toEqual(['media.not-decoded']);
		expect(await mattersIn(JSON.stringify(legacy(500)))).toEqual([]);
	});

	it('are not taken at their word where a count is 0 and a rate is not', async () => {
		const seen = { ...legacy(0)[0]!, googFrameRateDecoded: '30' };
		expect(await mattersIn(JSON.stringify([seen, legacy(0)[1]]))).toEqual([]);
	});

	it('tell of checks that nobody answers', async () => {
		expect(await mattersIn(JSON.stringify([failing]))).toEqual(['ice.remote-only-private']);
	});

	it('say nothing of padding, which has next to nothing in it', async () => {
		const padding = { ...legacy(0)[0]!, bytesReceived: '60000' };
		expect(await mattersIn(JSON.stringify([padding, legacy(0)[1]]))).toEqual([]);
	});

	it('count in a dump as others do', async () => {
		const statistics = (decoded: number) => (second: number) =>
			legacy(decoded * second, 60 * second);
		const dump = (decoded: number) =>
			internalsDump([{ log: cameAbout(), statistics: statistics(decoded) }]);
		const video = async (decoded: number) =>
			(await mattersIn(dump(decoded))).filter((id) => id !== 'media.nothing-received');
		expect(await video(0)).toEqual(['media.not-decoded']);
		expect(await video(25)).toEqual([]);
	});
});
