import { afterEach, describe, expect, it } from 'vitest';
import type { Wire } from '../../src/lib/signaling/wire';

/** Two ends of one wire, and a way to wait until nothing is under way any more. */
export interface WireUnderTest {
	ends: [Wire, Wire];
	/** Resolves when everything that was sent before has arrived at whoever still hears it. */
	settle(): Promise<void>;
}

/** Collects what an end hears. */
function hearing(end: Wire) {
	const heard: string[] = [];
	return { heard, unlisten: end.listen((text) => heard.push(text)) };
}

/**
 * What every wire promises, whatever carries it.
 * @param name what is tested
 * @param open makes a fresh wire
 */
export function describeWire(name: string, open: () => Promise<WireUnderTest> | WireUnderTest) {
	describe(`${name}, as a wire`, () => {
		let opened: WireUnderTest[] = [];

		async function wire() {
			const one = await open();
			opened.push(one);
			const [john, jane] = one.ends;
			return { john, jane, settle: () => one.settle() };
		}

		afterEach(() => {
			for (const { ends } of opened) for (const end of ends) end.close();
			opened = [];
		});

		it('carries text from either end to the other, as it is', async () => {
			const { john, jane, settle } = await wire();
			const atJohn = hearing(john);
			const atJane = hearing(jane);
			john.send('{"a":"ü\\r\\n"}');
			jane.send('');
			await settle();
			expect(atJane.heard).toEqual(['{"a":"ü\\r\\n"}']);
			expect(atJohn.heard).toEqual(['']);
		});

		it('carries a long text whole', async () => {
			const { john, jane, settle } = await wire();
			const { heard } = hearing(jane);
			const text = 'a=candidate '.repeat(10_000);
			john.send(text);
			await settle();
			expect(heard).toEqual([text]);
		});

		it('gives messages in the order in which they were sent, once each', async () => {
			const { john, jane, settle } = await wire();
			const { heard } = hearing(jane);
			const texts = Array.from({ length: 50 }, (_, index) => String(index));
			for (const text of texts) john.send(text);
			await settle();
			expect(heard).toEqual(texts);
		});

		it('carries two equal messages as two', async () => {
			const { john, jane, settle } = await wire();
			const { heard } = hearing(jane);
			john.send('same');
			john.send('same');
			await settle();
			expect(heard).toEqual(['same', 'same']);
		});

		it('does not give a message back to its sender', async () => {
			const { john, settle } = await wire();
			const { heard } = hearing(john);
			john.send('to Jane');
			await settle();
			expect(heard).toEqual([]);
		});

		it('holds what arrives before anyone listens, in order and before what comes after', async () => {
			const { john, jane, settle } = await wire();
			john.send('1');
			john.send('2');
			await settle();
			const { heard } = hearing(jane);
			john.send('3');
			await settle();
			expect(heard).toEqual(['1', '2', '3']);
		});

		it('keeps the order where an answer to an early message brings another', async () => {
			const { john, jane, settle } = await wire();
			john.listen(() => john.send('3'));
			john.send('1');
			john.send('2');
			await settle();
			const heard: string[] = [];
			jane.listen((text) => {
				heard.push(text);
				if (text === '1') jane.send('more');
			});
			await settle();
			expect(heard).toEqual(['1', '2', '3']);
		});

		it('gives what arrived early to one listener alone', async () => {
			const { john, jane, settle } = await wire();
			john.send('early');
			await settle();
			const first = hearing(jane);
			await settle();
			first.unlisten();
			const second = hearing(jane);
			await settle();
			expect([first.heard, second.heard]).toEqual([['early'], []]);
		});

		it('tells a listener that has ended nothing more, and holds it for the next', async () => {
			const { john, jane, settle } = await wire();
			const first = hearing(jane);
			john.send('1');
			await settle();
			first.unlisten();
			john.send('2');
			await settle();
			const second = hearing(jane);
			await settle();
			expect([first.heard, second.heard]).toEqual([['1'], ['2']]);
		});

		it('does not end a later listener when an earlier one ends again', async () => {
			const { john, jane, settle } = await wire();
			const first = hearing(jane);
			first.unlisten();
			const second = hearing(jane);
			first.unlisten();
			john.send('1');
			await settle();
			expect(second.heard).toEqual(['1']);
		});

		it('hears nothing at an end that is closed', async () => {
			const { john, jane, settle } = await wire();
			const { heard } = hearing(jane);
			jane.close();
			john.send('1');
			await settle();
			expect(heard).toEqual([]);
		});

		it('hears nothing of what arrived early at an end that is closed', async () => {
			const { john, jane, settle } = await wire();
			john.send('1');
			await settle();
			jane.close();
			const { heard } = hearing(jane);
			await settle();
			expect(heard).toEqual([]);
		});

		it('hears nothing more once a listener has closed its end', async () => {
			const { john, jane, settle } = await wire();
			john.send('1');
			john.send('2');
			await settle();
			const heard: string[] = [];
			jane.listen((text) => {
				heard.push(text);
				jane.close();
			});
			await settle();
			expect(heard).toEqual(['1']);
		});

		it('sends nothing from an end that is closed', async () => {
			const { john, jane, settle } = await wire();
			const { heard } = hearing(jane);
			john.close();
			john.send('1');
			await settle();
			expect(heard).toEqual([]);
		});

		it('still brings what was sent before its end was closed', async () => {
			const { john, jane, settle } = await wire();
			const { heard } = hearing(jane);
			john.send('bye');
			john.close();
			await settle();
			expect(heard).toEqual(['bye']);
		});

		it('may be closed twice', async () => {
			const { john } = await wire();
			john.close();
			expect(() => john.close()).not.toThrow();
		});

		it('has nothing to do with another wire', async () => {
			const one = await wire();
			const another = await wire();
			const { heard } = hearing(another.jane);
			one.john.send('1');
			await one.settle();
			await another.settle();
			expect(heard).toEqual([]);
		});
	});
}
