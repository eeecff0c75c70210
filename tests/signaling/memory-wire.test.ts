import { expect, it } from 'vitest';
import { memoryWire } from '../../src/lib/signaling/memory-wire';
import { describeWire } from './wire-contract';

// What is sent in memory has arrived when `send` returns, or with the turn that it was sent in.
describeWire('a wire in memory', () => ({ ends: memoryWire(), settle: async () => {} }));

it('a wire in memory still carries messages after a listener failed at one', () => {
	const [john, jane] = memoryWire();
	const heard: string[] = [];
	jane.listen((text) => {
		heard.push(text);
		if (text === 'broken') throw new Error('Not a signaling message');
	});
	try {
		john.send('broken');
	} catch {
		// Whether its sender hears of it is the wire's affair.
	}
	john.send('whole');
	expect(heard).toEqual(['broken', 'whole']);
});
