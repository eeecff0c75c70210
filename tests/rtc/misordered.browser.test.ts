import { afterEach, describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import { agreed, closeAll, offered, traced, tracedWithAudio } from './connections';

afterEach(closeAll);

/** What was attempted: the watched connection, the name of the call, and the call. */
type Attempt = {
	on: ReturnType<typeof traced>;
	name: string;
	run: () => Promise<unknown> | unknown;
};

type Outcome = string | { chromium: string; firefox: string };
const ACCEPTED = 'accepted';

const candidateLine = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host';

/** An offer of audio from somebody else, changed on its way. */
async function changedOffer(change: (sdp: string) => string) {
	const { sdp } = await tracedWithAudio().pc.createOffer();
	const changed = change(sdp!);
	expect(changed, 'the offer has what is to be changed').not.toBe(sdp);
	const on = traced();
	return {
		on,
		name: 'setRemoteDescription',
		run: () => on.pc.setRemoteDescription({ type: 'offer', sdp: changed })
	};
}

/** An answer that is changed on its way back to John. */
async function changedAnswer(change: (sdp: string) => string) {
	const { john, jane } = await offered();
	const { sdp } = await jane.pc.createAnswer();
	const changed = change(sdp!);
	expect(changed, 'the answer has what is to be changed').not.toBe(sdp);
	return {
		on: john,
		name: 'setRemoteDescription',
		run: () => john.pc.setRemoteDescription({ type: 'answer', sdp: changed })
	};
}

async function givenCandidate(candidate: RTCIceCandidateInit) {
	const { jane } = await offered();
	return { on: jane, name: 'addIceCandidate', run: () => jane.pc.addIceCandidate(candidate) };
}

function without(line: string) {
	return (sdp: string) => sdp.replaceAll(new RegExp(`^a=${line}.*\\r\\n`, 'gm'), '');
}

const ATTEMPTS: [what: string, attempt: () => Promise<Attempt> | Attempt, outcome: Outcome][] = [
	[
		'an answer created in stable',
		() => {
			const on = tracedWithAudio();
			return { on, name: 'createAnswer', run: () => on.pc.createAnswer() };
		},
		'InvalidStateError'
	],
	[
		'a remote answer in stable',
		async () => {
			const { answer } = await agreed();
			const on = tracedWithAudio();
			return {
				on,
				name: 'setRemoteDescription',
				run: () => on.pc.setRemoteDescription(answer)
			};
		},
		'InvalidStateError'
	],
	[
		'a local offer in have-remote-offer',
		async () => {
			const { offer: johns } = await offered();
			const on = tracedWithAudio();
			const offer = await on.pc.createOffer();
			await on.pc.setRemoteDescription(johns);
			return {
				on,
				name: 'setLocalDescription',
				run: () => on.pc.setLocalDescription(offer)
			};
		},
		'InvalidStateError'
	],
	[
		'a remote offer in have-local-offer (an implicit rollback)',
		async () => {
			const { john } = await offered();
			const { offer } = await offered();
			return {
				on: john,
				name: 'setRemoteDescription',
				run: () => john.pc.setRemoteDescription(offer)
			};
		},
		ACCEPTED
	],
	[
		'a local answer that was never created',
		async () => {
			const { answer } = await agreed();
			const { jane } = await offered();
			return {
				on: jane,
				name: 'setLocalDescription',
				run: () => jane.pc.setLocalDescription(answer)
			};
		},
		'InvalidModificationError'
	],
	[
		'an offer created after close',
		() => {
			const on = tracedWithAudio();
			on.pc.close();
			return { on, name: 'createOffer', run: () => on.pc.createOffer() };
		},
		'InvalidStateError'
	],
	[
		'a transceiver added after close',
		() => {
			const on = traced();
			on.pc.close();
			return { on, name: 'addTransceiver', run: () => on.pc.addTransceiver('audio') };
		},
		'InvalidStateError'
	],
	[
		'a candidate before any remote description',
		() => {
			const on = traced();
			return {
				on,
				name: 'addIceCandidate',
				run: () => on.pc.addIceCandidate({ candidate: candidateLine, sdpMid: '0' })
			};
		},
		'InvalidStateError'
	],
	[
		'a candidate that names no section',
		() => givenCandidate({ candidate: candidateLine }),
		'TypeError'
	],
	[
		'a candidate of a section that does not exist',
		() => givenCandidate({ candidate: candidateLine, sdpMid: 'nowhere' }),
		'OperationError'
	],
	[
		'a candidate that is garbage',
		() => givenCandidate({ candidate: 'candidate:this is none', sdpMid: '0' }),
		{ chromium: 'OperationError', firefox: ACCEPTED }
	],
	[
		'a candidate of another ICE session',
		() =>
			givenCandidate({ candidate: candidateLine, sdpMid: '0', usernameFragment: 'somebodyelse' }),
		{ chromium: ACCEPTED, firefox: 'OperationError' }
	],
	['an offer that is not SDP', () => changedOffer(() => 'no SDP'), 'OperationError'],
	['an offer without ufrag', () => changedOffer(without('ice-ufrag')), 'InvalidAccessError'],
	[
		'an offer without fingerprint',
		() => changedOffer(without('fingerprint')),
		'InvalidAccessError'
	],
	['an offer without rtcp-mux', () => changedOffer(without('rtcp-mux')), 'InvalidAccessError'],
	[
		'an offer without setup',
		() => changedOffer(without('setup')),
		{ chromium: ACCEPTED, firefox: 'InvalidAccessError' }
	],
	[
		'an answer with setup:actpass',
		() => changedAnswer((sdp) => sdp.replace('a=setup:active', 'a=setup:actpass')),
		'InvalidAccessError'
	],
	[
		'an answer with a section too few',
		() => changedAnswer((sdp) => sdp.slice(0, sdp.indexOf('m='))),
		'InvalidAccessError'
	],
	[
		'a local offer with another fingerprint',
		async () => {
			const on = tracedWithAudio();
			const { sdp } = await on.pc.createOffer();
			const changed = sdp!.replace(/^(a=fingerprint:sha-256 ).{5}/gm, '$100:00');
			expect(changed).not.toBe(sdp);
			return {
				on,
				name: 'setLocalDescription',
				run: () => on.pc.setLocalDescription({ type: 'offer', sdp: changed })
			};
		},
		{ chromium: 'InvalidModificationError', firefox: ACCEPTED }
	],
	[
		'the same track added twice',
		() => {
			const on = traced();
			const canvas = document.createElement('canvas');
			canvas.getContext('2d');
			const [track] = canvas.captureStream(1).getVideoTracks();
			on.pc.addTrack(track!);
			return { on, name: 'addTrack', run: () => on.pc.addTrack(track!) };
		},
		'InvalidAccessError'
	]
];

/** What the browser in which this runs makes of an attempt. */
function here(outcome: Outcome): string {
	return typeof outcome === 'string' ? outcome : outcome[server.browser as 'chromium' | 'firefox'];
}

describe('what a watched connection meets out of order or damaged', () => {
	it.each(ATTEMPTS.map(([what, attempt, outcome]) => [what, here(outcome), attempt] as const))(
		'%s: %s',
		async (_, outcome, attempt) => {
			const { on, name, run } = await attempt();
			const before = on.recorded.of('error').length;
			let thrown: { name: string; message: string } | null = null;
			try {
				await run();
			} catch (error) {
				thrown = error as DOMException;
			}
			expect(thrown?.name ?? ACCEPTED).toBe(outcome);
			const settled = on.recorded.settlementOf(name);
			if (thrown) {
				expect(settled).toMatchObject({
					kind: 'error',
					name,
					data: { name: thrown.name, message: thrown.message }
				});
				expect(on.recorded.of('error')).toHaveLength(before + 1);
			} else {
				expect(settled).toMatchObject({ kind: 'result', name });
				expect(on.recorded.of('error')).toHaveLength(before);
			}
		}
	);
});
