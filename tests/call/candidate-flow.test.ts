import { describe, expect, it } from 'vitest';
import { CandidateFlow } from '../../src/lib/call/candidate-flow';
import { Mailbox } from '../../src/lib/signaling/mailbox';
import { memoryWire } from '../../src/lib/signaling/memory-wire';

const sdp = (ufrag: string) => `v=0\r\na=ice-ufrag:${ufrag}\r\n`;
const candidate = (name: string, usernameFragment: string | null = 'abcd') => ({
	candidate: `candidate:${name}`,
	sdpMid: '0',
	usernameFragment
});

/** Jane’s end of a wire, with what was handed on to her, and what was written down. */
function jane() {
	const [john, own] = memoryWire();
	const sender = new Mailbox(john);
	const mailbox = new Mailbox(own);
	const connection = {
		pendingRemoteDescription: null as { sdp: string } | null,
		currentRemoteDescription: null as { sdp: string } | null
	};
	const said: string[] = [];
	const flow = new CandidateFlow({
		mailbox,
		connection: () => connection as RTCPeerConnection,
		delivered: ({ id }) => said.push(`delivered ${id}`)
	});
	const add = (one: RTCIceCandidateInit | null) => {
		said.push(`added ${one?.candidate ?? null}`);
	};
	/** What is under way in this turn comes to its end. */
	const settled = () => new Promise((resolve) => setTimeout(resolve));
	return { sender, mailbox, connection, flow, said, add, settled };
}

describe('candidates that flow', () => {
	it('wait until somebody takes them, and until there is a description of their session', async () => {
		const { sender, connection, flow, said, add, settled } = jane();
		sender.send({ candidate: candidate('one') });
		await settled();
		expect(said).toEqual([]);
		flow.handler = add;
		await settled();
		expect(said).toEqual([]);
		connection.pendingRemoteDescription = { sdp: sdp('efgh') };
		flow.goOn();
		await settled();
		expect(said).toEqual([]);
		connection.pendingRemoteDescription = { sdp: sdp('abcd') };
		flow.goOn();
		await settled();
		expect(said).toEqual(['delivered 1', 'added candidate:one']);
	});

	it('come one after the other, those that waited first, and the end of them last', async () => {
		const { sender, connection, flow, said, add, settled } = jane();
		connection.currentRemoteDescription = { sdp: sdp('abcd') };
		sender.send({ candidate: candidate('one') });
		sender.send({ candidate: candidate('two', null) });
		flow.handler = async (one) => {
			await settled();
			add(one);
		};
		sender.send({ candidate: null });
		await expect.poll(() => said.length).toBe(6);
		expect(said.filter((one) => one.startsWith('added'))).toEqual([
			'added candidate:one',
			'added candidate:two',
			'added null'
		]);
	});

	it('are written down as delivered after they were as sent', async () => {
		const { sender, connection, flow, said, add, settled } = jane();
		connection.currentRemoteDescription = { sdp: sdp('abcd') };
		flow.handler = add;
		sender.send({ candidate: candidate('one') });
		said.push('sent');
		await settled();
		expect(said).toEqual(['sent', 'delivered 1', 'added candidate:one']);
	});

	it('go on after one that is refused, at once or later', async () => {
		const { sender, connection, flow, said, settled } = jane();
		connection.currentRemoteDescription = { sdp: sdp('abcd') };
		flow.handler = (one) => {
			said.push(one!.candidate!);
			if (said.length === 2) throw new Error('at once');
			return Promise.reject(new Error('later'));
		};
		for (const name of ['one', 'two', 'three']) sender.send({ candidate: candidate(name) });
		await expect.poll(() => said.filter((one) => one.startsWith('candidate')).length).toBe(3);
		await settled();
		expect(said.at(-1)).toBe('candidate:three');
	});

	it('leave other messages to whoever asks for them', async () => {
		const { sender, mailbox, connection, flow, said, add } = jane();
		connection.currentRemoteDescription = { sdp: sdp('abcd') };
		flow.handler = add;
		sender.send({ bye: true });
		expect((await mailbox.take()).message).toEqual({ bye: true });
		expect(said).toEqual([]);
	});
});
