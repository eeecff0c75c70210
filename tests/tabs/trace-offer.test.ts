import { afterEach, expect, it, vi } from 'vitest';
import { askForTrace, newOfferName, offerTrace } from '../../src/lib/tabs/trace-offer';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

it('a trace that is offered is given as it is when somebody asks, each time', async () => {
	let text = 'first';
	ends.push(offerTrace('a', () => text));
	expect(await askForTrace('a', 5000)).toBe('first');
	text = 'second';
	expect(await askForTrace('a', 5000)).toBe('second');
});

it('nobody answers under another name, or once the offer is withdrawn', async () => {
	const withdraw = offerTrace('a', () => 'text');
	expect(await askForTrace('b', 50)).toBeNull();
	withdraw();
	expect(await askForTrace('a', 50)).toBeNull();
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
	ends.push(offerTrace('a', () => 'text'));
	expect(await askForTrace('a', 5000)).toBeNull();
	vi.unstubAllGlobals();
});
