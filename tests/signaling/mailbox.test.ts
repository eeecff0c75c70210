import { describe, expect, it } from 'vitest';
import { Mailbox } from '../../src/lib/signaling/mailbox';
import { memoryWire } from '../../src/lib/signaling/memory-wire';

function mailboxes() {
	const [john, jane] = memoryWire();
	return { john: new Mailbox(john), jane: new Mailbox(jane), wire: { john, jane } };
}

/** What is there where everything that was ready has run and nothing came of it. */
const nothing = () => new Promise((resolve) => setTimeout(resolve, 0, 'nothing'));

describe('a mailbox', () => {
	it('numbers what it sends from 1, and gives the text that the wire carries', () => {
		const { john, jane } = mailboxes();
		const texts: string[] = [];
		john.send({ bye: true }, (text) => {
			// Whoever writes down that it leaves has done so before it arrives.
			expect(jane.poll(() => true)).toBeUndefined();
			texts.push(text);
		});
		john.send({ candidate: null }, (text) => texts.push(text));
		expect(texts).toEqual([
			'{"id":1,"message":{"bye":true}}',
			'{"id":2,"message":{"candidate":null}}'
		]);
	});

	it('holds what arrives until somebody takes it, in order', async () => {
		const { john, jane } = mailboxes();
		john.send({ candidate: null });
		john.send({ bye: true });
		expect(await jane.take()).toEqual({ id: 1, message: { candidate: null } });
		expect(await jane.take()).toEqual({ id: 2, message: { bye: true } });
	});

	it('lets its owner wait for what comes', async () => {
		const { john, jane } = mailboxes();
		const taken = jane.take();
		john.send({ bye: true });
		expect(await taken).toEqual({ id: 1, message: { bye: true } });
	});

	it('has a message altered where it lies, before others that came later', async () => {
		const { john, jane } = mailboxes();
		john.send({ candidate: null });
		john.send({ description: null });
		john.send({ bye: true });
		await jane.alter(
			({ message }) => 'description' in message,
			({ id }) => ({ id, message: { description: { type: 'offer', sdp: 'v=0' } } })
		);
		const taken = [await jane.take(), await jane.take(), await jane.take()];
		expect(taken.map(({ id }) => id)).toEqual([1, 2, 3]);
		expect(taken[1]!.message).toEqual({ description: { type: 'offer', sdp: 'v=0' } });
	});

	it('has a message altered that has yet to come, and gives it to whoever waits', async () => {
		const { john, jane } = mailboxes();
		const altered = jane.alter(
			() => true,
			({ id }) => ({ id, message: { candidate: null } })
		);
		const taken = jane.take();
		john.send({ bye: true });
		await altered;
		expect(await taken).toEqual({ id: 1, message: { candidate: null } });
	});

	it('numbers each direction for itself', async () => {
		const { john, jane } = mailboxes();
		john.send({ bye: true });
		jane.send({ bye: true });
		expect((await john.take()).id).toBe(1);
		expect((await jane.take()).id).toBe(1);
	});

	it('has what was sent before it was there', async () => {
		const [john, jane] = memoryWire();
		new Mailbox(john).send({ bye: true });
		expect((await new Mailbox(jane).take()).message).toEqual({ bye: true });
	});

	it('sends and hears nothing once it is closed', async () => {
		const { john, jane } = mailboxes();
		jane.close();
		john.send({ bye: true });
		jane.send({ bye: true });
		expect(await Promise.race([jane.take(), john.take(), nothing()])).toBe('nothing');
	});

	it('still takes messages after one that is none', async () => {
		const { john, jane, wire } = mailboxes();
		try {
			wire.john.send('garbage');
		} catch {
			// Whether the sender hears of it is the wire's affair.
		}
		john.send({ bye: true });
		expect(await Promise.race([jane.take(), nothing()])).toEqual({ id: 1, message: { bye: true } });
	});
});
