import { afterEach, describe, expect, it } from 'vitest';
import { parseCandidate } from '../../src/lib/ice';
import { annotate, diff } from '../../src/lib/sdp';
import { tokenFaults, uncovered } from './cover';

const open: RTCPeerConnection[] = [];
afterEach(() => {
	for (const pc of open.splice(0)) pc.close();
});

function connection(bundlePolicy: RTCBundlePolicy): RTCPeerConnection {
	const pc = new RTCPeerConnection({ bundlePolicy });
	open.push(pc);
	return pc;
}

/** Sound and picture that need no device and no permission. */
function media(): MediaStream {
	const canvas = document.createElement('canvas');
	canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
	const sound = new AudioContext().createMediaStreamDestination();
	return new MediaStream([...canvas.captureStream(1).getTracks(), ...sound.stream.getTracks()]);
}

const gathered = (pc: RTCPeerConnection) =>
	new Promise<void>((resolve) => {
		const look = () => pc.iceGatheringState === 'complete' && resolve();
		pc.addEventListener('icegatheringstatechange', look);
		look();
	});

/** Every description that two peers come by: audio, video, data, and three sizes of the picture. */
async function descriptions(bundlePolicy: RTCBundlePolicy, answererSends: boolean) {
	const john = connection(bundlePolicy);
	const jane = connection(bundlePolicy);
	const candidates: string[] = [];
	for (const pc of [john, jane]) {
		pc.onicecandidate = ({ candidate }) => candidate && candidates.push(candidate.candidate);
	}
	const stream = media();
	for (const track of stream.getAudioTracks()) john.addTrack(track, stream);
	for (const track of stream.getVideoTracks()) {
		const sendEncodings = [{ rid: 'q', scaleResolutionDownBy: 4 }, { rid: 'h' }, { rid: 'f' }];
		john.addTransceiver(track, { streams: [stream], sendEncodings });
		john.addTransceiver(track, { streams: [stream] });
	}
	john.addTransceiver('video', { direction: 'recvonly' });
	john.createDataChannel('chat');
	const created = await john.createOffer();
	await john.setLocalDescription(created);
	const offer = john.localDescription?.sdp ?? '';
	await gathered(john);
	const offerGathered = john.localDescription?.sdp ?? '';
	await jane.setRemoteDescription({ type: 'offer', sdp: offer });
	if (answererSends) for (const track of media().getTracks()) jane.addTrack(track);
	const answerCreated = await jane.createAnswer();
	await jane.setLocalDescription(answerCreated);
	const answer = jane.localDescription?.sdp ?? '';
	await gathered(jane);
	return {
		offerCreated: created.sdp ?? '',
		offer,
		offerGathered,
		answerCreated: answerCreated.sdp ?? '',
		answer,
		answerGathered: jane.localDescription?.sdp ?? '',
		candidates
	};
}

const CASES = (['balanced', 'max-compat', 'max-bundle'] as const).flatMap((policy) => [
	[policy, true] as const,
	[policy, false] as const
]);

describe.each(CASES)(
	'what this browser writes with %s, the answerer sending: %s',
	(policy, sends) => {
		it('is known, explained and covered, line by line', { timeout: 60_000 }, async () => {
			const { candidates, ...texts } = await descriptions(policy, sends);
			for (const [name, text] of Object.entries(texts)) {
				const { lines } = annotate(text);
				expect(lines.map((line) => line.text + line.ending).join('')).toBe(text);
				expect(lines.length, name).toBeGreaterThan(50);
				for (const line of lines) {
					const what = `${name}: ${line.text}`;
					expect(line.known, what).toBe(true);
					expect(line.problem, what).toBeNull();
					expect(line.explanation, what).toMatch(/^\S.*\.$/);
					expect(line.explanation, what).not.toMatch(/undefined|null|NaN|not known/);
					expect(line.spec?.url, what).toMatch(/^https:/);
					expect(line.usage?.by, what).toBeTruthy();
					expect(uncovered(line), what).toBe('');
					expect(tokenFaults(line), what).toEqual([]);
				}
			}
			expect(candidates.length).toBeGreaterThan(0);
			for (const text of candidates) expect(parseCandidate(text).problem, text).toBeNull();
		});

		it('is compared as what it is', { timeout: 60_000 }, async () => {
			const made = await descriptions(policy, sends);
			expect(diff(made.offerCreated, made.offer).relation).toBe('revision');
			expect(diff(made.offer, made.offerGathered).relation).toBe('revision');
			const { relation, sections } = diff(made.offer, made.answer);
			expect(relation).toBe('answer');
			expect(
				sections.flatMap(({ findings }) => findings.map(({ verdict }) => verdict))
			).not.toContain('wrong');
		});
	}
);
