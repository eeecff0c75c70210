import { describe, expect, it } from 'vitest';
import { performers, type Message, type Peer, type Received } from '../../src/lib/steps/step';
import { Queue } from '../../src/lib/signaling/queue';
import type { PeerName } from '../../src/lib/trace';
import { STEPS } from '../call/course';

/** The methods of an `RTCPeerConnection` that a negotiation consists of. */
const NEGOTIATION = [
	'createOffer',
	'createAnswer',
	'setLocalDescription',
	'setRemoteDescription',
	'addIceCandidate',
	'addTrack',
	'addTransceiver',
	'close'
] as const;

/** Two peers that write down what is done with them, and do nothing. */
function paper() {
	const calls: string[] = [];
	const inboxes = { john: new Queue<Message>(), jane: new Queue<Message>() };

	function person(name: PeerName): Peer {
		const other = name === 'john' ? 'jane' : 'john';
		return {
			candidates: new Queue<RTCIceCandidate | null>(),
			remote: { addTrack: (track: { kind: string }) => calls.push(`${name} shows ${track.kind}`) },
			stream: { getTracks: () => ['audio', 'video'].map((kind) => ({ kind, stop() {} })) },
			send(message: Message) {
				calls.push(`${name} send ${JSON.stringify(message)}`);
				inboxes[other].push(message);
			},
			receive: () => inboxes[name].next() as Promise<Received>
		} as unknown as Peer;
	}
	const john = person('john');
	const jane = person('jane');

	class PaperConnection {
		constructor(readonly owner: PeerName) {
			calls.push(`${owner} new RTCPeerConnection`);
			for (const name of NEGOTIATION) {
				Object.assign(this, {
					[name]: (...args: unknown[]) => {
						calls.push(`${owner} ${name}`);
						if (name === 'createOffer') return Promise.resolve({ type: 'offer', sdp: 'o' });
						if (name === 'createAnswer') return Promise.resolve({ type: 'answer', sdp: 'a' });
						return Promise.resolve(args);
					}
				});
			}
		}
	}

	async function perform(id: string) {
		const step = STEPS.find((one) => one.id === id)!;
		const from = calls.length;
		await Promise.all(
			performers(step).map((peer) => {
				class Connection extends PaperConnection {
					constructor() {
						super(peer);
					}
				}
				const operations = step[peer]!;
				const run = typeof operations === 'function' ? operations : operations.pattern;
				return run({
					john,
					jane,
					RTCPeerConnection: Connection as unknown as typeof RTCPeerConnection,
					navigator: { mediaDevices: { getUserMedia: () => Promise.reject(new Error('unused')) } },
					wire: { alter: () => Promise.reject(new Error('unused')) },
					servers: { stun: [], turn: [] },
					testPattern: (name) => ({ ...john.stream, name }) as unknown as MediaStream
				});
			})
		);
		return calls.slice(from);
	}
	return { john, jane, perform };
}

describe('the operations of the steps, performed in their order', () => {
	it('make at most one negotiation call each, or as many as there are tracks and candidates', async () => {
		const { john, jane, perform } = paper();
		const done: Record<string, string[]> = {};
		for (const { id } of STEPS) {
			if (id === 'john-sends-candidate') {
				const gathered = (port: number) => ({ candidate: `c${port}` }) as RTCIceCandidate;
				for (const peer of [john, jane]) {
					peer.candidates.push(gathered(1));
					peer.candidates.push(gathered(2));
					peer.candidates.push(null);
				}
			}
			done[id] = await perform(id);
		}
		expect(done).toEqual({
			'john-creates-peer-connection': ['john new RTCPeerConnection'],
			'john-gets-media': [],
			'john-adds-tracks': ['john addTrack', 'john addTrack'],
			'john-creates-offer': ['john createOffer'],
			'john-sets-local-description': ['john setLocalDescription'],
			'john-sends-offer': ['john send {"description":{"type":"offer","sdp":"o"}}'],
			'jane-creates-peer-connection': ['jane new RTCPeerConnection'],
			'jane-sets-remote-description': ['jane setRemoteDescription'],
			'jane-gets-media': [],
			'jane-adds-tracks': ['jane addTrack', 'jane addTrack'],
			'jane-creates-answer': ['jane createAnswer'],
			'jane-sets-local-description': ['jane setLocalDescription'],
			'jane-sends-answer': ['jane send {"description":{"type":"answer","sdp":"a"}}'],
			'john-sets-remote-description': ['john setRemoteDescription'],
			'john-sends-candidate': ['john send {"candidate":{"candidate":"c1"}}'],
			'jane-adds-candidate': ['jane addIceCandidate'],
			'jane-sends-candidate': ['jane send {"candidate":{"candidate":"c1"}}'],
			'john-adds-candidate': ['john addIceCandidate'],
			'remaining-candidates': expect.arrayContaining([
				'john send {"candidate":{"candidate":"c2"}}',
				'john send {"candidate":null}',
				'jane send {"candidate":{"candidate":"c2"}}',
				'jane send {"candidate":null}',
				'jane addIceCandidate',
				'john addIceCandidate'
			]) as string[],
			'john-hangs-up': expect.arrayContaining([
				'john send {"bye":true}',
				'john close',
				'jane close'
			]) as string[]
		});
		expect(done['remaining-candidates']).toHaveLength(8);
		expect(done['john-hangs-up']).toHaveLength(3);
	});

	it('give the peer the stream that its source made', async () => {
		const { john, jane, perform } = paper();
		await perform('john-gets-media');
		await perform('jane-gets-media');
		expect(john.stream).toMatchObject({ name: 'John' });
		expect(jane.stream).toMatchObject({ name: 'Jane' });
	});

	it('take what is gathered into the peer’s candidates, and what arrives into its picture', async () => {
		const { john, perform } = paper();
		await perform('john-creates-peer-connection');
		const handlers = john.pc as unknown as {
			onicecandidate(event: { candidate: unknown }): void;
			ontrack(event: { track: { kind: string } }): void;
		};
		handlers.onicecandidate({ candidate: { candidate: 'c1' } });
		expect(await john.candidates.next()).toEqual({ candidate: 'c1' });
		expect(() => handlers.ontrack({ track: { kind: 'video' } })).not.toThrow();
	});
});
