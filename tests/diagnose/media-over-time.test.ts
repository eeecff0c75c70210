import { describe, expect, it } from 'vitest';
import type { RtpStats } from '../../src/lib/trace';
import { answerOf, candidate, connected, MadeCall, offerOf, rtp } from './made-call';

/** A call of which one end is recorded, connected, its statistics read each second; `at` says what they count then. */
function alone(at: (second: number) => { inbound?: RtpStats[]; outbound?: RtpStats[] }): MadeCall {
	const call = new MadeCall().create('john');
	call.set('john', 'Local', offerOf()).set('john', 'Remote', answerOf());
	call.add('john', candidate('192.168.1.3')).state('john', 'connected', 'connected');
	for (let second = 0; second <= 12; second += 1) call.after(1000).report('john', at(second));
	return call;
}

const flowing = (second: number) => [rtp('audio', 50 * second), rtp('video', 60 * second)];
const untilFourth = (second: number) => Math.min(second, 4);

describe('what stops arriving while the connection stands', () => {
	it('may have been switched off, where one end was recorded', () => {
		const call = alone((second) => ({
			outbound: flowing(second),
			inbound: [rtp('audio', 50 * second), rtp('video', 60 * untilFourth(second))]
		}));
		expect(call.findings).toMatchObject([
			{ id: 'media.stopped-arriving', severity: 'worth knowing', isCertain: false }
		]);
		expect(call.first.claim).toBe(
			'Video stopped arriving at John 8 s before the end, while connected.'
		);
	});

	it('was lost, where the other end went on sending it', () => {
		const call = connected();
		for (let second = 1; second <= 12; second += 1) {
			call.after(1000).report('jane', { outbound: flowing(second), inbound: flowing(second) });
			call.report('john', { outbound: flowing(second), inbound: flowing(untilFourth(second)) });
		}
		expect(call.first).toMatchObject({
			id: 'media.stopped-arriving',
			severity: 'breaks a part',
			isCertain: true
		});
		expect(call.first.claim).toContain('though Jane went on sending it');
	});

	it('is told by who stopped sending it, where that end was recorded', () => {
		const call = connected();
		for (let second = 1; second <= 12; second += 1) {
			const some = flowing(untilFourth(second));
			call.after(1000).report('jane', { outbound: some, inbound: flowing(second) });
			call.report('john', { outbound: flowing(second), inbound: some });
		}
		expect(call.ids).toEqual(['media.nothing-sent']);
	});
});

describe('a picture of which packets come and no frame', () => {
	const seen = (packets: number, bytes: number, requests: number | null) =>
		alone((second) => ({
			outbound: flowing(second),
			inbound: [
				rtp('audio', 50 * second),
				rtp('video', 60 + packets * second, {
					frames: 30,
					bytes: 6000 + packets * bytes * second,
					...(requests !== null && {
						quality: { keyFrames: 1, keyFrameRequests: 2 + Math.round(requests * second) }
					})
				})
			]
		}));

	it('is frozen, where key frames are asked for', () => {
		expect(seen(60, 900, 1).first).toMatchObject({
			id: 'media.frozen',
			severity: 'breaks a part'
		});
		expect(seen(60, 900, null).ids).toEqual(['media.frozen']);
	});

	it('stands still, where padding comes and nobody asks for one', () => {
		expect(seen(8, 200, 0).ids).toEqual([]);
		expect(seen(8, 200, null).ids).toEqual([]);
	});
});

it('what is switched off is not sent, and no fault', () => {
	const sent = (active: boolean | null) =>
		alone((second) => ({
			inbound: flowing(second),
			outbound: [
				rtp('audio', 50 * second),
				rtp('video', 0, active === null ? {} : { quality: { active } })
			]
		})).first;
	expect(sent(false)).toMatchObject({ id: 'media.nothing-sent', severity: 'worth knowing' });
	expect(sent(false).claim).toContain('switched off (active false)');
	expect(sent(null)).toMatchObject({ id: 'media.nothing-sent', severity: 'breaks a part' });
});
