import { describe, expect, it } from 'vitest';
import type { MadeCall } from './made-call';
import { answerOf, connected, offerOf, rtp } from './made-call';

const audio = (second: number) => rtp('audio', 50 * second);

/**
 * A call of sound in which a picture is agreed on after a while, of which nothing is counted.
 * @param seconds for how long it goes on after that
 * @param before what of the picture was agreed on from the start
 */
function withPicture(seconds: number, before: string, msid = 'stream'): MadeCall {
	const call = connected();
	const set = (version: number, video: string, stream: string) => {
		const media = { audio: 'sendrecv', video };
		const answered = video === 'sendonly' ? 'recvonly' : video;
		const offer = offerOf({ author: `4611 ${version}`, media, msid: stream });
		call.agree(
			{ ...offer, sdp: offer.sdp.replace('a=msid:none video\r\n', '') },
			answerOf({ author: `7022 ${version}`, media: { audio: 'sendrecv', video: answered } })
		);
	};
	const look = (second: number) =>
		call.after(1000).report('john', {
			inbound: [audio(second)],
			outbound: [audio(second), rtp('video', 0)]
		});
	set(3, before, msid);
	for (let second = 1; second <= 15; second += 1) look(second);
	set(4, 'sendonly', 'stream');
	for (let second = 16; second <= 15 + seconds; second += 1) look(second);
	return call;
}

describe('a picture that is agreed on in the middle of a call', () => {
	it('is not missed after a second', () => {
		expect(withPicture(1, 'inactive').ids).toEqual([]);
		expect(withPicture(0, 'inactive').ids).toEqual([]);
	});

	it('is missed when it does not come, since it was agreed on', () => {
		const { first } = withPicture(9, 'inactive');
		expect(first).toMatchObject({ id: 'media.nothing-sent', severity: 'breaks a part' });
		expect(first.claim).toContain('sent not one packet of it in 8 s');
	});

	it('is not new where it had been agreed on before, whatever is negotiated', () => {
		expect(withPicture(1, 'sendonly').first.claim).toContain('in 15 s');
	});

	it('begins with its track, where it had none', () => {
		expect(withPicture(1, 'sendonly', 'none').ids).toEqual([]);
	});
});
