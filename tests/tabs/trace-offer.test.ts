import { afterEach, expect, it, vi } from 'vitest';
import {
	askForTrace,
	isTraceOffered,
	newOfferName,
	offerTrace
} from '../../src/lib/tabs/trace-offer';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

it('a trace that is offered is given as it is when somebody asks, each time', async () => {
	let text = 'first';
	ends.push(offerTrace('a', () => Promise.resolve([text.slice(0, 2), text.slice(2)])));
	expect(await askForTrace('a', 5000)).toBe('first');
	text = 'second';
	expect(await askForTrace('a', 5000)).toBe('second');
});

it('nobody answers under another name, or once the offer is withdrawn', async () => {
	const withdraw = offerTrace('a', () => Promise.resolve(['text']));
	expect(await askForTrace('b', 50)).toBeNull();
	withdraw();
	expect(await askForTrace('a', 50)).toBeNull();
});

it('a long trace is waited for as long as it is said that it comes', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	try {
		const patience = 400;
		let given: (parts: string[]) => void = () => {};
		let comes: () => void = () => {};
		ends.push(
			offerTrace('a', (told) => {
				comes = told;
				return new Promise((resolve) => (given = resolve));
			})
		);
		const asked = askForTrace('a', patience);
		for (let time = 0; time < 3000; time += 100) {
			// What is posted is heard in a turn of its own, which no clock stands for.
			await new Promise((resolve) => setImmediate(resolve));
			await vi.advanceTimersByTimeAsync(100);
			comes();
		}
		given(['long']);
		expect(await asked).toBe('long');
	} finally {
		vi.useRealTimers();
	}
});

it('whether one is offered is told without having it put together', async () => {
	const give = vi.fn(() => Promise.resolve(['text']));
	ends.push(offerTrace('a', give));
	expect(await isTraceOffered('a', 5000)).toBe(true);
	expect(await isTraceOffered('b', 50)).toBe(false);
	expect(give).not.toHaveBeenCalled();
});

it('what is no answer is left aside', async () => {
	const other = new BroadcastChannel('parley/trace/a');
	ends.push(() => other.close());
	other.onmessage = () => {
		for (const strange of [
			null,
			'text',
			7,
			{ type: 'trace.give' },
			{ type: 'trace.give', text: 7 }
		]) {
			other.postMessage(strange);
		}
		other.postMessage({ type: 'trace.give', text: 'right' });
	};
	expect(await askForTrace('a', 5000)).toBe('right');
});

it('the name of an offer is not found twice', () => {
	const names = new Set(Array.from({ length: 100 }, newOfferName));
	expect(names.size).toBe(100);
	for (const name of names) expect(encodeURIComponent(name)).toBe(name);
});

it('where the browser refuses channels nobody is asked and nobody answers, and nothing breaks', async () => {
	vi.stubGlobal('BroadcastChannel', function () {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	});
	ends.push(offerTrace('a', async () => ['text']));
	expect(await askForTrace('a', 5000)).toBeNull();
	expect(await isTraceOffered('a', 5000)).toBe(false);
	vi.unstubAllGlobals();
});
