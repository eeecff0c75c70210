import { afterEach, describe, expect, it } from 'vitest';
import { diff, type DescriptionDiff } from '../../src/lib/sdp';
import { BROKEN_BY } from '../../src/lib/sdp/diff/refusals';

const open: RTCPeerConnection[] = [];
afterEach(() => {
	for (const pc of open.splice(0)) pc.close();
});

interface Pair {
	readonly offer: string;
	readonly answer: string;
}

/** What the answerer does before it answers. */
type Prepare = (answerer: RTCPeerConnection) => void;

/** One exchange between two peers that may have had others before. */
async function exchange(
	offerer: RTCPeerConnection,
	answerer: RTCPeerConnection,
	prepare?: Prepare
): Promise<Pair> {
	await offerer.setLocalDescription();
	const offer = offerer.localDescription!.sdp;
	await answerer.setRemoteDescription({ type: 'offer', sdp: offer });
	prepare?.(answerer);
	await answerer.setLocalDescription();
	const answer = answerer.localDescription!.sdp;
	await offerer.setRemoteDescription({ type: 'answer', sdp: answer });
	return { offer, answer };
}

const BROWSER = /Firefox/.test(navigator.userAgent) ? 'Firefox' : 'Chromium';

/** What is called wrong, but for the rules of which it is known that this browser breaks them. */
const faults = ({ session, sections, refusedBy }: DescriptionDiff) => {
	const wrong = [...session, ...sections.flatMap(({ findings }) => findings)].filter(
		({ verdict }) => verdict === 'wrong'
	);
	const others = wrong.filter(({ rule }) => !rule || !BROKEN_BY[rule]?.includes(BROWSER));
	return [
		...(wrong.length === others.length ? refusedBy : []),
		...others.map(({ about, meaning }) => `${about}: ${meaning}`)
	];
};

/** No exchange that browsers make among themselves may be called wrong. */
function expectRight(pairs: readonly Pair[]) {
	for (const [at, { offer, answer }] of pairs.entries()) {
		expect(faults(diff(offer, answer, 'answer', pairs[at - 1])), `exchange ${at}`).toEqual([]);
	}
}

describe.each(['balanced', 'max-compat', 'max-bundle'] as const)(
	'a call that is negotiated again and again with %s',
	(bundlePolicy) => {
		it('has no wrong answer', { timeout: 60_000 }, async () => {
			const peer = () => {
				const pc = new RTCPeerConnection({ bundlePolicy });
				open.push(pc);
				return pc;
			};
			const [john, jane] = [peer(), peer()];
			const pairs: Pair[] = [];
			const next = async (offerer: RTCPeerConnection, prepare?: Prepare) => {
				pairs.push(await exchange(offerer, offerer === john ? jane : john, prepare));
			};
			for (const [one, other] of [
				[john, jane],
				[jane, john]
			] as const) {
				one.addEventListener('icecandidate', ({ candidate }) => {
					if (candidate) void other.addIceCandidate(candidate).catch(() => undefined);
				});
			}
			john.addTransceiver('audio');
			await next(john);
			for (const pc of [john, jane]) {
				await expect.poll(() => pc.connectionState, { timeout: 30_000 }).toBe('connected');
			}
			// More is added, and the other side offers.
			const second = jane.addTransceiver('video', { direction: 'sendonly' });
			await next(jane);
			john.createDataChannel('chat');
			await next(john);
			// Directions change; the answerer takes less than was offered.
			second.direction = 'inactive';
			await next(jane);
			second.direction = 'sendrecv';
			await next(jane, (pc) => {
				for (const one of pc.getTransceivers()) one.direction = 'recvonly';
			});
			// A section is stopped, and its place taken by another.
			second.stop();
			await next(jane);
			john.addTransceiver('video', { direction: 'recvonly' });
			await next(john);
			// ICE starts again.
			john.restartIce();
			await next(john);
			expect(pairs).toHaveLength(8);
			expect(pairs.some(({ answer }) => /^m=\S+ 0 /m.test(answer))).toBe(true);
			expectRight(pairs);
		});
	}
);
