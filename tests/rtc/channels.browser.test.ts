import { afterEach, describe, expect, it } from 'vitest';
import { reduce, Trace } from '../../src/lib/trace';
import { closeAll, negotiated, pair, traced } from './connections';

afterEach(closeAll);

type Traced = ReturnType<typeof traced>;
const PATIENCE = { timeout: 10_000 };

/** The entries of channels, in short: `event channel.open`. */
const lines = ({ recorded }: Traced) =>
	recorded.lines.filter((line) => line.includes('channel.') || line.endsWith('hannel'));
const dataOf = ({ recorded }: Traced, line: string) =>
	recorded.entries.filter(({ kind, name }) => `${kind} ${name}` === line).map(({ data }) => data);

/** One channel that John made, open at both sides. */
async function chat() {
	const { john, jane } = pair();
	const announced = new Promise<RTCDataChannel>((resolve) => {
		jane.pc.ondatachannel = ({ channel }) => resolve(channel);
	});
	const johns = john.pc.createDataChannel('chat');
	await negotiated(john.pc, jane.pc);
	const janes = await announced;
	await expect.poll(() => [johns.readyState, janes.readyState], PATIENCE).toEqual(['open', 'open']);
	return { john, jane, johns, janes };
}

describe('a data channel of a watched connection', () => {
	it('is the browser’s own', () => {
		const { pc } = traced();
		const channel = pc.createDataChannel('chat');
		expect(channel).toBeInstanceOf(RTCDataChannel);
		expect(Object.prototype.toString.call(channel)).toBe('[object RTCDataChannel]');
		expect(Object.keys(channel)).toEqual([]);
	});

	it('is recorded where it is made, where it is announced, and when it opens', async () => {
		const { john, jane, johns } = await chat();
		expect(dataOf(john, 'call createDataChannel')).toEqual([{ label: 'chat', init: null }]);
		const channel = { channel: 0, label: 'chat', ordered: true, negotiated: false };
		expect(dataOf(john, 'result createDataChannel')).toMatchObject([{ ...channel, id: null }]);
		expect(dataOf(jane, 'event datachannel')).toMatchObject([{ ...channel, id: johns.id }]);
		await expect.poll(() => lines(john), PATIENCE).toContain('event channel.open');
		expect(dataOf(john, 'event channel.open')).toEqual([
			{ channel: 0, label: 'chat', id: johns.id }
		]);
		await expect.poll(() => lines(jane), PATIENCE).toContain('event channel.open');
	});

	it('records what is sent and received by type and length, and a text by its beginning', async () => {
		const { john, jane, johns, janes } = await chat();
		janes.binaryType = 'arraybuffer';
		const of = { channel: 0, label: 'chat', id: johns.id };
		johns.send('Grüß dich');
		johns.send('x'.repeat(500));
		johns.send(new ArrayBuffer(3));
		johns.send(new Uint8Array([1, 2]));
		johns.send(new Blob(['four']));
		expect(dataOf(john, 'call channel.send')).toEqual([
			{ ...of, type: 'string', size: 11, text: 'Grüß dich' },
			{ ...of, type: 'string', size: 500, text: `${'x'.repeat(80)}…` },
			{ ...of, type: 'ArrayBuffer', size: 3 },
			{ ...of, type: 'Uint8Array', size: 2 },
			{ ...of, type: 'Blob', size: 4 }
		]);
		await expect.poll(() => dataOf(jane, 'event channel.message').length, PATIENCE).toBe(5);
		expect(dataOf(jane, 'event channel.message')).toEqual([
			{ ...of, type: 'string', size: 11, text: 'Grüß dich' },
			{ ...of, type: 'string', size: 500, text: `${'x'.repeat(80)}…` },
			{ ...of, type: 'ArrayBuffer', size: 3 },
			{ ...of, type: 'ArrayBuffer', size: 2 },
			{ ...of, type: 'ArrayBuffer', size: 4 }
		]);
	});

	it('records each message before the page hears of it, however the page listens', async () => {
		const { jane, johns, janes } = await chat();
		const heard: string[] = [];
		const known = () => dataOf(jane, 'event channel.message').length;
		janes.onmessage = () => heard.push(`handler ${known()}`);
		janes.addEventListener('message', () => heard.push(`listener ${known()}`));
		johns.send('one');
		johns.send('two');
		await expect
			.poll(() => heard, PATIENCE)
			.toEqual(['handler 1', 'listener 1', 'handler 2', 'listener 2']);
	});

	it('records that it cannot send yet', () => {
		const one = traced();
		const channel = one.pc.createDataChannel('chat');
		expect(() => channel.send('too early')).toThrow(DOMException);
		expect(one.recorded.settlementOf('channel.send')).toMatchObject({
			kind: 'error',
			data: { name: 'InvalidStateError' }
		});
	});

	it('records that one side closes it, and that it is closed at both', async () => {
		const { john, jane, johns } = await chat();
		johns.close();
		expect(lines(john).slice(-2)).toEqual(['call channel.close', 'result channel.close']);
		await expect.poll(() => lines(john), PATIENCE).toContain('event channel.close');
		await expect.poll(() => lines(jane), PATIENCE).toContain('event channel.close');
		expect(john.pc.signalingState).toBe('stable');
	});

	it('records that little is left to send, where the page has said how little that is', async () => {
		const { john, johns } = await chat();
		johns.bufferedAmountLowThreshold = 10;
		expect(dataOf(john, 'call channel.bufferedAmountLowThreshold')).toMatchObject([{ value: 10 }]);
		johns.send(new ArrayBuffer(60_000));
		await expect.poll(() => lines(john), PATIENCE).toContain('event channel.bufferedamountlow');
	});

	it('is told from others that are called alike, announced or agreed upon', async () => {
		const { john, jane, johns } = await chat();
		const agreed = { negotiated: true, id: 100 };
		const johnsOther = john.pc.createDataChannel('chat', agreed);
		const janesOther = jane.pc.createDataChannel('chat', agreed);
		await expect
			.poll(() => [johnsOther.readyState, janesOther.readyState], PATIENCE)
			.toEqual(['open', 'open']);
		janesOther.send('by the other');
		const messages = () => dataOf(john, 'event channel.message');
		await expect.poll(messages, PATIENCE).toMatchObject([{ channel: 1, id: 100 }]);
		expect(johnsOther).not.toBe(johns);
		expect(dataOf(jane, 'event datachannel')).toHaveLength(1);
		expect(() => john.pc.createDataChannel('twice', agreed)).toThrow();
		expect(john.recorded.settlementOf('createDataChannel')).toMatchObject({ kind: 'error' });
	});

	it('is in the view of its peer', async () => {
		const { john, jane, johns, janes } = await chat();
		janes.send('Hi');
		johns.send('Hello');
		await expect.poll(() => lines(john), PATIENCE).toContain('event channel.message');
		const channelsOf = ({ recorded }: Traced) => {
			const trace = new Trace();
			trace.record({ kind: 'attempt', name: 'fresh peers', peer: null, data: { reason: 'start' } });
			// The numbers of calls are those of the list; one entry stands before them here.
			for (const entry of recorded.entries) {
				const call = entry.call === undefined ? {} : { call: entry.call + 1 };
				trace.record({ ...entry, ...call, peer: 'john' });
			}
			return reduce(trace.entries).peers.john.channels;
		};
		const one = { channel: 0, label: 'chat', id: johns.id, state: 'open', sent: 1, received: 1 };
		expect(channelsOf(john)).toMatchObject([one]);
		await expect.poll(() => channelsOf(jane), PATIENCE).toMatchObject([one]);
		john.pc.close();
		expect(channelsOf(john)).toMatchObject([{ ...one, state: 'closed' }]);
	});
});
