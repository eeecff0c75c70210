import { afterEach, describe, expect, it } from 'vitest';
import slide from '../../content/07-glare/04-the-end/01-four-lines.md?raw';
import { steps as call } from '../../src/lib/steps/call';
import { steps as glare } from '../../src/lib/steps/glare';
import type { Message } from '../../src/lib/steps/step';
import { otherPeer, PEER_NAMES, type PeerName } from '../../src/lib/trace';
import { PATIENCE, signaling } from './seen/look';
import { TwoPeers } from './two-peers';

const BEFORE = call.slice(0, call.findIndex(({ id }) => id === 'remaining-candidates') + 1);
const OFFERS = glare.slice(0, glare.findIndex(({ id }) => id === 'jane-offers') + 1);

let two: TwoPeers;
afterEach(() => two.end());

/** John and Jane in the call, without anything to send of their own, and both offers under way. */
async function bothHaveOffered(): Promise<void> {
	two = new TwoPeers({ john: 'none', jane: 'none' }, 'held');
	for (const step of [...BEFORE, ...OFFERS]) await two.perform(step);
}

const take = async (peer: PeerName) => {
	const { description } = await two[peer].receive('description');
	await two[peer].pc.setRemoteDescription(description);
};
const answer = async (peer: PeerName) => {
	await two[peer].pc.setLocalDescription();
	two[peer].send({ description: two[peer].pc.localDescription });
};
const refusal = (promise: Promise<void>) =>
	promise.then(
		() => 'accepted',
		({ name }: DOMException) => name
	);

describe('two offers that cross', () => {
	it('are both lost where both give way: each answer is refused', async () => {
		await bothHaveOffered();
		await Promise.all([take('john'), take('jane')]);
		expect(signaling(two)).toEqual(['have-remote-offer', 'have-remote-offer']);
		await Promise.all([answer('john'), answer('jane')]);
		expect(await Promise.all([refusal(take('john')), refusal(take('jane'))])).toEqual([
			'InvalidStateError',
			'InvalidStateError'
		]);
	});

	it('call for another where one is rolled back by itself, before the other is set', async () => {
		await bothHaveOffered();
		const { pc } = two.jane;
		const told = two.count('jane', 'negotiationneeded');
		await pc.setLocalDescription({ type: 'rollback' });
		expect([pc.signalingState, pc.pendingLocalDescription]).toEqual(['stable', null]);
		await expect.poll(() => two.count('jane', 'negotiationneeded'), PATIENCE).toBe(told + 1);
		await take('jane');
		expect(pc.signalingState).toBe('have-remote-offer');
	});
});

type Handler = (message: Message) => Promise<void>;
type Whole = (pc: RTCPeerConnection, send: (message: Message) => void, polite: boolean) => Handler;

/** The last program of the slide, as a function of what it takes for granted. */
async function wholeHandler(): Promise<Whole> {
	const program = [...slide.matchAll(/^```js\n([^]*?)^```$/gm)].at(-1)![1]!;
	const module = `export default (pc, send, polite) => { let onmessage; ${program}; return onmessage; };`;
	const url = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
	return ((await import(/* @vite-ignore */ url)) as { default: Whole }).default;
}

describe('the handler on the slide', () => {
	it('has the four lines of the slide in it', () => {
		const [lines, program] = [...slide.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code!);
		const words = (code: string) => code.replace(/\s+/g, ' ');
		expect(lines!.trim().split('\n')).toHaveLength(4);
		expect(words(program!)).toContain(words(lines!).trim());
	});

	it.each([
		['Jane', { john: false, jane: true }],
		['John', { john: true, jane: false }]
	])('settles it alone where %s is polite: each gets what the other added', async (_, polite) => {
		two = new TwoPeers({ john: 'none', jane: 'none' }, 'held');
		for (const step of BEFORE) await two.perform(step);
		const whole = await wholeHandler();
		const handlers = {} as Record<PeerName, Handler>;
		const faults: unknown[] = [];
		const offered = PEER_NAMES.map(
			(name) =>
				new Promise((resolve) => {
					two[name].pc.addEventListener('signalingstatechange', resolve, { once: true });
				})
		);
		for (const name of PEER_NAMES) {
			const { pc } = two[name];
			pc.onicecandidate = null;
			handlers[name] = whole(
				pc,
				(message) => {
					const copy = JSON.parse(JSON.stringify(message)) as Message;
					// Not before both have offered: so the offers cross.
					void Promise.all(offered)
						.then(() => handlers[otherPeer(name)](copy))
						.catch((fault: unknown) => faults.push(fault));
				},
				polite[name]
			);
			pc.addTransceiver('video', { direction: 'sendonly' });
		}
		const agreed = () =>
			PEER_NAMES.map((name) =>
				two[name].pc
					.getTransceivers()
					.map(({ currentDirection }) => currentDirection)
					.sort()
			);
		const all = ['inactive', 'inactive', 'recvonly', 'sendonly'];
		await expect.poll(agreed, PATIENCE).toEqual([all, all]);
		await expect.poll(() => signaling(two)).toEqual(['stable', 'stable']);
		expect(faults).toEqual([]);
	});
});
