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

	it('is named once for sound and picture that stopped together', () => {
		const call = alone((second) => ({
			outbound: flowing(second),
			inbound: flowing(untilFourth(second))
		}));
		expect(call.findings).toHaveLength(1);
		expect(call.first.claim).toBe(
			'Audio stopped arriving at John 8 s before the end, while connected. The same goes for video.'
		);
		expect(call.first.because).toHaveLength(2);
	});

	/** Jane sends so much of a source, and so much of it comes to John; all else flows. */
	const both = (
		sent: (second: number) => number,
		came: (second: number) => number,
		ssrc: readonly [hers: number, his: number] = [7, 7]
	): MadeCall => {
		const call = connected();
		for (let second = 1; second <= 12; second += 1) {
			const sound = rtp('audio', 50 * second);
			call.after(1000).report('jane', {
				outbound: [sound, rtp('video', 60 * sent(second), { ssrc: ssrc[0] })],
				inbound: flowing(second)
			});
			call.report('john', {
				outbound: flowing(second),
				inbound: [sound, rtp('video', 60 * came(second), { ssrc: ssrc[1] })]
			});
		}
		return call;
	};
	const all = (second: number) => second;

	it('was lost, where the other end went on sending the same source', () => {
		const call = both(all, untilFourth);
		expect(call.first).toMatchObject({
			id: 'media.stopped-arriving',
			severity: 'breaks a part',
			isCertain: true
		});
		expect(call.first.claim).toContain('though Jane went on sending it');
	});

	it('is told by who stopped sending it, where that end was recorded', () => {
		expect(both(untilFourth, untilFourth).ids).toEqual(['media.nothing-sent']);
		// Whenever either was asked: what had been sent by then has come.
		const late = (second: number) => Math.min(4, Math.max(0, second - 3));
		expect(both(untilFourth, late).ids).toEqual(['media.nothing-sent']);
	});

	it('is not held against a source of another connection of a server', () => {
		expect(both(all, untilFourth, [7, 8]).ids).toEqual([]);
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
		// What is sent once more to try the line is as large as it was.
		expect(seen(8, 900, 0).ids).toEqual([]);
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

it('a source that takes the place of another one goes on', () => {
	// A track that was replaced counts from 0.
	const count = (second: number) => 60 * (second > 6 ? second - 6 : second);
	const replaced = (second: number) => [rtp('audio', 50 * second), rtp('video', count(second))];
	expect(
		alone((second) => ({ inbound: replaced(second), outbound: replaced(second) })).ids
	).toEqual([]);
});

it('a stream whose report is gone in the end is not one of which nothing ever came', () => {
	const gone = (second: number) => [
		rtp('audio', 50 * second),
		...(second > 6 ? [] : [rtp('video', 60 * second)])
	];
	expect(alone((second) => ({ inbound: gone(second), outbound: flowing(second) })).ids).toEqual([]);
	expect(alone((second) => ({ outbound: gone(second), inbound: flowing(second) })).ids).toEqual([]);
});
