import { describe, expect, it } from 'vitest';
import type { RtpStats } from '../../src/lib/trace';
import { answerOf, candidate, connected, MadeCall, offerOf, rtp } from './made-call';

/** A connected call whose statistics are read each second; `at` says what they count then. */
function counted(
	at: (second: number) => { inbound?: RtpStats[]; outbound?: RtpStats[] },
	seconds = 8,
	call = connected()
): MadeCall {
	for (let second = 0; second <= seconds; second += 1) {
		call.after(1000).report('john', at(second));
	}
	return call;
}

const flowing = (second: number) => [rtp('audio', 50 * second), rtp('video', 60 * second)];

describe('media that flow', () => {
	it('both ways are nothing to tell of', () => {
		const call = counted((second) => ({ inbound: flowing(second), outbound: flowing(second) }));
		expect(call.ids).toEqual([]);
	});

	it('are not judged by what a second shows', () => {
		const call = counted(() => ({ inbound: [rtp('video', 0)], outbound: [rtp('video', 0)] }), 2);
		expect(call.ids).toEqual([]);
	});

	it('and of which nothing was counted are not judged', () => {
		expect(counted(() => ({})).ids).toEqual([]);
	});
});

describe('media that do not', () => {
	it('since nothing is sent', () => {
		const call = counted((second) => ({
			inbound: flowing(second),
			outbound: [rtp('audio', 50 * second), rtp('video', 0)]
		}));
		expect(call.first).toMatchObject({ id: 'media.nothing-sent', severity: 'breaks a part' });
		expect(call.first.claim).toContain('sent not one packet of it');
	});

	it('since they stopped, which may be meant', () => {
		const call = counted((second) => ({
			inbound: flowing(second),
			outbound: [rtp('audio', 50 * second), rtp('video', Math.min(120, 60 * second))]
		}));
		expect(call.first).toMatchObject({
			id: 'media.nothing-sent',
			severity: 'worth knowing',
			isCertain: false
		});
	});

	it('though the other side says that it sends', () => {
		const call = connected();
		for (let second = 1; second <= 8; second += 1) {
			call.after(1000).report('jane', { outbound: flowing(second), inbound: flowing(second) });
			call.report('john', {
				outbound: flowing(second),
				inbound: [rtp('audio', 50 * second), rtp('video', 0)]
			});
		}
		expect(call.first).toMatchObject({ id: 'media.nothing-received', isCertain: true });
		expect(call.first.claim).toBe(
			'Jane sent 480 packets of video, and not one of them arrived at John.'
		);
	});

	it('where only one end was recorded, and the other announced a track', () => {
		const half = (msid: string) => {
			const answer = { type: 'answer', sdp: answerOf({ msid }).sdp };
			const call = new MadeCall().create('john');
			call.set('john', 'Local', offerOf()).set('john', 'Remote', answer);
			call.add('john', candidate('192.168.1.3')).state('john', 'connected', 'connected');
			return counted((second) => ({ inbound: [], outbound: flowing(second) }), 8, call);
		};
		expect(half('stream').first).toMatchObject({
			id: 'media.nothing-received',
			isCertain: false
		});
		expect(half('mixedmslabel').ids).toEqual([]);
	});

	it('where the sound of the same side arrives, which a camera that is off explains as well', () => {
		const answer = { type: 'answer', sdp: answerOf({ msid: 'stream' }).sdp };
		const half = new MadeCall().create('john');
		half.set('john', 'Local', offerOf()).set('john', 'Remote', answer);
		half.add('john', candidate('192.168.1.3')).state('john', 'connected', 'connected');
		const call = counted(
			(second) => ({
				inbound: [rtp('audio', 50 * second), rtp('video', 0)],
				outbound: flowing(second)
			}),
			8,
			half
		);
		expect(call.first).toMatchObject({
			id: 'media.nothing-received',
			severity: 'worth knowing',
			isCertain: false,
			todo: expect.stringContaining('switched on over there')
		});
	});

	it('since not one frame is decoded, or none any more', () => {
		const decoded = (frames: (second: number) => number) =>
			counted((second) => ({
				outbound: flowing(second),
				inbound: [rtp('audio', 50 * second), rtp('video', 60 * second, { frames: frames(second) })]
			})).first;
		expect(decoded(() => 0)).toMatchObject({ id: 'media.not-decoded', severity: 'breaks a part' });
		expect(decoded((second) => Math.min(90, 30 * second)).id).toBe('media.frozen');
	});

	it('since much of it is lost', () => {
		const lost = (share: number) =>
			counted((second) => ({
				outbound: flowing(second),
				inbound: [
					rtp('audio', 50 * second),
					rtp('video', 60 * second, { packetsLost: Math.round(60 * second * share) })
				]
			}));
		expect(lost(0.2).first).toMatchObject({ id: 'media.loss', severity: 'will bite' });
		expect(lost(0.2).first.claim).toContain('17 of 100 packets of video');
		expect(lost(0.01).ids).toEqual([]);
	});

	it('but by a direction that was agreed on', () => {
		const media = { audio: 'sendrecv', video: 'recvonly' };
		const call = new MadeCall().create('john').create('jane').agree(offerOf(), answerOf({ media }));
		call.both('connected', 'connected');
		counted(
			(second) => ({ outbound: flowing(second), inbound: [rtp('audio', 50 * second)] }),
			8,
			call
		);
		expect(call.findings.map(({ id, severity }) => [id, severity])).toEqual([
			['media.no-track', 'worth knowing']
		]);
	});
});

describe('what the other side answered, where it was not recorded', () => {
	const answered = (direction: string) => {
		const call = new MadeCall().create('john').set('john', 'Local', offerOf());
		call.set('john', 'Remote', answerOf({ media: { audio: 'sendrecv', video: direction } }));
		return call.state('john', 'connected', 'connected').findings;
	};

	it.each(['recvonly', 'inactive'])(
		'%s: nothing comes of what was offered both ways',
		(direction) => {
			const [found] = answered(direction);
			expect(found).toMatchObject({ id: 'media.no-track', severity: 'worth knowing' });
			expect(found?.claim).toContain(`it answered ${direction}`);
			expect(found?.claim.includes('and takes none of John')).toBe(direction === 'inactive');
		}
	);

	it('both ways is nothing to tell of', () => {
		expect(answered('sendrecv')).toEqual([]);
	});
});

describe('devices', () => {
	it('that are refused break a part, unless something else is sent', () => {
		const call = new MadeCall().create('john');
		call.refuse('john', 'getUserMedia', { video: true }, 'NotAllowedError', 'Permission denied');
		expect(call.first).toMatchObject({ id: 'media.device-refused', severity: 'breaks a part' });
		call.done('john', 'getUserMedia', { audio: true }, { id: 's', tracks: [] });
		expect(call.first.severity).toBe('worth knowing');
	});

	it('a screen that nobody chose is no fault', () => {
		const call = new MadeCall().create('john');
		call.refuse('john', 'navigator.mediaDevices.getDisplayMedia', {}, 'NotAllowedError');
		expect(call.first).toMatchObject({ id: 'media.screen-refused', severity: 'worth knowing' });
	});

	it('that end, or are muted, in the middle of a call', () => {
		const call = connected();
		call.event('john', 'mute', { kind: 'video', id: 'v', side: 'local' });
		expect(call.first.id).toBe('media.track-muted');
		call.event('john', 'ended', { kind: 'audio', id: 'a', side: 'local' });
		expect(call.first.id).toBe('media.track-ended');
	});
});

describe('how well media do that flow', () => {
	const inbound = (quality: RtpStats['quality']) =>
		counted((second) => ({
			outbound: flowing(second),
			inbound: [rtp('audio', 50 * second, quality && { quality }), rtp('video', 60 * second)]
		}));

	it('sound that was made up for lack of packets', () => {
		const call = inbound({ concealed: 60_000, samples: 400_000 });
		expect(call.first).toMatchObject({ id: 'media.concealed', severity: 'will bite' });
		expect(call.first.claim).toContain('15 of 100 samples');
		expect(inbound({ concealed: 4000, samples: 400_000 }).ids).toEqual([]);
		expect(inbound({ concealed: 4000, samples: 8000 }).ids).toEqual([]);
	});

	it('but not what is made up while nobody speaks, and nothing is sent', () => {
		expect(inbound({ concealed: 120_000, samples: 800_000 }).ids).toEqual([]);
	});

	it('sound that is silence is worth knowing', () => {
		expect(inbound({ audioLevel: 0 }).findings.map(({ id, severity }) => [id, severity])).toEqual([
			['media.silence', 'worth knowing']
		]);
		expect(inbound({ audioLevel: 0.01 }).ids).toEqual([]);
	});

	it('video that the device or the line keeps from being better', () => {
		const limited = (limitedBy: (second: number) => string) =>
			counted((second) => ({
				inbound: flowing(second),
				outbound: [
					rtp('audio', 50 * second),
					rtp('video', 60 * second, { quality: { limitedBy: limitedBy(second) } })
				]
			})).ids;
		expect(limited(() => 'cpu')).toEqual(['media.limited-by-cpu']);
		expect(limited(() => 'bandwidth')).toEqual(['media.limited-by-bandwidth']);
		expect(limited((second) => (second < 3 ? 'bandwidth' : 'none'))).toEqual([]);
	});

	it('layers of simulcast that are not sent', () => {
		const layers = (packets: readonly number[]) =>
			counted((second) => ({
				inbound: flowing(second),
				outbound: [
					rtp('audio', 50 * second),
					...packets.map((each, at) =>
						rtp('video', each * second, { quality: { rid: 'hml'[at]!, active: each > 0 } })
					)
				]
			}));
		expect(layers([50, 0, 0]).first).toMatchObject({
			id: 'media.layers-off',
			severity: 'worth knowing'
		});
		expect(layers([50, 0, 0]).first.claim).toContain('2 of John’s 3 layers');
		expect(layers([50, 40, 30]).ids).toEqual([]);
		const layer = (second: number, mid: string, rid: string, active: boolean) =>
			rtp('video', active ? 50 * second : 0, { mid, quality: { rid, active } });
		const inTwoSections = counted((second) => ({
			inbound: flowing(second),
			outbound: [
				rtp('audio', 50 * second),
				layer(second, '1', 'q', true),
				layer(second, '1', 'f', false),
				layer(second, '0', 'q', true),
				layer(second, '0', 'f', false)
			]
		}));
		expect(inTwoSections.first.claim).toContain('(f of section 0, f of section 1)');
	});

	it('a picture that is not decoded says how many key frames were asked for', () => {
		const call = counted((second) => ({
			outbound: flowing(second),
			inbound: [
				rtp('audio', 50 * second),
				rtp('video', 60 * second, {
					frames: 0,
					quality: { keyFrames: 0, keyFrameRequests: second }
				})
			]
		}));
		expect(call.first.because.map(({ text }) => text)).toContain(
			'8 requests for a key frame sent, 0 decoded'
		);
	});
});
