import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/lib/diagnose/in-words';
import { KNOWN_WORDS } from '../../src/lib/diagnose/told/known-words';
import { recognise } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';
import { sdp } from './fixtures';

/** The one conclusion of a text that has nothing but states and errors. */
function told(text: string) {
	const found = recognise(text);
	if (found.kind !== 'told') throw new Error(`${found.kind}: ${found.sentence}`);
	const [one, ...others] = conclude(found);
	expect(others).toEqual([]);
	for (const { todo, because } of one!.findings) {
		expect(todo).toMatch(/\.$/);
		expect(because[0]).toMatchObject({
			kind: 'fact',
			text: expect.stringMatching(/^line \d/) as string
		});
	}
	return { sentence: found.sentence, findings: one!.findings, summary: summaryOf(one!) };
}
const idsOf = (text: string) => told(text).findings.map(({ id }) => id);

const ON = "on 'RTCPeerConnection': ";
const SAID: readonly (readonly [words: string, id: string])[] = [
	['iceConnectionState: failed', 'ice.told-failed'],
	['{"peer":"a","iceConnectionState":"failed"}', 'ice.told-failed'],
	['[12:00:01] pc.connectionState changed to failed', 'ice.told-failed'],
	[
		'WebRTC: ICE failed, add a TURN server and see about:webrtc for more details',
		'told.ice-failed'
	],
	['ICE failed, add a STUN server and see about:webrtc for more details', 'told.ice-failed'],
	['ICE failed, your TURN server appears to be broken, see about:webrtc', 'told.ice-failed'],
	['ICE failed, see about:webrtc for more details', 'told.ice-failed'],
	[
		`Uncaught (in promise) InvalidStateError: Failed to execute 'setRemoteDescription' ${ON}Failed to set remote answer sdp: Called in wrong state: stable`,
		'negotiation.answer-in-stable'
	],
	[
		`DOMException: Failed to execute 'setLocalDescription' ${ON}Failed to set local offer sdp: Called in wrong state: have-remote-offer`,
		'negotiation.wrong-state'
	],
	['InvalidStateError: Cannot set remote answer in state stable', 'negotiation.answer-in-stable'],
	['Failed to set remote answer sdp: Something that nobody knows.', 'negotiation.refused'],
	[
		`InvalidStateError: Failed to execute 'addIceCandidate' ${ON}The remote description was null`,
		'told.candidate-too-early'
	],
	[
		'InvalidStateError: Cannot add ICE candidate when there is no remote SDP',
		'told.candidate-too-early'
	],
	[
		`OperationError: Failed to execute 'addIceCandidate' ${ON}Error processing ICE candidate`,
		'told.candidate-refused'
	],
	['getting error Error: Failed to add ICE candidate', 'told.candidate-refused'],
	[
		"[22989:0621/152136.419206:ERROR:webrtcsession.cc(1106)] ProcessIceMessage: ICE candidates can't be added without any remote session description.",
		'told.candidate-too-early'
	],
	[
		"TypeError: Failed to construct 'RTCIceCandidate': sdpMid and sdpMLineIndex are both null.",
		'told.candidate-of-no-section'
	],
	[
		`InvalidStateError: Failed to execute 'createAnswer' ${ON}PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer.`,
		'told.answer-without-offer'
	],
	[
		`InvalidStateError: Failed to execute 'createOffer' ${ON}The RTCPeerConnection's signalingState is 'closed'.`,
		'told.closed'
	],
	[
		"OperationError: Failed to create offer: The order of m-lines in subsequent offer doesn't match order from previous offer/answer.",
		'told.sections-reordered'
	],
	[
		"SyntaxError: Failed to construct 'RTCPeerConnection': ICE server parsing failed: Empty uri.",
		'told.servers-refused'
	],
	[
		"ICE(PC:1571075875428402 (id=6442450949 url=https://example.org/)): couldn't create any valid candidates",
		'told.no-own-candidates'
	],
	[
		`InvalidAccessError: Failed to execute 'addTrack' ${ON}A sender already exists for the track.`,
		'told.track-twice'
	],
	[
		"OperationError: Failed to execute 'send' on 'RTCDataChannel': RTCDataChannel send queue is full",
		'told.channel-full'
	],
	[
		"InvalidStateError: Failed to execute 'send' on 'RTCDataChannel': RTCDataChannel.readyState is not 'open'",
		'told.channel-not-open'
	],
	[
		"NotAllowedError: play() failed because the user didn't interact with the document first.",
		'told.autoplay-refused'
	],
	['NotAllowedError: Permission denied', 'told.device-not-allowed'],
	['NotFoundError: Requested device not found', 'told.device-absent'],
	['NotReadableError: Could not start video source', 'told.device-busy'],
	['OverconstrainedError: ', 'told.device-overconstrained'],
	['OperationError: nobody knows this', 'told.unknown-words']
];

describe('of a call of which nothing but words was pasted is said what they mean:', () => {
	it.each(SAID)('%s', (words, id) => {
		expect(idsOf(words)).toEqual([id]);
		expect(idsOf(`call.js:5 Error in call\n    ${words}\n    at f (call.js:5:7)\n`)).toEqual([id]);
	});

	it('all that are known have such words', () => {
		const ids = new Set(SAID.map(([, id]) => id));
		expect(KNOWN_WORDS.map(([, { id }]) => id).filter((id) => !ids.has(id))).toEqual([]);
	});

	it('each once, in whichever order and however often', () => {
		const some = fc.array(fc.constantFrom(...SAID), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(some, (all) => {
				const found = idsOf(all.map(([words]) => words).join('\n'));
				const known = (id: string) => id !== 'negotiation.refused';
				expect(new Set(found).size).toBe(found.length);
				expect(found.filter(known).toSorted()).toEqual(
					[...new Set(all.map(([, id]) => id))].filter(known).toSorted()
				);
			})
		);
	});

	it('with what browsers were tried with that said the same', () => {
		const { findings } = told(
			'Failed to set remote answer sdp: Called with SDP without DTLS fingerprint.'
		);
		expect(JSON.stringify(findings[0]!.because)).toContain('`sdp.no-fingerprint`');
	});

	it.each(['new', 'checking', 'connecting', 'connected', 'completed', 'disconnected', 'closed'])(
		'what the state %s says, and that it says no more',
		(state) => {
			const { findings, sentence, summary } = told(`iceConnectionState: ${state}`);
			expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
				['told.state', 'worth knowing']
			]);
			expect(sentence).toBe(
				`No description and no candidate, but what is told of a call: the state ${state}.`
			);
			expect(summary).toContain('cannot be told');
		}
	);

	it('and of what is not known that it is not', () => {
		const { findings, summary } = told('InvalidStateError: the frobnicator is off');
		expect(findings[0]).toMatchObject({
			isCertain: false,
			claim: expect.stringMatching(/not known here.*by its name: this may not/) as string
		});
		expect(summary).toContain('cannot be told');
	});
});

describe('nothing is read out of', () => {
	it.each([
		['prose', 'The call failed, and nobody knows why.'],
		['a program', "if (pc.iceConnectionState === 'failed') throw new Error('no');"],
		['errors of others', 'TypeError: x is undefined\n    at f (a.js:1:1)\nReferenceError: y'],
		['a state of something else', 'connection: failed\nstate = failed']
	])('%s', (_, text) => {
		expect(recognise(text).kind).toBe('unknown');
	});

	it('a text that has a description, whatever stands beside it', () => {
		const text = `OperationError: nobody knows this\n${sdp('chromium-offer-gathered')}`;
		const found = recognise(text);
		expect(found.kind).toBe('description');
	});
});

describe('words', () => {
	it.each(['InvalidStateError: x\n', 'Error ', 'ICE failed, ', 'Failed to execute '])(
		'take time in proportion to the length of a text of them: %j',
		(unit) => {
			const repeated = (length: number) => unit.repeat(Math.ceil(length / unit.length));
			expect(costOfLength(repeated, 16_000, recognise)).toBeLessThan(8);
		}
	);
});

it('a TURN server that takes no login stands in front of the failure that it explains, and once', async () => {
	const text =
		'icecandidateerror: 401 Unauthorized turn:turn.example.org:3478?transport=udp\nTURN allocate error 401 Unauthorized\niceConnectionState: failed\n';
	expect((await findingsOf(text)).map(({ id }) => id)).toEqual([
		'turn.unauthorized',
		'ice.told-failed'
	]);
	const unreached =
		'icecandidateerror: 701 TURN allocate request timed out. turn:turn.example.org:3478?transport=udp\n';
	expect((await findingsOf(unreached)).map(({ id }) => id)).toEqual(['turn.unreachable']);
});
